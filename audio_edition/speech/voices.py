"""Choice of an engine's voice by name or language."""

from __future__ import annotations

from collections.abc import Iterable

from audio_edition.errors import VoiceNotFoundError
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
    return primary_language(voice.language) in {primary_language(language), "und"}


def is_same_language(one: str, other: str) -> bool:
    """Return True if two tags have the same primary language, whatever their regions."""
    return primary_language(one) == primary_language(other)


def primary_language(tag: str) -> str:
    """Return the primary language of a tag under the name that engines use: "zh-CN" → "cmn"."""
    first = tag.split("-", maxsplit=1)[0].casefold()
    return _MACROLANGUAGE_DEFAULTS.get(first, first)


_MACROLANGUAGE_DEFAULTS = {"zh": "cmn", "no": "nb", "nn": "nb"}
"""Individual languages that engines name where tags name a macrolanguage (ISO 639-3) or a close relative."""
