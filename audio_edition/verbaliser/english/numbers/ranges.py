"""Ranges and sums of bare numbers: 5-10, 18-24-year-olds, 3+4, 2 x 8."""

from __future__ import annotations

import re

from audio_edition.languages.en.number_words import spoken_number
from audio_edition.languages.locale import Locale
from audio_edition.verbaliser.english.patterns import (
    DASH,
    FIGURE_TOKENS,
    MINUS,
    NUMBER,
    NUMBER_BEGINS,
    SIGNED_FIGURE_TOKENS,
    spoken_minus,
)
from audio_edition.verbaliser.rule import LazyPattern, Rule

_RANGE = LazyPattern(
    rf"{MINUS}{NUMBER_BEGINS}(?P<low>{NUMBER}){DASH}(?P<below>[-−])?(?P<high>{NUMBER})(?![\w%]|[.,]\d|-\d)"
)
_PLUS = LazyPattern(rf"{NUMBER_BEGINS}(?P<number>{NUMBER})\+(?![\w+])")
_TIMES = LazyPattern(rf"{NUMBER_BEGINS}(?P<number>{NUMBER})[x×](?!\w)")
_PRODUCT = LazyPattern(rf"{NUMBER_BEGINS}(?P<a>{NUMBER})\s?(?P<sign>[*×÷])\s?(?P<b>{NUMBER})(?!\w|[.,]\d)")
_SIGNS = {"*": "times", "×": "times", "÷": "divided by"}


def _say_range(match: re.Match[str], place: Locale) -> str | None:
    """An equals sign behind makes it a subtraction."""
    if match.string[match.end() :].lstrip()[:1] == "=":
        return f"{spoken_number(match['low'], place)} minus {spoken_number(match['high'], place)}"
    below = "minus " if match["below"] else ""
    return (
        f"{spoken_minus(match)}{spoken_number(match['low'], place)} to {below}{spoken_number(match['high'], place)}"
    )


def _say_product(match: re.Match[str], place: Locale) -> str:
    return f"{spoken_number(match['a'], place)} {_SIGNS[match['sign']]} {spoken_number(match['b'], place)}"


def _say_plus(match: re.Match[str], place: Locale) -> str:
    return f"{spoken_number(match['number'], place)} plus"


def _say_times(match: re.Match[str], place: Locale) -> str:
    return f"{spoken_number(match['number'], place)} times"


RULES = (
    Rule(name="range", at=SIGNED_FIGURE_TOKENS, pattern=_RANGE, say=_say_range, needs=frozenset("-–—−")),
    Rule(name="product", at=FIGURE_TOKENS, pattern=_PRODUCT, say=_say_product, needs=frozenset("*×÷")),
    Rule(name="and more", at=FIGURE_TOKENS, pattern=_PLUS, say=_say_plus, needs=frozenset("+")),
    Rule(name="times", at=FIGURE_TOKENS, pattern=_TIMES, say=_say_times, needs=frozenset("x×")),
)
