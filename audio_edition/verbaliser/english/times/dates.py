"""Rules for dates in every order, and spans of days."""

from __future__ import annotations

import re
from functools import partial

from audio_edition.languages.en.number_words import ordinal, two_digits, year
from audio_edition.languages.en.spoken import load_table
from audio_edition.languages.locale import Locale
from audio_edition.verbaliser.context import text_before
from audio_edition.verbaliser.english.patterns import FIGURE_TOKENS, alternation
from audio_edition.verbaliser.rule import LazyPattern, Rule

_SHORT_MONTHS: dict[str, str] = load_table("dates")["months"]
MONTH_NAMES = list(dict.fromkeys([*list(_SHORT_MONTHS.values())[:4], "May", *list(_SHORT_MONTHS.values())[4:]]))
MONTHS = {
    form: name
    for short, name in (_SHORT_MONTHS | {n: n for n in MONTH_NAMES}).items()
    for form in (short, short.upper(), short.lower())
}
_MONTH_WORD = "[A-Za-z]{3,9}"
_MONTH = rf"(?P<month>{_MONTH_WORD})\b\.?"
_ORDINAL_ENDING = r"(?:st|nd|rd|th|ST|ND|RD|TH)?"
_DAY = rf"(?P<day>[0-3]?\d){_ORDINAL_ENDING}"
_FIRST = rf"(?P<first>[0-3]?\d){_ORDINAL_ENDING}"
_LINK = r"(?P<link>\s?[-–—/]\s?| and | or | to | & )"
_YEAR = r"(?:,?\s(?P<year>[12]\d{3})(?![\w%]|[.,]\d)|\s['’](?P<short>\d\d)(?!\w))?"
_DATE_ENDS = r"(?![\w%:]|[.,]\d|['’]\d)"
_DATE_BEGINS = r"(?<![\w$£€])(?<![\d][.,])"

_DAY_FIRST = LazyPattern(
    rf"{_DATE_BEGINS}(?:{_FIRST}{_LINK})?{_DAY}(?:\s(?:(?<=[a-z]\s)of\s)?|-){_MONTH}(?:-(?P<joined>\d{{4}})|,(?P<tight>\d{{4}})|{_YEAR})(?!\w)"
)
_MONTH_FIRST = LazyPattern(
    rf"\b{_MONTH}(?:\s|-)(?:the )?(?:{_FIRST}{_LINK})?{_DAY}(?:-(?P<joined>\d{{4}})|{_DATE_ENDS}{_YEAR})(?!\w)"
)
_TWO_MONTHS = LazyPattern(
    rf"\b(?P<month>{_MONTH_WORD})\b\.?\s(?P<day>[0-3]?\d){_ORDINAL_ENDING}\s?[-–—]\s?(?P<month2>{_MONTH_WORD})\b\.?\s(?P<day2>[0-3]?\d){_ORDINAL_ENDING}{_DATE_ENDS}{_YEAR}"
)
_DAYS_OF_TWO_MONTHS = LazyPattern(
    rf"{_DATE_BEGINS}(?P<day>[0-3]?\d){_ORDINAL_ENDING}\s(?P<month>{_MONTH_WORD})\b\.?\s?[-–—]\s?(?P<day2>[0-3]?\d){_ORDINAL_ENDING}\s(?P<month2>{_MONTH_WORD})\b\.?{_YEAR}(?!\w)"
)
_MONTH_SPAN = LazyPattern(
    rf"\b(?P<month>{_MONTH_WORD})\b\.?[-–—/](?P<month2>{_MONTH_WORD})\b\.?(?:\s(?P<year>[12]\d{{3}})\b)?"
)
_MONTH_YEAR = LazyPattern(rf"\b{_MONTH},?\s(?:(?P<year>[12]\d{{3}})(?![\w%]|[.,]\d)|['’](?P<short>\d\d)(?!\w))")
_SHORT_AS_WORDS = {"Mar", "May", "Jun", "Dec", "Jan", "Sep", "Apr"}
"""Short forms that are also names or words, unless a figure or a full stop is near."""

