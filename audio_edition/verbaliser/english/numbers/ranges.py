"""Rules for ranges, products and multiples of bare numbers: 5-10, 18-24-year-olds, 2 × 8, 50+, 3x."""

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


def _say_range(match: re.Match[str], locale: Locale) -> str | None:
    """Say a range; if an equals sign follows, it is a subtraction."""
    if match.string[match.end() :].lstrip()[:1] == "=":
        return f"{spoken_number(match['low'], locale)} minus {spoken_number(match['high'], locale)}"
    below = "minus " if match["below"] else ""
    low, high = spoken_number(match["low"], locale), spoken_number(match["high"], locale)
    return f"{spoken_minus(match)}{low} to {below}{high}"


def _say_product(match: re.Match[str], locale: Locale) -> str:
    return f"{spoken_number(match['a'], locale)} {_SIGNS[match['sign']]} {spoken_number(match['b'], locale)}"


def _say_plus(match: re.Match[str], locale: Locale) -> str:
    return f"{spoken_number(match['number'], locale)} plus"


def _say_times(match: re.Match[str], locale: Locale) -> str:
    return f"{spoken_number(match['number'], locale)} times"


RULES = (
    Rule(name="range", at=SIGNED_FIGURE_TOKENS, pattern=_RANGE, say=_say_range, needs=frozenset("-–—−")),
    Rule(name="product", at=FIGURE_TOKENS, pattern=_PRODUCT, say=_say_product, needs=frozenset("*×÷")),
    Rule(name="and more", at=FIGURE_TOKENS, pattern=_PLUS, say=_say_plus, needs=frozenset("+")),
    Rule(name="times", at=FIGURE_TOKENS, pattern=_TIMES, say=_say_times, needs=frozenset("x×")),
)
