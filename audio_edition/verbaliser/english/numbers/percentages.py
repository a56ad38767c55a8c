"""Rules for percentages, percentage points and basis points."""

from __future__ import annotations

import re

from audio_edition.languages.en.number_words import spoken_number
from audio_edition.languages.en.spoken import load_table
from audio_edition.languages.locale import Locale
from audio_edition.verbaliser.english.numbers.attributive import is_before_noun
from audio_edition.verbaliser.english.numbers.fractions import spoken_quantity
from audio_edition.verbaliser.english.patterns import (
    DASH,
    MINUS,
    NUMBER,
    NUMBER_BEGINS,
    SIGNED_FIGURE_TOKENS,
    localize_spelling,
    spoken_minus,
)
from audio_edition.verbaliser.rule import LazyPattern, Rule

_FRACTIONS: dict[str, str] = load_table("signs")["fractions"]
_UNITS = {
    "%": ("per cent", "per cent"),
    "pc": ("per cent", "per cent"),
    "pct": ("per cent", "per cent"),
    "‰": ("per thousand", "per thousand"),
    "pp": ("percentage point", "percentage points"),
    "ppt": ("percentage point", "percentage points"),
    "ppts": ("percentage points", "percentage points"),
    "bp": ("basis point", "basis points"),
    "bps": ("basis point", "basis points"),
}
_PERCENTAGE = LazyPattern(
    rf"{MINUS}{NUMBER_BEGINS}(?P<low>(?:\d{{1,3}}[ -])?\d{{1,2}}/\d{{1,2}}|{NUMBER}|\.\d+)"
    rf"(?P<half>[{''.join(_FRACTIONS)}])?(?:%?{DASH}(?P<below>[-−])?(?P<high>{NUMBER}))?(?P<join>\s?-?)(?P<unit>%|‰|pct?|ppts?|pp|bps?)(?!\w)"
)


def _say_percentage(match: re.Match[str], locale: Locale) -> str:
    singular, plural = _UNITS[match["unit"]]
    words = spoken_minus(match) + spoken_quantity(match["low"], locale)
    if match["half"]:
        words += f" and {_FRACTIONS[match['half']]}"
    if match["high"]:
        words += f" to {'minus ' if match['below'] else ''}{spoken_number(match['high'], locale)}"
    is_singular = is_before_noun(match) or (match["low"] == "1" and not match["high"])
    return f"{words} {localize_spelling(singular if is_singular else plural, locale)}"


RULES = (
    Rule(
        name="percentage",
        at=SIGNED_FIGURE_TOKENS,
        pattern=_PERCENTAGE,
        say=_say_percentage,
        needs=frozenset("%‰pb"),
    ),
)
