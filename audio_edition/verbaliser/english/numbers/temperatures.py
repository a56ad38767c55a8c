"""Rules for temperatures: -3°C, 20-25°C, 1.5C, 75F."""

from __future__ import annotations

import re

from audio_edition.languages.en.number_words import spoken_number
from audio_edition.languages.locale import Locale
from audio_edition.verbaliser.english.numbers.attributive import is_before_noun
from audio_edition.verbaliser.english.patterns import (
    DASH,
    MINUS,
    NUMBER,
    NUMBER_BEGINS,
    SIGNED_FIGURE_TOKENS,
    spoken_minus,
)
from audio_edition.verbaliser.rule import LazyPattern, Rule

_SCALES = {"C": " Celsius", "F": " Fahrenheit", "K": " kelvin", "": ""}
_DEGREES = LazyPattern(
    rf"{MINUS}{NUMBER_BEGINS}(?P<low>{NUMBER})(?:(?:\s?[°º])?[CF]?{DASH}(?P<below>[-−])?(?P<high>{NUMBER}))?\s?(?:[°º]\s?(?P<scale>[CFK])?|℃|℉|(?P<bare>(?<=\d)[CF]))(?!\w)"
)


def _say_degrees(match: re.Match[str], locale: Locale) -> str | None:
    """Say degrees; "F" alone needs two digits before it, because "3F" is a flat."""
    bare = match["bare"] or ""
    if bare == "F" and len(match["low"]) < 2:
        return None
    scale = match["scale"] or bare or {"℃": "C", "℉": "F"}.get(match[0][-1], "")
    words = spoken_minus(match) + spoken_number(match["low"], locale)
    if match["high"]:
        words += f" to {'minus ' if match['below'] else ''}{spoken_number(match['high'], locale)}"
    is_singular = is_before_noun(match) or (match["low"] == "1" and not match["high"])
    return f"{words} degree{'' if is_singular else 's'}{_SCALES[scale]}"


RULES = (
    Rule(
        name="temperature", at=SIGNED_FIGURE_TOKENS, pattern=_DEGREES, say=_say_degrees, needs=frozenset("°º℃℉CF")
    ),
)
