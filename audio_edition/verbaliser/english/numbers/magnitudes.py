"""Rules for abbreviated large numbers: 5m people, 1.2bn, 3-4m, 10k."""

from __future__ import annotations

import re

from audio_edition.languages.en.number_words import spoken_number
from audio_edition.languages.locale import Locale
from audio_edition.verbaliser.english.patterns import (
    DASH,
    MAGNITUDE,
    MINUS,
    NUMBER,
    NUMBER_BEGINS,
    SIGNED_FIGURE_TOKENS,
    spoken_magnitude,
    spoken_minus,
)
from audio_edition.verbaliser.rule import LazyPattern, Rule

_MAGNITUDE = LazyPattern(
    rf"{MINUS}{NUMBER_BEGINS}(?P<low>{NUMBER}|\.\d+)(?:(?P<low_size>{MAGNITUDE})?{DASH}(?P<high>{NUMBER}))?(?P<blank>\s?)(?P<size>{MAGNITUDE})(?![\w]|[.,]\d)"
)


def _say_magnitude(match: re.Match[str], locale: Locale) -> str | None:
    """Say a number with its magnitude.

    Return None for a letter after a space ("5 m" is a length, "5 K" a temperature) and for 221B, a house.
    """
    if len(match["size"]) == 1 and (match["blank"] or match["size"] in "bB"):
        return None
    words = spoken_minus(match) + spoken_number(match["low"], locale)
    size = spoken_magnitude(match["size"])
    if match["high"]:
        first = spoken_magnitude(match["low_size"])
        words += f"{f' {first}' if first and first != size else ''} to {spoken_number(match['high'], locale)}"
    return f"{words} {size}"


RULES = (Rule(name="magnitude", at=SIGNED_FIGURE_TOKENS, pattern=_MAGNITUDE, say=_say_magnitude),)
