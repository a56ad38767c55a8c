"""Bare numbers, and any digit no other family has read."""

from __future__ import annotations

import re

from audio_edition.text.verbaliser.english.number_words import cardinal, digits, number
from audio_edition.text.verbaliser.english.patterns import FIGURE, LETTER, MINUS, NUMBER, SIGNED, spoken_minus
from audio_edition.text.verbaliser.locale import Locale
from audio_edition.text.verbaliser.rule import Lazy, Rule
from audio_edition.text.verbaliser.tokens import Kind

_CARDINAL = Lazy(rf"{MINUS}(?<![\w.])(?P<number>{NUMBER})(?![.,]?\d)(?![A-Za-z])")
_VERSION = Lazy(r"(?<![\w.])\d{1,4}(?:\.\d{1,4}){2,4}(?![\w]|\.\d)")
_POINT = Lazy(r"(?<![\w.])\.(\d+)(?!\w)")
_DIGITS = Lazy(r"\d+")
_LONG = 13
"""Digits in a row that are a serial number rather than an amount."""
_AMERICAN_LONG = 5
"""American papers set off thousands with commas: five figures without one are a code."""


_CODE_CUE = re.compile(
    r"\b(?:text|texting|dial|code|PIN|pin|ZIP|zip|postcode|reference|ref|number|extension|ending in)\b[^.]{0,30}$",
    re.IGNORECASE,
)
_SHORTEST_CODE = 4


def _cardinal(match: re.Match[str], place: Locale) -> str:
    written = match["number"]
    longest = _AMERICAN_LONG if place.american else _LONG
    if len(written) >= _SHORTEST_CODE and _CODE_CUE.search(
        match.string[max(0, match.start() - 48) : match.start()]
    ):
        longest = 5 if "number" in match.string else _SHORTEST_CODE
    if written.isdecimal() and len(written) >= longest:
        return spoken_minus(match) + digits(written)
    return spoken_minus(match) + number(written, place)


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
        pattern=re.compile(rf"{LETTER}+(?=\d)"),
        say=lambda m, _: f"{m[0]} ",
    ),
    Rule(name="digits", at=FIGURE, pattern=_DIGITS, say=_left_over),
)
