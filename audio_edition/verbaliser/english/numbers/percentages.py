"""Percentages, percentage points and basis points."""

from __future__ import annotations

import re

from audio_edition.languages.locale import Locale
from audio_edition.verbaliser.english.data import table
from audio_edition.verbaliser.english.numbers.attributive import before_noun
from audio_edition.verbaliser.english.numbers.fractions import quantity
from audio_edition.verbaliser.english.numbers.number_words import number
from audio_edition.verbaliser.english.patterns import DASH, FREE, MINUS, NUMBER, SIGNED, in_place, spoken_minus
from audio_edition.verbaliser.rule import Lazy, Rule

_FRACTIONS: dict[str, str] = table("signs")["fractions"]
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
_PERCENT = Lazy(
    rf"{MINUS}{FREE}(?P<low>(?:\d{{1,3}}[ -])?\d{{1,2}}/\d{{1,2}}|{NUMBER}|\.\d+)(?P<half>[{''.join(_FRACTIONS)}])?"
    rf"(?:%?{DASH}(?P<below>[-−])?(?P<high>{NUMBER}))?(?P<join>\s?-?)(?P<unit>%|‰|pct?|ppts?|pp|bps?)(?!\w)"
)


def _percent(match: re.Match[str], place: Locale) -> str:
    one, many = _UNITS[match["unit"]]
    words = spoken_minus(match) + quantity(match["low"], place)
    if match["half"]:
        words += f" and {_FRACTIONS[match['half']]}"
    if match["high"]:
        words += f" to {'minus ' if match['below'] else ''}{number(match['high'], place)}"
    single = before_noun(match) or (match["low"] == "1" and not match["high"])
    return f"{words} {in_place(one if single else many, place)}"


RULES = (Rule(name="percentage", at=SIGNED, pattern=_PERCENT, say=_percent, needs=frozenset("%‰pb")),)
