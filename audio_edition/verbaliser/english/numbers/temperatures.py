"""Temperatures: -3°C, 20-25°C, 1.5C, 75F."""

from __future__ import annotations

import re

from audio_edition.languages.locale import Locale
from audio_edition.verbaliser.english.numbers.attributive import before_noun
from audio_edition.verbaliser.english.numbers.number_words import number
from audio_edition.verbaliser.english.patterns import DASH, FREE, MINUS, NUMBER, SIGNED, spoken_minus
from audio_edition.verbaliser.rule import Lazy, Rule

_SCALES = {"C": " Celsius", "F": " Fahrenheit", "K": " kelvin", "": ""}
_DEGREES = Lazy(
    rf"{MINUS}{FREE}(?P<low>{NUMBER})(?:(?:\s?[°º])?[CF]?{DASH}(?P<below>[-−])?(?P<high>{NUMBER}))?\s?(?:[°º]\s?(?P<scale>[CFK])?|℃|℉|(?P<bare>(?<=\d)[CF]))(?!\w)"
)


def _degrees(match: re.Match[str], place: Locale) -> str | None:
    """A bare F needs two figures: "3F" is a flat."""
    bare = match["bare"] or ""
    if bare == "F" and len(match["low"]) < 2:
        return None
    scale = match["scale"] or bare or {"℃": "C", "℉": "F"}.get(match[0][-1], "")
    words = spoken_minus(match) + number(match["low"], place)
    if match["high"]:
        words += f" to {'minus ' if match['below'] else ''}{number(match['high'], place)}"
    one = before_noun(match) or (match["low"] == "1" and not match["high"])
    return f"{words} degree{'' if one else 's'}{_SCALES[scale]}"


RULES = (Rule(name="temperature", at=SIGNED, pattern=_DEGREES, say=_degrees, needs=frozenset("°º℃℉CF")),)
