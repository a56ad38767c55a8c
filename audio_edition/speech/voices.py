"""Choice of an engine's voice by name or language."""

from __future__ import annotations

from collections.abc import Iterable

from audio_edition.errors import VoiceNotFoundError
from audio_edition.languages import tags
from audio_edition.model import Voice


def choose_voice(voices: Iterable[Voice], wanted: str | None, language: str) -> Voice:
    """Return the voice whose id, name or language is `wanted`; if that is None, one for `language` ("en-GB").

    Raises VoiceNotFoundError.
    """
    available = tuple(voices)
    name = (wanted or language).casefold()
    for matches in (
        lambda v: v.id.casefold() == name,
        lambda v: v.name.casefold() == name,
        lambda v: v.language.casefold() == name,
        lambda v: v.language.casefold() == f"{name}-{name}",  # "fr" without a region means "fr-FR"
        lambda v: not wanted and speaks_language(v, language),
    ):
        if found := next(filter(matches, available), None):
            return found
    raise VoiceNotFoundError(
        f"no voice {wanted!r}" if wanted else f"no voice for the language {language!r}",
        hint="`audio-edition voices` lists those usable here",
    )


def speaks_language(voice: Voice, language: str) -> bool:
    """Return True if a voice speaks the language of a tag, or any language ("und")."""
    return tags.primary(voice.language) == "und" or tags.is_same_language(voice.language, language)
