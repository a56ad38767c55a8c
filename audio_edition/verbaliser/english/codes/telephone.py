"""Telephone numbers, and numbers in groups of digits like them."""

from __future__ import annotations

import re

from audio_edition.languages.locale import Locale
from audio_edition.languages.tokens import Kind
from audio_edition.verbaliser.context import before
from audio_edition.verbaliser.english.data import words
from audio_edition.verbaliser.english.numbers.number_words import digits
from audio_edition.verbaliser.english.patterns import one_of
from audio_edition.verbaliser.rule import Lazy, Rule

_INTERNATIONAL = Lazy(r"(?<!\w)\+(?:\d{1,3}(?:[ -]?\(\d{1,5}\)[ -]?|[ -]\d{1,6}){1,6}|\d{10,14})(?![\w-]|[.,]\d)")
_DOMESTIC = Lazy(
    r"(?<![\w.,£$€-])(?:\(0\d{2,4}\) ?\d{3,4}[ -]?\d{3,4}|0\d{2,4}[ -]\d{3,4}(?:[ -]?\d{3,4})?|0\d{9,10})"
    r"(?![\w-]|[.,]\d)"
)
_AMERICAN = Lazy(
    r"(?<![\w.,£$€-])(?:1[ -])?(?:\(\d{3}\)[ -]?\d{3}-\d{4}|\d{3}[-.]\d{3}[-.]\d{4}(?:-\d{1,4})?|\d{3}-\d{4})"
    r"(?![\w-]|[.,]\d)"
)
_SOCIAL_SECURITY = Lazy(r"(?<![\w.,-])\d{3}-\d{2}-\d{4}(?![\w-])")
_INTERNET = Lazy(r"(?<![\w.,-])\d{1,3}(?:\.\d{1,3}){3}(?![\w-]|\.\d)")
_EMERGENCY = Lazy(r"(?<![\w.,£$€-])(?P<number>999|911|112|111|101)(?![\w%-]|[.,]\d| [\d,]+| [a-z]+s\b)")
_DIALLED = Lazy(r"(?<![\w.,£$€-])\d{3,5}(?: \d{3,4}){1,3}(?![\w-]|[.,]\d| [\d,]+[a-z%])")
_CUE = re.compile(rf"\b{one_of(words('cues', 'dialled'))}\b[^.]{{0,40}}$", re.IGNORECASE)
_GROUP = re.compile(r"\d+")


def _groups(match: re.Match[str], place: Locale) -> str:
    """Digit by digit, a breath between the groups; the British say "oh"."""
    plus = "plus " if match[0].startswith("+") else ""
    return plus + ", ".join(_digits(group, place) for group in _GROUP.findall(match[0]))


def _digits(group: str, place: Locale) -> str:
    if group == "800" and place.american:
        return "eight hundred"
    return digits(group) if place.american else digits(group).replace("zero", "oh")


def _dialled(match: re.Match[str], place: Locale) -> str | None:
    """116 123, where the words before it say that it is dialled."""
    return _groups(match, place) if _CUE.search(before(match, 64)) else None


def _internet(match: re.Match[str], _: Locale) -> str:
    return " dot ".join(map(digits, match[0].split(".")))


def _emergency(match: re.Match[str], _: Locale) -> str | None:
    """Dial 999, or 111: behind a word of dialling."""
    ahead = before(match, 48)
    return digits(match["number"]) if _CUE.search(ahead) else None


_STARTS: frozenset[Kind | str] = frozenset({Kind.FIGURE, "("})
RULES = (
    Rule(name="telephone", at=frozenset({"+"}), pattern=_INTERNATIONAL, say=_groups),
    Rule(name="internet address", at=_STARTS, pattern=_INTERNET, say=_internet, needs=frozenset(".")),
    Rule(name="telephone", at=_STARTS, pattern=_DOMESTIC, say=_groups),
    Rule(name="telephone", at=_STARTS, pattern=_AMERICAN, say=_groups, needs=frozenset("-.")),
    Rule(name="telephone", at=_STARTS, pattern=_DIALLED, say=_dialled, needs=frozenset(" ")),
    Rule(name="number in groups", at=_STARTS, pattern=_SOCIAL_SECURITY, say=_groups, needs=frozenset("-")),
    Rule(name="telephone", at=_STARTS, pattern=_EMERGENCY, say=_emergency),
)
