"""Dates as pages of each language print them; `dates.toml` has their words."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources

from audio_edition.text.segmenter.languages import DEFAULT

_LONGEST = 120
"""Characters of a line that may be a date and no more."""

_ISO = re.compile(r"\b(?P<year>[12]\d{3})-(?P<month>[01]\d)-(?P<day>[0-3]\d)\b")
_FIGURES = re.compile(
    r"(?<![\d.])(?P<day>[0-3]?\d)(?P<mark>[./-]) ?(?P<month>[01]?\d)(?P=mark) ?(?P<year>[12]\d{3}|\d\d)\b(?!\.?\d)"
)
"""Day first, as everywhere but in English, where nobody can tell."""

_CLOCK = re.compile(r"\b\d{1,2}[:.]\d{2} ?([ap]\.?m\.?)?", re.IGNORECASE)
_CLOCK_H = re.compile(r"\b\d{1,2} ?h( ?\d{2})?( ?min)?\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Calendar:
    """What a language's dates look like; `forms` find whole dates, `times` clock times and "3 hours ago"."""

    months: tuple[re.Pattern[str], ...]
    forms: tuple[re.Pattern[str], ...]
    times: tuple[re.Pattern[str], ...]
    words: re.Pattern[str]

    def month(self, found: str) -> int:
        """The number of a month, from its figures or its name."""
        return int(found) if found.isdigit() else next(n for n, m in enumerate(self.months, 1) if m.match(found))

    def dates(self, text: str) -> Iterator[date]:
        """The dates in a text, form by form."""
        for form in self.forms:
            for match in form.finditer(text):
                year = int(match["year"])
                try:
                    yield date(year if year > 99 else 2000 + year, self.month(match["month"]), int(match["day"]))
                except ValueError:
                    continue


def find_date(text: str, language: str = DEFAULT) -> date | None:
    """The first whole date in a text of a language (two letters)."""
    return next((found for calendar in _calendars(language) for found in calendar.dates(text)), None)


def is_date_line(text: str, language: str = DEFAULT) -> bool:
    """Whether a line says when, and at most two words more."""
    if len(text) > _LONGEST:
        return False
    rest = text
    for calendar in _calendars(language):
        for form in (*calendar.forms, *calendar.times):
            rest = form.sub(" ", rest)
    if rest == text:
        return False
    for calendar in _calendars(language):
        rest = calendar.words.sub(" ", rest)
    return len(re.findall(r"\w+", rest)) <= 2


@cache
def _calendars(language: str) -> tuple[_Calendar, ...]:
    """The calendar of a language, and the English one, which many systems print whatever the language."""
    data = tomllib.loads((resources.files(__package__) / "dates.toml").read_text(encoding="utf-8"))
    own = () if language == DEFAULT else (_calendar(data[language], (_FIGURES,), (_CLOCK_H,)),)
    return (*own, _calendar(data[DEFAULT], (_ISO,), (_CLOCK,)))


def _calendar(
    words: dict[str, str], forms: tuple[re.Pattern[str], ...], times: tuple[re.Pattern[str], ...]
) -> _Calendar:
    stems = words["months"].split()
    month = rf"(?P<month>(?:{'|'.join(stems)})[a-z]{{0,6}})\.?"
    day = rf"(?P<day>\d{{1,2}})(?:{words['ordinal']})?"
    of = f"(?: (?:{words['of']}))?" if "of" in words else ""
    named = (
        rf"\b{month} {day},?{of} (?P<year>[12]\d{{3}})",
        rf"\b{day}{of} {month},?{of} (?P<year>[12]\d{{3}})",
    )
    return _Calendar(
        months=tuple(re.compile(stem, re.IGNORECASE) for stem in stems),
        forms=(*(re.compile(form, re.IGNORECASE) for form in named), *forms),
        times=(re.compile(rf"\b(?:{words['ago']})\b", re.IGNORECASE), *times),
        words=re.compile(rf"\b(?:{words['words']})\b", re.IGNORECASE),
    )
