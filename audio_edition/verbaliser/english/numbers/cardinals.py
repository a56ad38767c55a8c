"""Bare numbers, and any digit no other family has read."""

from __future__ import annotations

import re

from audio_edition.languages.locale import Locale
from audio_edition.languages.tokens import Kind
from audio_edition.verbaliser.context import before
from audio_edition.verbaliser.english.numbers.number_words import cardinal, digits, number
from audio_edition.verbaliser.english.patterns import FIGURE, LETTER, MINUS, NUMBER, SIGNED, spoken_minus
from audio_edition.verbaliser.rule import Lazy, Rule

_CARDINAL = Lazy(rf"{MINUS}(?<![\w.])(?P<number>{NUMBER})(?![.,]?\d)(?![A-Za-z])")
_VERSION = Lazy(r"(?<![\w.])\d{1,4}(?:\.\d{1,4}){2,4}(?![\w]|\.\d)")
_POINT = Lazy(r"(?<![\w.])\.(\d+)(?!\w)")
_DIGITS = Lazy(r"\d+")
_LONG = 13
"""Digits in a row that are a serial number rather than an amount."""
_AMERICAN_LONG = 5
"""American papers set off thousands with commas: five figures without one are a code."""


_CODE_CUE = re.compile(
    r"\b(?:text|texting|dial|code|PIN|ZIP|postcode|reference|ref|number|extension|ending in)\b[^.]{0,30}$",
    re.IGNORECASE,
)
_CODE, _CODE_BESIDE_NUMBER = 4, 5
"""Figures that are a code behind one of these words; "number" is a common word, and four are often an amount."""


def _cardinal(match: re.Match[str], place: Locale) -> str:
    written = match["number"]
    is_code = written.isdecimal() and len(written) >= _code_length(match, place)
    return spoken_minus(match) + (digits(written) if is_code else number(written, place))


def _code_length(match: re.Match[str], place: Locale) -> int:
    """From how many figures in a row on a number is read figure by figure."""
    if _CODE_CUE.search(before(match, 48)):
        return _CODE_BESIDE_NUMBER if "number" in match.string else _CODE
    return _AMERICAN_LONG if place.american else _LONG


def _version(match: re.Match[str], place: Locale) -> str:
    return " point ".join(cardinal(int(part), place) for part in match[0].split("."))


def _left_over(match: re.Match[str], place: Locale) -> str:
    written = match[0]
    in_figures = len(written) >= _LONG or (written.startswith("0") and len(written) > 1)
    return f" {digits(written) if in_figures else cardinal(int(written), place)} "


RULES = (
    Rule(name="version", at=FIGURE, pattern=_VERSION, say=_version, needs=frozenset(".")),
    Rule(name="number", at=SIGNED, pattern=_CARDINAL, say=_cardinal),
    Rule(name="decimal", at=frozenset("."), pattern=_POINT, say=lambda m, _: f"point {digits(m[1])}"),
)
LEFT_OVER = (
    Rule(
        name="digits",
        at=frozenset({Kind.CODE}),
        pattern=re.compile(rf"(?<!{LETTER}){LETTER}++(?=\d)"),
        say=lambda m, _: f"{m[0]} ",
    ),
    Rule(name="digits", at=FIGURE, pattern=_DIGITS, say=_left_over),
)