_MONTH_ALONE = LazyPattern(
    rf"\b(?P<month>{alternation(_SHORT_MONTHS.keys() - _SHORT_AS_WORDS)})(?:\.(?!\w)|(?!\w))"
)
_MONTH_ALONE_WITH_STOP = LazyPattern(
    r"\b(?P<month>Jan|Mar|Apr|Sep|Dec|Jun)(?:\.(?=\s[\da-z]|,)|(?=[-–][A-Z\d]|\s(?:19|20)\d\d))"
)
_ISO_DATE = LazyPattern(
    r"(?<![\w-])(?P<year>[12]\d{3})(?P<sign>[-/.])(?P<number>[01]\d)(?P=sign)(?P<day>[0-3]\d)(?![\w-])"
)
_NUMERIC_DATE = LazyPattern(
    r"(?<![\w/.-])(?P<one>[0-3]?\d)(?P<sign>[/.-])(?P<two>[0-3]?\d)(?P=sign)(?P<year>(?:[12]\d)?\d\d)(?![\w/-]|\.\d)"
)

_LATEST_SHORT_YEAR = 35
"""The last year in two digits that is read as a year of this century."""

_DAY_AND_MONTH = LazyPattern(r"(?<![\w/.,-])(?P<one>\d{1,2})/(?P<two>\d{1,2})(?![\w/%]|[.,]\d)")
_BEFORE_NUMERIC_DATE = re.compile(r"\b(?:on|beginning|starting|until|till|since|dated|due|for)\s$", re.IGNORECASE)


def spoken_year(match: re.Match[str], locale: Locale) -> str:
    """Return the year of a match after a space, or "" if it has none.

    A year in four digits is in the group `year`, `joined` or `tight`, one in two digits ("'22") in `short`.
    """
    groups = match.groupdict()
    if full := groups.get("year") or groups.get("joined") or groups.get("tight"):
        return f" {year(int(full), locale)}"
    return f" {two_digits(int(match['short']))}" if groups.get("short") else ""


def spoken_day(day: int, month: str, locale: Locale, *, month_first: bool, after_the: bool = False) -> str | None:
    """Return a day in words; None if no month has it.

    The forms are "the thirteenth of October", "October the thirteenth" and "October thirteenth".
    """
    if not 1 <= day <= 31:
        return None
    if not month_first:
        return f"{'' if after_the else 'the '}{ordinal(day)} of {month}"
    return f"{month} {'' if locale.american or after_the else 'the '}{ordinal(day)}"


def _follows_determiner(match: re.Match[str]) -> bool:
    return bool(
        re.search(
            r"\b(?:the|a|an|his|her|its|their|our|this|that|every|each|last|next|['’]s)\s$",
            text_before(match, 8),
            re.IGNORECASE,
        )
    )


def _month_name(match: re.Match[str], group: str = "month") -> str | None:
    """Return the month in full, or None; "may" and "march" in lower case are verbs unless a year follows."""
    written = match[group]
    is_word = written in {"may", "march", "mar"} and not match["year"]
    return None if is_word else MONTHS.get(written)


def _say_day_of_month(match: re.Match[str], locale: Locale, *, month_first: bool) -> str | None:
    """Say one or two days of a named month: "the thirteenth to the fifteenth of October"."""
    month, first, day = _month_name(match), match["first"], int(match["day"])
    if not month:
        return None
    after_the = _follows_determiner(match)
    if not first:
        words = spoken_day(day, month, locale, month_first=month_first, after_the=after_the)
        return words + spoken_year(match, locale) if words else None
    if not 1 <= int(first) <= 31 or not 1 <= day <= 31:
        return None
    link = match["link"].strip()
    if int(first) >= day or match.string[: match.start()].endswith(("No ", "no ")):
        return None
    between = {"and": "and", "or": "or", "&": "and", "/": "and"}.get(link, "to")
    the = "" if locale.american and month_first else "the "
    lead = "" if after_the else the
    days = f"{lead}{ordinal(int(first))} {between} {the}{ordinal(day)}"
    return (f"{month} {days}" if month_first else f"{days} of {month}") + spoken_year(match, locale)


