"""Dates as English-language pages print them."""

from __future__ import annotations

import re
from datetime import date

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_MONTH = r"(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
_FORMS = (
    re.compile(rf"\b{_MONTH} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year>[12]\d{{3}})", re.IGNORECASE),
    re.compile(rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)? {_MONTH},? (?P<year>[12]\d{{3}})", re.IGNORECASE),
    re.compile(r"\b(?P<year>[12]\d{3})-(?P<number>[01]\d)-(?P<day>[0-3]\d)\b"),
)
_AGO = re.compile(r"\b(\d{1,2}|an?) (second|minute|min|hour|hr|day|week|month|year)s? ago\b", re.IGNORECASE)
_CLOCK = re.compile(r"\b\d{1,2}[:.]\d{2} ?([ap]\.?m\.?)?", re.IGNORECASE)
_DATE_WORDS = re.compile(
    r"\b(published|updated|posted|last|first|modified|edited|on|at|the|of|from|in|edition|issue|am|pm|a\.m|p\.m|"
    r"e[sd]?t|c[sd]t|p[sd]?t|gmt|bst|utc|ist|cet|(mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}|min|minutes?|read)\b",
    re.IGNORECASE,
)


def find_date(text: str) -> date | None:
    """The first whole date in a text."""
    for form in _FORMS:
        for match in form.finditer(text):
            number = match.groupdict().get("number") or _MONTHS.index(match[_month_group(match)].lower()[:3]) + 1
            try:
                return date(int(match["year"]), int(number), int(match["day"]))
            except ValueError:
                continue
    return None


def _month_group(match: re.Match[str]) -> int:
    return next(i for i, group in enumerate(match.groups(), 1) if group and group[:3].lower() in _MONTHS)


def is_date_line(text: str) -> bool:
    """Whether a line says when, and at most two words more."""
    if len(text) > 120:
        return False
    rest = text
    for form in (*_FORMS, _AGO, _CLOCK):
        rest = form.sub(" ", rest)
    if rest == text:
        return False
    return len(re.findall(r"\w+", _DATE_WORDS.sub(" ", rest))) <= 2
