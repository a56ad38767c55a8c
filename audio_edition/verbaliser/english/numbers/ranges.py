"""Ranges and sums of bare numbers: 5-10, 18-24-year-olds, 3+4, 2 x 8."""

from __future__ import annotations

import re

from audio_edition.languages.locale import Locale
from audio_edition.verbaliser.english.numbers.number_words import number
from audio_edition.verbaliser.english.patterns import DASH, FIGURE, FREE, MINUS, NUMBER, SIGNED, spoken_minus
from audio_edition.verbaliser.rule import Lazy, Rule

_RANGE = Lazy(rf"{MINUS}{FREE}(?P<low>{NUMBER}){DASH}(?P<below>[-−])?(?P<high>{NUMBER})(?![\w%]|[.,]\d|-\d)")
_PLUS = Lazy(rf"{FREE}(?P<number>{NUMBER})\+(?![\w+])")
_TIMES = Lazy(rf"{FREE}(?P<number>{NUMBER})[x×](?!\w)")
_PRODUCT = Lazy(rf"{FREE}(?P<a>{NUMBER})\s?(?P<sign>[*×÷])\s?(?P<b>{NUMBER})(?!\w|[.,]\d)")
_SIGNS = {"*": "times", "×": "times", "÷": "divided by"}


def _range(match: re.Match[str], place: Locale) -> str | None:
    """An equals sign behind makes it a subtraction."""
    if match.string[match.end() :].lstrip()[:1] == "=":
        return f"{number(match['low'], place)} minus {number(match['high'], place)}"
    below = "minus " if match["below"] else ""
    return f"{spoken_minus(match)}{number(match['low'], place)} to {below}{number(match['high'], place)}"


def _product(match: re.Match[str], place: Locale) -> str:
    return f"{number(match['a'], place)} {_SIGNS[match['sign']]} {number(match['b'], place)}"


def _plus(match: re.Match[str], place: Locale) -> str:
    return f"{number(match['number'], place)} plus"


def _times(match: re.Match[str], place: Locale) -> str:
    return f"{number(match['number'], place)} times"


RULES = (
    Rule(name="range", at=SIGNED, pattern=_RANGE, say=_range, needs=frozenset("-–—−")),
    Rule(name="product", at=FIGURE, pattern=_PRODUCT, say=_product, needs=frozenset("*×÷")),
    Rule(name="and more", at=FIGURE, pattern=_PLUS, say=_plus, needs=frozenset("+")),
    Rule(name="times", at=FIGURE, pattern=_TIMES, say=_times, needs=frozenset("x×")),
)
