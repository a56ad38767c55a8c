"""Rules for telephone numbers and other numbers that are written in groups of digits."""

from __future__ import annotations

import re

from audio_edition.languages.en.number_words import digits
from audio_edition.languages.en.spoken import load_word_set
from audio_edition.languages.locale import Locale
from audio_edition.languages.tokens import TokenKind
from audio_edition.verbaliser.context import text_before
from audio_edition.verbaliser.english.patterns import alternation
from audio_edition.verbaliser.rule import LazyPattern, Rule

_INTERNATIONAL = LazyPattern(
    r"(?<!\w)\+(?:\d{1,3}(?:[ -]?\(\d{1,5}\)[ -]?|[ -]\d{1,6}){1,6}|\d{10,14})(?![\w-]|[.,]\d)"
)
_DOMESTIC = LazyPattern(
    r"(?<![\w.,£$€-])(?:\(0\d{2,4}\) ?\d{3,4}[ -]?\d{3,4}|0\d{2,4}[ -]\d{3,4}(?:[ -]?\d{3,4})?|0\d{9,10})"
    r"(?![\w-]|[.,]\d)"
)
_AMERICAN = LazyPattern(
    r"(?<![\w.,£$€-])(?:1[ -])?(?:\(\d{3}\)[ -]?\d{3}-\d{4}|\d{3}[-.]\d{3}[-.]\d{4}(?:-\d{1,4})?|\d{3}-\d{4})"
    r"(?![\w-]|[.,]\d)"
)
_SOCIAL_SECURITY = LazyPattern(r"(?<![\w.,-])\d{3}-\d{2}-\d{4}(?![\w-])")
_IP_ADDRESS = LazyPattern(r"(?<![\w.,-])\d{1,3}(?:\.\d{1,3}){3}(?![\w-]|\.\d)")
_EMERGENCY_NUMBER = LazyPattern(
    r"(?<![\w.,£$€-])(?P<number>999|911|112|111|101)(?![\w%-]|[.,]\d| [\d,]+| [a-z]+s\b)"
)
_DIALLED_NUMBER = LazyPattern(r"(?<![\w.,£$€-])\d{3,5}(?: \d{3,4}){1,3}(?![\w-]|[.,]\d| [\d,]+[a-z%])")
_BEFORE_DIALLED_NUMBER = re.compile(
    rf"\b{alternation(load_word_set('cues', 'dialled'))}\b[^.]{{0,40}}$", re.IGNORECASE
)
_DIGIT_GROUP = re.compile(r"\d+")


def _say_groups(match: re.Match[str], locale: Locale) -> str:
    """Say digit by digit with a comma between the groups; British English says "oh" for zero."""
    plus = "plus " if match[0].startswith("+") else ""
    return plus + ", ".join(_spoken_digits(group, locale) for group in _DIGIT_GROUP.findall(match[0]))


def _spoken_digits(group: str, locale: Locale) -> str:
    if group == "800" and locale.american:
        return "eight hundred"
    return digits(group) if locale.american else digits(group).replace("zero", "oh")


def _say_dialled_number(match: re.Match[str], locale: Locale) -> str | None:
    """Say "116 123" digit by digit if the words before it show that it is dialled."""
    return _say_groups(match, locale) if _BEFORE_DIALLED_NUMBER.search(text_before(match, 64)) else None


def _say_ip_address(match: re.Match[str], _: Locale) -> str:
    return " dot ".join(map(digits, match[0].split(".")))


def _say_emergency_number(match: re.Match[str], _: Locale) -> str | None:
    """Say "999" or "111" digit by digit after a word of dialling."""
    before = text_before(match, 48)
    return digits(match["number"]) if _BEFORE_DIALLED_NUMBER.search(before) else None


_START_TOKENS: frozenset[TokenKind | str] = frozenset({TokenKind.FIGURE, "("})
RULES = (
    Rule(name="telephone", at=frozenset({"+"}), pattern=_INTERNATIONAL, say=_say_groups),
    Rule(name="internet address", at=_START_TOKENS, pattern=_IP_ADDRESS, say=_say_ip_address, needs=frozenset(".")),
    Rule(name="telephone", at=_START_TOKENS, pattern=_DOMESTIC, say=_say_groups),
    Rule(name="telephone", at=_START_TOKENS, pattern=_AMERICAN, say=_say_groups, needs=frozenset("-.")),
    Rule(
        name="telephone", at=_START_TOKENS, pattern=_DIALLED_NUMBER, say=_say_dialled_number, needs=frozenset(" ")
    ),
    Rule(
        name="number in groups", at=_START_TOKENS, pattern=_SOCIAL_SECURITY, say=_say_groups, needs=frozenset("-")
    ),
    Rule(name="telephone", at=_START_TOKENS, pattern=_EMERGENCY_NUMBER, say=_say_emergency_number),
)
