"""Finds dates as the pages of each language print them, by the patterns in its `language.toml`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache, lru_cache
from typing import Any

from audio_edition import languages
from audio_edition.languages import DEFAULT_LANGUAGE
from audio_edition.languages.words import split_words
from audio_edition.segmenter.phrases.prefilter import PrefilteredPattern

_MAX_LINE_CHARS = 120
"""Characters of the longest line that can be only a date."""

_CACHE_SIZE = 2**12
"""Lines whose result is cached, because several rules ask for it."""

_ISO_DATE = re.compile(r"\b(?P<year>[12]\d{3})-(?P<month>[01]\d)-(?P<day>[0-3]\d)(?:\b|(?=T\d))")
_DOTTED_DATE = re.compile(r"(?<![\d.])(?P<day>[0-3]?\d)\. ?(?P<month>[01]?\d)\. ?(?P<year>[12]\d{3})\b(?!\.?\d)")
_UNIVERSAL_DATES = (_ISO_DATE, _DOTTED_DATE)
"""Dates in figures that have the same order in all languages."""

_NUMERIC_DATE = re.compile(
    r"(?<![\d.])(?P<day>[0-3]?\d)(?P<mark>[./-]) ?(?P<month>[01]?\d)(?P=mark) ?(?P<year>[12]\d{3}|\d\d)\b(?!\.?\d)"
)
"""Day first, as in all languages but English, where the order is ambiguous."""

_FIRST_BUDDHIST_YEAR, _BUDDHIST_LEAD = 2400, 543
_MARKS = ",.:;–—-/|•·"
_CUT = " | "
_DIGIT = re.compile(r"\d")
_CLOCK = re.compile(
    r"\b(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)? ?(?:[ap]\.?m\.?)?"
    r"|\b(?:[01]?\d|2[0-4])(?:\.[0-5]\d)? ?(?:[ap]\.?m\b\.?|uhr\b)",
    re.IGNORECASE,
)
"""A time of day. A number such as 12.30 is one only with a word that shows it."""

_CLOCK_WITH_STOP = re.compile(r"\b(?:[01]?\d|2[0-3])\.[0-5]\d\b")
_CLOCK_H = re.compile(r"\b\d{1,2} ?h( ?\d{2})?( ?min)?\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Calendar:
    """Patterns of a language: dates, days without a year, clock times, "3 hours ago", the words around them."""

    months: tuple[re.Pattern[str], ...]
    forms: tuple[re.Pattern[str], ...]
    days: tuple[re.Pattern[str], ...]
    clocks: tuple[re.Pattern[str], ...]
    ago: PrefilteredPattern
    words: re.Pattern[str]
    eras: Mapping[str, int] = field(default_factory=dict)

    def month_number(self, found: str) -> int:
        """Return the number of a month, given in figures or by name."""
        return int(found) if found.isdigit() else next(n for n, m in enumerate(self.months, 1) if m.match(found))

    def is_date_word(self, word: str) -> bool:
        """Return True if a word is a day of the week or another word that stands beside a date."""
        return self.words.fullmatch(word) is not None

    def find_dates(self, text: str) -> Iterator[date]:
        """Yield the dates in a text, form by form."""
        for form in self.forms:
            for match in form.finditer(text):
                try:
                    yield date(self.gregorian_year(match), self.month_number(match["month"]), int(match["day"]))
                except ValueError:
                    continue

    def gregorian_year(self, match: re.Match[str]) -> int:
        """Return the year of a date. One of two digits is of this century, one after 2400 Buddhist."""
        year, era = int(match["year"]), match.groupdict().get("era")
        if era:
            return year + self.eras[era]
        if year >= _FIRST_BUDDHIST_YEAR:
            return year - _BUDDHIST_LEAD
        return year if year > 99 else 2000 + year


def has_digit(text: str) -> bool:
    """Return True if a text may have a date: all forms have figures."""
    return _DIGIT.search(text) is not None


def find_date(text: str, language: str = DEFAULT_LANGUAGE) -> date | None:
    """Return the first whole date in a text, or None. `language` is a code such as "en"."""
    return next((found for calendar in _load_calendars(language) for found in calendar.find_dates(text)), None)


@lru_cache(maxsize=_CACHE_SIZE)
def is_date_line(text: str, language: str = DEFAULT_LANGUAGE, *, needs_year: bool = True) -> bool:
    """Return True if a line is a date or a time with at most two other words.

    A day without a year ("Tuesday 15 October") counts if `needs_year` is False.
    """
    if len(text) > _MAX_LINE_CHARS:
        return False
    rest = remove_dates(text, language, needs_year=needs_year)
    if rest == text:
        return False
    rest = _CLOCK_WITH_STOP.sub(" ", rest)
    for calendar in _load_calendars(language):
        rest = calendar.words.sub(" ", rest)
    return sum(len(split_words(word)) for word in re.findall(r"\w+", rest)) <= 2


def remove_dates(text: str, language: str = DEFAULT_LANGUAGE, *, needs_year: bool = True) -> str:
    """Return a line with a bar for each of its dates, times and ages ("3 hours ago")."""
    calendars = _load_calendars(language)
    for calendar in calendars if has_digit(text) else ():
        for form in (*calendar.forms, *calendar.clocks, *(() if needs_year else calendar.days)):
            text = form.sub(_CUT, text)
    for calendar in calendars:
        text = calendar.ago.pattern.sub(_CUT, text) if calendar.ago.may_match(text) else text
    return text


def strip_date_words(text: str, language: str = DEFAULT_LANGUAGE) -> str:
    """Return a line without the words at either end that stand beside a date: "on Tuesday", "published"."""
    words = text.split()
    calendars = _load_calendars(language)
    is_beside = [not (bare := word.strip(_MARKS)) or any(c.is_date_word(bare) for c in calendars) for word in words]
    first = next((number for number, beside in enumerate(is_beside) if not beside), len(words))
    last = next((number for number in range(len(words), first, -1) if not is_beside[number - 1]), first)
    return " ".join(words[first:last])


@cache
def _load_calendars(language: str) -> tuple[_Calendar, ...]:
    """Return the calendar of a language, and those tried on all pages: English, and of languages without a folder.

    Many systems print English dates whatever the language.
    """
    english = _build_calendar(languages.load(DEFAULT_LANGUAGE).dates, _UNIVERSAL_DATES, (_CLOCK,))
    shared = (english, _build_other_calendar(languages.load_other_pages()["dates"]))
    if language == DEFAULT_LANGUAGE:
        return shared
    return _build_local_calendar(languages.load(language).dates), *shared


def _build_other_calendar(words: Mapping[str, Any]) -> _Calendar:
    """Return the calendar of the languages without a folder, whose words no blanks separate."""
    forms = (form.replace("MONTH", "|".join(words["months"])) for form in words["forms"])
    return _Calendar(
        months=tuple(map(re.compile, words["months"])),
        forms=tuple(map(re.compile, forms)),
        days=(),
        clocks=tuple(map(re.compile, words["clocks"])),
        ago=PrefilteredPattern.from_source(words["ago"]),
        words=re.compile(words["words"]),
        eras=words["eras"],
    )


def _build_local_calendar(words: Mapping[str, str]) -> _Calendar:
    """Return a calendar with dates in figures, "13.10.2022" and "13/out/2022", and hours as in "18h30"."""
    marked = rf"\b(?P<day>\d{{1,2}})(?P<mark>[./-]){_month_pattern(words)}(?P=mark)(?P<year>[12]\d{{3}})"
    return _build_calendar(words, (re.compile(marked, re.IGNORECASE), _NUMERIC_DATE), (_CLOCK_H,))


def _build_calendar(
    words: Mapping[str, str], forms: tuple[re.Pattern[str], ...], clocks: tuple[re.Pattern[str], ...]
) -> _Calendar:
    day = rf"(?P<day>\d{{1,2}})(?:{words['ordinal']})?"
    of = f"(?: (?:{words['of']}))?" if "of" in words else ""
    named = (
        rf"\b{_month_pattern(words)}\.? {day},?{of} (?P<year>[12]\d{{3}})",
        rf"\b{day}{of} {_month_pattern(words)}\.?,?{of} (?P<year>[12]\d{{3}})",
    )
    days = (rf"\b{day}{of} {_month_pattern(words)}\b", rf"\b{_month_pattern(words)}\.? {day}\b")
    return _Calendar(
        months=tuple(re.compile(stem, re.IGNORECASE) for stem in words["months"].split()),
        forms=(*(re.compile(form, re.IGNORECASE) for form in named), *forms),
        days=tuple(re.compile(form, re.IGNORECASE) for form in days),
        clocks=clocks,
        ago=PrefilteredPattern.from_source(rf"\b(?:{words['ago']})\b", re.IGNORECASE),
        words=re.compile(rf"\b(?:{words['words']})\b", re.IGNORECASE),
    )


def _month_pattern(words: Mapping[str, str]) -> str:
    return rf"(?P<month>(?:{'|'.join(words['months'].split())})[a-z]{{0,7}})"
