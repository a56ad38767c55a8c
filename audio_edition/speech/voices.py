"""Which of the voices an engine offers is meant by a name or a language."""

from __future__ import annotations

from collections.abc import Iterable

from audio_edition.errors import VoiceNotFoundError
from audio_edition.languages import tags
from audio_edition.model import Voice


def choose_voice(voices: Iterable[Voice], wanted: str | None, language: str) -> Voice:
    """The voice with the wanted id, name or language; if none is wanted, one for `language` ("en-GB").

    Raises VoiceNotFoundError.
    """
    offered = tuple(voices)
    asked = (wanted or language).casefold()
    for matches in (
        lambda v: v.id.casefold() == asked,
        lambda v: v.name.casefold() == asked,
        lambda v: v.language.casefold() == asked,
        lambda v: v.language.casefold() == f"{asked}-{asked}",  # French is that of France, if no place is named
        lambda v: not wanted and speaks_language(v, language),
    ):
        if found := next(filter(matches, offered), None):
            return found
    raise VoiceNotFoundError(
        f"no voice {wanted!r}" if wanted else f"no voice for the language {language!r}",
        hint="`audio-edition voices` lists those usable here",
    )


def speaks_language(voice: Voice, language: str) -> bool:
    """Whether a voice is one of a language, or of any ("und")."""
    return tags.primary(voice.language) == "und" or tags.is_same_language(voice.language, language)
