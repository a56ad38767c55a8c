"""Telephone numbers, and numbers in groups of digits like them."""

from __future__ import annotations

import re

from audio_edition.text.verbaliser.english.number_words import digits
from audio_edition.text.verbaliser.locale import Locale
from audio_edition.text.verbaliser.rule import Rule
from audio_edition.text.verbaliser.tokens import Kind

_INTERNATIONAL = re.compile(r"(?<!\w)\+\d{1,3}(?:[ -]?\(?\d{1,5}\)?){2,5}(?![\w-])")
_DOMESTIC = re.compile(
    r"(?<![\w.,£$€-])(?:\(0\d{2,4}\) ?\d{3,4}[ -]?\d{3,4}|0\d{2,4}[ -]\d{3,4}(?:[ -]?\d{3,4})?|0\d{9,10})(?![\w-]|[.,]\d)"
)
_AMERICAN = re.compile(
    r"(?<![\w.,£$€-])(?:1[ -])?(?:\(\d{3}\)[ -]?\d{3}-\d{4}|\d{3}[-.]\d{3}[-.]\d{4}(?:-\d{1,4})?|\d{3}-\d{4})(?![\w-]|[.,]\d)"
)
_SOCIAL_SECURITY = re.compile(r"(?<![\w.,-])\d{3}-\d{2}-\d{4}(?![\w-])")
_INTERNET = re.compile(r"(?<![\w.,-])\d{1,3}(?:\.\d{1,3}){3}(?![\w-]|\.\d)")
_EMERGENCY = re.compile(
    r"\b(?P<verb>[Dd]ial(?:led|ling|s)?|[Cc]all(?:ed|ing|s)?|[Rr]ang|[Rr]ing(?:ing)?|[Pp]hone[ds]?) (?P<number>999|911|112|111|101|0\d+)\b"
)
_GROUP = re.compile(r"\d+")


def _groups(match: re.Match[str], place: Locale) -> str:
    """Digit by digit, a breath between the groups; the British say "oh"."""
    plus = "plus " if match[0].startswith("+") else ""
    return plus + ", ".join(_digits(group, place) for group in _GROUP.findall(match[0]))


def _digits(group: str, place: Locale) -> str:
    if group == "800" and place.american:
        return "eight hundred"
    return digits(group) if place.american else digits(group).replace("zero", "oh")


def _internet(match: re.Match[str], _: Locale) -> str:
    return " dot ".join(map(digits, match[0].split(".")))


def _emergency(match: re.Match[str], _: Locale) -> str:
    return f"{match['verb']} {digits(match['number'])}"


_FIGURE: frozenset[Kind | str] = frozenset({Kind.FIGURE, "("})
RULES = (
    Rule(name="telephone", at=frozenset({"+"}), pattern=_INTERNATIONAL, say=_groups),
    Rule(name="internet address", at=_FIGURE, pattern=_INTERNET, say=_internet),
    Rule(name="telephone", at=_FIGURE, pattern=_DOMESTIC, say=_groups),
    Rule(name="telephone", at=_FIGURE, pattern=_AMERICAN, say=_groups),
    Rule(name="number in groups", at=_FIGURE, pattern=_SOCIAL_SECURITY, say=_groups),
    Rule(
        name="telephone",
        at=frozenset(
            "Dial dial Dialled dialled dialling Call call Called called calls calling rang ring Ring ringing phone phoned".split()
        ),
        pattern=_EMERGENCY,
        say=_emergency,
    ),
)