def _say_span_over_months(match: re.Match[str], locale: Locale, *, month_first: bool) -> str | None:
    ends = []
    for day, group in (("day", "month"), ("day2", "month2")):
        month = _month_name(match, group)
        ends.append(month and spoken_day(int(match[day]), month, locale, month_first=month_first))
    return f"{ends[0]} to {ends[1]}{spoken_year(match, locale)}" if all(ends) else None


def _say_iso_date(match: re.Match[str], locale: Locale) -> str | None:
    return _spoken_date(int(match["number"]), int(match["day"]), match["year"], locale, month_first=False)


def _say_numeric_date(match: re.Match[str], locale: Locale) -> str | None:
    """Say 10/13/22 or 13.10.2022. The month is first in America, or where the second figure cannot be a month."""
    one, two = int(match["one"]), int(match["two"])
    if match["sign"] != "/" and len(match["year"]) == 2 and (locale.american or match["sign"] == "-"):
        return None
    american = locale.american and match["sign"] != "-"
    month, day = (one, two) if (american and one <= 12) or two > 12 else (two, one)
    written = match["year"]
    full = written if len(written) == 4 else ("19" if int(written) > _LATEST_SHORT_YEAR else "20") + written
    return _spoken_date(month, day, full, locale, month_first=locale.american and month == one)


def _say_day_and_month(match: re.Match[str], locale: Locale) -> str | None:
    """Say "1/4" as a date if the word before it shows that it is one, as in "on 1/4"; else it is a fraction."""
    one, two = int(match["one"]), int(match["two"])
    month, day = (one, two) if (locale.american and one <= 12) or two > 12 else (two, one)
    if not 1 <= month <= 12 or not _BEFORE_NUMERIC_DATE.search(text_before(match, 12)):
        return None
    return spoken_day(day, MONTH_NAMES[month - 1], locale, month_first=locale.american)


def _spoken_date(month: int, day: int, in_year: str, locale: Locale, *, month_first: bool) -> str | None:
    if not 1 <= month <= 12:
        return None
    words = spoken_day(day, MONTH_NAMES[month - 1], locale, month_first=month_first)
    return f"{words} {year(int(in_year), locale)}" if words else None


def _say_month_span(match: re.Match[str], locale: Locale) -> str | None:
    one, two = _month_name(match), _month_name(match, "month2")
    return f"{one} to {two}{spoken_year(match, locale)}" if one and two else None


_MONTH_TOKENS = frozenset(MONTHS)
RULES = (
    Rule(name="date", at=FIGURE_TOKENS, pattern=_ISO_DATE, say=_say_iso_date, needs=frozenset("-/.")),
    Rule(name="date", at=FIGURE_TOKENS, pattern=_NUMERIC_DATE, say=_say_numeric_date, needs=frozenset("/.-")),
    Rule(name="date", at=FIGURE_TOKENS, pattern=_DAY_AND_MONTH, say=_say_day_and_month, needs=frozenset("/")),
    Rule(
        name="dates",
        at=FIGURE_TOKENS,
        pattern=_DAYS_OF_TWO_MONTHS,
        say=partial(_say_span_over_months, month_first=False),
        needs=frozenset("-–—"),
    ),
    Rule(name="date", at=FIGURE_TOKENS, pattern=_DAY_FIRST, say=partial(_say_day_of_month, month_first=False)),
    Rule(name="dates", at=_MONTH_TOKENS, pattern=_TWO_MONTHS, say=partial(_say_span_over_months, month_first=True)),
    Rule(name="months", at=_MONTH_TOKENS, pattern=_MONTH_SPAN, say=_say_month_span),
    Rule(
        name="month", at=_MONTH_TOKENS, pattern=_MONTH_YEAR, say=lambda m, p: MONTHS[m["month"]] + spoken_year(m, p)
    ),
    Rule(name="date", at=_MONTH_TOKENS, pattern=_MONTH_FIRST, say=partial(_say_day_of_month, month_first=True)),
    Rule(name="month", at=_MONTH_TOKENS, pattern=_MONTH_ALONE, say=lambda m, _: MONTHS[m["month"]]),
    Rule(name="month", at=_MONTH_TOKENS, pattern=_MONTH_ALONE_WITH_STOP, say=lambda m, _: MONTHS[m["month"]]),
)
