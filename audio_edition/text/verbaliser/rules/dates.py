"""Dates in every order, and spans of days."""

from __future__ import annotations

import re

from audio_edition.text.verbaliser.data import MONTHS, one_of
from audio_edition.text.verbaliser.numbers import ordinal, year
from audio_edition.text.verbaliser.rule import Locale, Rule

_MONTH = rf"(?P<month>{one_of(MONTHS)})\.?"
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_YEAR = r"(?:,?\s(?P<year>[12]\d{3}))?"
_END = r"(?![\w%]|[.,]\d)"
_MONTH_FIRST = re.compile(rf"\b{_MONTH}\s{_DAY}{_END}{_YEAR}(?![\w%])")
_DAY_FIRST = re.compile(rf"(?<![\w.,$£€])(?:the )?{_DAY}(?: of)?\s{_MONTH}{_YEAR}(?![\w%])")
_DAY_SPAN = re.compile(
    rf"(?<![\w.,])(?P<first>[0-3]?\d)(?:st|nd|rd|th)?[-–](?P<day>[0-3]?\d)(?:st|nd|rd|th)?\s{_MONTH}{_YEAR}(?!\w)"
)
_MONTH_SPAN = re.compile(
    rf"\b{_MONTH}\s(?P<first>[0-3]?\d)(?:st|nd|rd|th)?[-–](?P<day>[0-3]?\d)(?:st|nd|rd|th)?{_END}{_YEAR}(?!\w)"
)
_ISO = re.compile(r"(?<![\w-])(?P<year>[12]\d{3})-(?P<number>[01]\d)-(?P<day>[0-3]\d)(?![\w-])")
_FIGURES = re.compile(r"(?<![\w/])(?P<one>[0-3]?\d)/(?P<two>[0-3]?\d)/(?P<year>(?:[12]\d)?\d\d)(?![\w/])")
_MONTH_YEAR = re.compile(rf"\b{_MONTH}\s(?P<year>[12]\d{{3}})(?![\w%]|[.,]\d)")
_MONTH_ALONE = re.compile(
    rf"\b(?P<month>{one_of(m for m in MONTHS if m not in MONTHS.values() and m != 'Mar')})\.?(?=[\s,-]\d|[-–])"
)
_DAYS = "Mon|Tues|Wednes|Thurs|Fri|Satur|Sun"
_WEEKDAYS = re.compile(rf"\b((?:{_DAYS})day)[-–]((?:{_DAYS})day)\b")
_FULL_NAMES = list(dict.fromkeys(MONTHS[m] for m in "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()))


def _say(day: int, month: str, in_year: str | None, locale: Locale, first: int | None = None) -> str | None:
    if not 1 <= day <= 31 or (first is not None and not 1 <= first < day):
        return None
    days = f"{ordinal(first)} to {'' if locale.american else 'the '}{ordinal(day)}" if first else ordinal(day)
    words = f"{month} {days}" if locale.american else f"the {days} of {month}"
    return words + (f" {year(int(in_year), american=locale.american)}" if in_year else "")


def _named(match: re.Match[str], locale: Locale) -> str | None:
    groups = match.groupdict()
    first = int(groups["first"]) if groups.get("first") else None
    words = _say(int(match["day"]), MONTHS[match["month"]], match["year"], locale, first)
    starts = match[0][:1] == "T" or (match.start() == 0 and words and words.startswith("the "))
    return words[:1].upper() + words[1:] if words and starts else words


def _iso(match: re.Match[str], locale: Locale) -> str | None:
    number = int(match["number"])
    return _say(int(match["day"]), _FULL_NAMES[number - 1], match["year"], locale) if 1 <= number <= 12 else None


def _figures(match: re.Match[str], locale: Locale) -> str | None:
    one, two = int(match["one"]), int(match["two"])
    month, day = (one, two) if (locale.american and one <= 12) or two > 12 else (two, one)
    if not 1 <= month <= 12:
        return None
    written = match["year"]
    full = written if len(written) == 4 else ("19" if int(written) > 50 else "20") + written
    return _say(day, _FULL_NAMES[month - 1], full, locale)


def _month_year(match: re.Match[str], locale: Locale) -> str:
    return f"{MONTHS[match['month']]} {year(int(match['year']), american=locale.american)}"


RULES = (
    Rule(name="date", pattern=_ISO, say=_iso),
    Rule(name="date", pattern=_FIGURES, say=_figures),
    Rule(name="dates", pattern=_DAY_SPAN, say=_named),
    Rule(name="dates", pattern=_MONTH_SPAN, say=_named),
    Rule(name="date", pattern=_MONTH_YEAR, say=_month_year),
    Rule(name="date", pattern=_MONTH_FIRST, say=_named),
    Rule(name="date", pattern=_DAY_FIRST, say=_named),
    Rule(name="month", pattern=_MONTH_ALONE, say=lambda m, _: MONTHS[m["month"]]),
    Rule(name="weekdays", pattern=_WEEKDAYS, say=lambda m, _: f"{m[1]} to {m[2]}"),
)
