"""Large numbers cut short: 5m people, 1.2bn, 3-4m, 10k."""

from __future__ import annotations

import re

from audio_edition.languages.locale import Locale
from audio_edition.verbaliser.english.numbers.number_words import number
from audio_edition.verbaliser.english.patterns import (
    DASH,
    FREE,
    MAGNITUDE,
    MINUS,
    NUMBER,
    SIGNED,
    magnitude,
    spoken_minus,
)
from audio_edition.verbaliser.rule import Lazy, Rule

_MAGNITUDE = Lazy(
    rf"{MINUS}{FREE}(?P<low>{NUMBER}|\.\d+)(?:(?P<low_size>{MAGNITUDE})?{DASH}(?P<high>{NUMBER}))?(?P<blank>\s?)(?P<size>{MAGNITUDE})(?![\w]|[.,]\d)"
)


def _magnitude(match: re.Match[str], place: Locale) -> str | None:
    """A lone letter must hang on its figure: "5 m" is a length, "5 K" a kelvin; and 221B is a house."""
    if len(match["size"]) == 1 and (match["blank"] or match["size"] in "bB"):
        return None
    words = spoken_minus(match) + number(match["low"], place)
    size = magnitude(match["size"])
    if match["high"]:
        first = magnitude(match["low_size"])
        words += f"{f' {first}' if first and first != size else ''} to {number(match['high'], place)}"
    return f"{words} {size}"


RULES = (Rule(name="magnitude", at=SIGNED, pattern=_MAGNITUDE, say=_magnitude),)
