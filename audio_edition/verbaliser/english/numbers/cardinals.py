"""Rules for bare numbers, and for the digits that no other rule has read."""

from __future__ import annotations

import re

from audio_edition.languages.en.number_words import cardinal, digits, spoken_number
from audio_edition.languages.locale import Locale
from audio_edition.languages.tokens import TokenKind
from audio_edition.verbaliser.context import text_before
from audio_edition.verbaliser.english.patterns import (
    FIGURE_TOKENS,
    LETTER,
    MINUS,
    NUMBER,
    SIGNED_FIGURE_TOKENS,
    spoken_minus,
)
from audio_edition.verbaliser.rule import LazyPattern, Rule

_CARDINAL = LazyPattern(rf"{MINUS}(?<![\w.])(?P<number>{NUMBER})(?![.,]?\d)(?![A-Za-z])")
_VERSION = LazyPattern(r"(?<![\w.])\d{1,4}(?:\.\d{1,4}){2,4}(?![\w]|\.\d)")
_BARE_DECIMAL = LazyPattern(r"(?<![\w.])\.(\d+)(?!\w)")
_DIGITS = LazyPattern(r"\d+")
_SERIAL_NUMBER_LENGTH = 13
"""Number of digits from which a number without commas is a serial number rather than an amount."""
_AMERICAN_SERIAL_NUMBER_LENGTH = 5
"""American newspapers write thousands with commas, so five digits without a comma are a code."""


_CODE_CUE = re.compile(
    r"\b(?:text|texting|dial|code|PIN|ZIP|postcode|reference|ref|number|extension|ending in)\b[^.]{0,30}$",
    re.IGNORECASE,
)
_CODE_LENGTH, _CODE_LENGTH_BESIDE_NUMBER = 4, 5
"""Number of digits from which a number after such a word is a code.

"number" is a common word and four digits after it are often an amount, so it needs five.
"""


def _say_cardinal(match: re.Match[str], locale: Locale) -> str:
    written = match["number"]
    is_code = written.isdecimal() and len(written) >= _code_length(match, locale)
    return spoken_minus(match) + (digits(written) if is_code else spoken_number(written, locale))


def _code_length(match: re.Match[str], locale: Locale) -> int:
    """Return the number of digits from which a number without commas is read digit by digit."""
    if _CODE_CUE.search(text_before(match, 48)):
        return _CODE_LENGTH_BESIDE_NUMBER if "number" in match.string else _CODE_LENGTH
    return _AMERICAN_SERIAL_NUMBER_LENGTH if locale.american else _SERIAL_NUMBER_LENGTH


def _say_version(match: re.Match[str], locale: Locale) -> str:
    return " point ".join(cardinal(int(part), locale) for part in match[0].split("."))


def _say_remaining_digits(match: re.Match[str], locale: Locale) -> str:
    written = match[0]
    in_figures = len(written) >= _SERIAL_NUMBER_LENGTH or (written.startswith("0") and len(written) > 1)
    return f" {digits(written) if in_figures else cardinal(int(written), locale)} "


RULES = (
    Rule(name="version", at=FIGURE_TOKENS, pattern=_VERSION, say=_say_version, needs=frozenset(".")),
    Rule(name="number", at=SIGNED_FIGURE_TOKENS, pattern=_CARDINAL, say=_say_cardinal),
    Rule(name="decimal", at=frozenset("."), pattern=_BARE_DECIMAL, say=lambda m, _: f"point {digits(m[1])}"),
)
REMAINING_DIGITS_RULES = (
    Rule(
        name="digits",
        at=frozenset({TokenKind.CODE}),
        pattern=re.compile(rf"(?<!{LETTER}){LETTER}++(?=\d)"),
        say=lambda m, _: f"{m[0]} ",
    ),
    Rule(name="digits", at=FIGURE_TOKENS, pattern=_DIGITS, say=_say_remaining_digits),
)
