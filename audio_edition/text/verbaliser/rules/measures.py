"""Measures, percentages and temperatures, ranges of them included."""

from __future__ import annotations

import re

from audio_edition.text.verbaliser.attributive import before_noun
from audio_edition.text.verbaliser.data import FRACTIONS, UNITS, one_of
from audio_edition.text.verbaliser.numbers import number
from audio_edition.text.verbaliser.rule import MAGNITUDE, NO_MORE_NUMBER, NUMBER, Locale, Rule, magnitude

_MEASURE = re.compile(
    rf"(?<![\w.,])(?P<minus>[-−])?(?P<low>{NUMBER})(?P<half>½|¼|¾)?"
    rf"(?:\s?(?P<low_unit>{one_of(UNITS)})?\s?[-–—]\s?(?P<high>{NUMBER}))?(?P<size>(?:bn|trn|m|k)(?=\s)|\s(?:million|billion))?"
    rf"(?P<space>\s?-?)(?P<unit>{one_of(UNITS)})(?![\w²³])"
)
_FEET_AND_INCHES = re.compile(r"(?<![\w.,])(\d{1,2})['′’](\d{1,2})[\"″”]")
_MAGNITUDE = re.compile(
    rf"(?<![\w.,])(?P<low>{NUMBER})(?:(?P<low_size>{MAGNITUDE})?\s?[-–—]\s?(?P<high>{NUMBER}))?\s?(?P<size>{MAGNITUDE})(?![\w])"
    rf"{NO_MORE_NUMBER}"
)


def _measure(match: re.Match[str], locale: Locale) -> str | None:
    one, many = UNITS[match["unit"]]
    low, high = match["low"], match["high"]
    adjective = match["space"].endswith("-") or match.string[match.end() : match.end() + 1] == "-"
    words = number(low, american=locale.american)
    if match["half"]:
        words += f" and {FRACTIONS[match['half']]}"
    if high:
        words += f" to {number(high, american=locale.american)}"
    size = magnitude((match["size"] or "").strip())
    single = adjective or before_noun(match) or (low == "1" and not high and not size)
    unit = one if single else many
    if locale.american:
        unit = unit.replace("per cent", "percent").replace("metre", "meter").replace("litre", "liter")
    return f"{'minus ' if match['minus'] else ''}{words} {size} {unit}"


def _feet_and_inches(match: re.Match[str], _: Locale) -> str:
    inches = f" {number(match[2])}" if int(match[2]) else ""
    return f"{number(match[1])} foot{inches}"


def _magnitude(match: re.Match[str], locale: Locale) -> str:
    words = number(match["low"], american=locale.american)
    if match["high"]:
        first, high = magnitude(match["low_size"]), number(match["high"], american=locale.american)
        words += f" {first if first != magnitude(match['size']) else ''} to {high}"
    return f"{words} {magnitude(match['size'])}"


RULES = (
    Rule(name="feet and inches", pattern=_FEET_AND_INCHES, say=_feet_and_inches),
    Rule(name="measure", pattern=_MEASURE, say=_measure),
    Rule(name="magnitude", pattern=_MAGNITUDE, say=_magnitude),
)
