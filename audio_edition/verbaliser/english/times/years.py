"""Rules for years and spans of years: 1939-45, 2022-23, 1066, 44BC, AD 43, the class of '68."""

from __future__ import annotations

import re
from functools import partial

from audio_edition.languages.en.number_words import cardinal, two_digits, year
from audio_edition.languages.en.spoken import load_word_set
from audio_edition.languages.locale import Locale
from audio_edition.languages.tokens import TokenKind
from audio_edition.verbaliser.context import text_before
from audio_edition.verbaliser.english.patterns import FIGURE_TOKENS, alternation
from audio_edition.verbaliser.rule import LazyPattern, Rule

_ERA = r"(?P<era>B\.?C\.?(?:E\.?)?|A\.?D\.?|C\.?E\.?)"
_SPAN = LazyPattern(
    r"(?<![\w.,$£€-])(?P<one>1[0-9]\d\d|20\d\d)\s?(?P<sign>[-–—/])\s?(?P<two>\d{4}|\d\d)(?![\w%/]|[-–]\d|[.,]\d)"
)
_YEAR_THEN_ERA = LazyPattern(
    rf"(?<![\w.,$£€])(?:(?P<from>\d{{1,4}})\s?[-–]\s?)?(?P<year>\d{{1,4}}|\d{{1,3}},\d{{3}})\s?{_ERA}(?!\w)"
)
_ERA_THEN_YEAR = LazyPattern(
    r"\b(?P<era>AD|A\.D\.)\s?(?:(?P<from>\d{1,4})\s?[-–]\s?)?(?P<year>\d{1,4})(?!\w|[.,]\d)"
)
_SHORT_YEAR = LazyPattern(
    r"['’‘](?P<year>\d\d)(?:\s?[-–]\s?['’]?(?P<to>\d\d))?(?P<people>ers?)?(?![\w'’%\"]|[.,]\d)"
)
_YEAR = LazyPattern(
    r"(?<![\w.,$£€#])(?P<year>1[1-9]\d\d|20\d\d)(?!\w|[%°]|[.,]\d|\s(?:per|million|billion|sq)\b)(?P<possessive>['’]s)?"
)
_EARLY_YEAR = LazyPattern(r"(?<![\w.,$£€#])(?P<year>10\d\d|[5-9]\d\d)(?!\w|[%°-]|[.,]\d)")
_EARLY_CUE = re.compile(r"\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Cc]irca|[Yy]ear|[Dd]uring)\s$")
_AMOUNT_CUE = re.compile(rf"\b{alternation(load_word_set('cues', 'amounts'))}\s$", re.IGNORECASE)
_COUNTED_NOUN = re.compile(
    rf"\s(?:[a-z]+\s)?(?!{alternation(load_word_set('cues', 'no_plurals'))}\b)"
    r"(?:[a-z]{2,}s|people|men|women|children|feet)\b"
)


def _say_span(match: re.Match[str], locale: Locale) -> str | None:
    """Say a span of years, the second in two digits if it is written so. Return None if it is not the later one."""
    one, two = match["one"], match["two"]
    full = int(two) if len(two) == 4 else int(one[:2] + two)
    if full <= int(one) or (len(two) == 4 and not 1000 <= full < 2200):
        return None
    second = year(full, locale) if len(two) == 4 or two == "00" else two_digits(int(two))
    return f"{year(int(one), locale)} to {second}"


def _say_era(match: re.Match[str], locale: Locale, *, era_first: bool) -> str:
    written = match["era"]
    letters = " ".join(re.sub(r"\W", "", written))
    spoken = _spoken_year_in_era(match["year"], locale)
    if match["from"]:
        spoken = f"{_spoken_year_in_era(match['from'], locale)} to {spoken}"
    stop = "." if written.endswith(".") and match.end() == len(match.string) else ""
    return f"{letters} {spoken}" if era_first else f"{spoken} {letters}{stop}"


def _spoken_year_in_era(written: str, locale: Locale) -> str:
    """Return a year with an era in words: 340 is "three forty" in America; in Britain it is a plain number."""
    n = int(written.replace(",", ""))
    if locale.american and 100 < n < 1000 and n % 100 > 9:
        return f"{cardinal(n // 100)} {two_digits(n % 100)}"
    return year(n, locale) if "," not in written else cardinal(n, locale)


def _say_short_year(match: re.Match[str], _: Locale) -> str:
    spoken = two_digits(int(match["year"]))
    return f"{spoken} to {two_digits(int(match['to']))}" if match["to"] else spoken + (match["people"] or "")


def _say_year(match: re.Match[str], locale: Locale) -> str | None:
    """Say a year; return None if the words around it show that it counts things."""
    before = text_before(match, 16)
    counts = _COUNTED_NOUN.match(match.string, match.end())
    if counts and not match["possessive"] and _AMOUNT_CUE.search(before):
        return None
    return year(int(match["year"]), locale) + ("'s" if match["possessive"] else "")


def _say_early_year(match: re.Match[str], locale: Locale) -> str | None:
    """Say 1066 as a year after a word such as "in"; return None elsewhere, where it is a number."""
    before = text_before(match, 16)
    if not _EARLY_CUE.search(before) or _COUNTED_NOUN.match(match.string, match.end()):
        return None
    n = int(match["year"])
    if n < 1000 and n % 100 > 9:
        return (
            f"{cardinal(n // 100)} {two_digits(n % 100)}"
            if re.search(r"[Yy]ear\s$", before) or locale.american
            else None
        )
    return year(n, locale) if n >= 1000 else None


RULES = (
    Rule(name="years", at=FIGURE_TOKENS, pattern=_SPAN, say=_say_span, needs=frozenset("-–—/")),
    Rule(
        name="year and era",
        at=FIGURE_TOKENS,
        pattern=_YEAR_THEN_ERA,
        say=partial(_say_era, era_first=False),
        needs=frozenset("CD"),
    ),
    Rule(
        name="year and era",
        at=frozenset({"AD", "A", TokenKind.CODE}),
        pattern=_ERA_THEN_YEAR,
        say=partial(_say_era, era_first=True),
    ),
    Rule(name="short year", at=frozenset("'’‘"), pattern=_SHORT_YEAR, say=_say_short_year),
    Rule(name="year", at=FIGURE_TOKENS, pattern=_YEAR, say=_say_year),
    Rule(name="year", at=FIGURE_TOKENS, pattern=_EARLY_YEAR, say=_say_early_year),
)
