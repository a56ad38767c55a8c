"""Rules for dates in words and in figures, and for short months and weekdays."""

from __future__ import annotations

import re

from audio_edition.languages.grammar_language import GrammarLanguage
from audio_edition.languages.locale import Locale
from audio_edition.languages.patterns import BLANK, alternation
from audio_edition.languages.tokens import TOKEN, TokenKind
from audio_edition.verbaliser.rule import Rule

_NUMERIC_DATE = re.compile(
    r"(?<![\w/.-])(?P<day>[0-3]?\d)(?P<sign>[/.-])\s?(?P<month>[01]?\d)(?P=sign)\s?(?P<year>(?:[12]\d)?\d\d)(?![\w/-]|[.,]\d)"
)
_ISO_DATE = re.compile(r"(?<![\w-])(?P<year>[12]\d{3})-(?P<month>[01]\d)-(?P<day>[0-3]\d)(?![\w-])")
_FIRST_OF_MONTH = r"(?:1\.?(?:er|º|°|o)|1)"


class Dates:
    """The rules for the dates of a language."""

    def __init__(self, language: GrammarLanguage) -> None:
        """Read the months, their short forms, and the weekdays."""
        self.language = language
        self.months: list[str] = [*language.months]
        self.short_months: dict[str, str] = {
            form: self.months[n - 1] for form, n in language.data["short_months"].items()
        }
        self.weekdays: dict[str, str] = language.data["weekdays"]

    def spoken_day(self, n: int, locale: Locale, *, marked: bool = False) -> str:
        """Return the day of a month. The first is an ordinal if written so (`marked`) or by language and region."""
        firsts = self.language.data["first_of_month"]
        if n == 1 and (marked or "*" in firsts or locale.region in firsts):
            return self.language.numbers.ordinal(1, locale, "m")
        return self.language.cardinal(n, locale)

    def say_full_date(self, match: re.Match[str], locale: Locale) -> str | None:
        """Return a date with the month by its name; None for a 32nd or a 13th month."""
        day, month, year = int(match["day"]), int(match["month"]), match["year"]
        if not (1 <= day <= 31 and 1 <= month <= 12):
            return None
        century = "" if len(year) == 4 else "19" if int(year) > 50 else "20"
        spoken = self.language.numbers.year(int(century + year), locale)
        spoken_day = self.spoken_day_in_context(match, day, locale)
        template: str = self.language.data["date"]
        return template.format(day=spoken_day, month=self.months[month - 1], year=spoken)

    def spoken_day_in_context(self, match: re.Match[str], n: int, locale: Locale) -> str:  # noqa: ARG002 - dotted ordinals need it
        """Return the day as the words before the date ask for it."""
        return self.spoken_day(n, locale)

    def say_first_of_month(self, match: re.Match[str], locale: Locale) -> str:
        """Return the first of a month."""
        return self.spoken_day(1, locale, marked=len(match["day"]) > 1)

    def say_month(self, match: re.Match[str], _: Locale) -> str:
        """Return a short month in full."""
        return self.short_months[match["month"]]

    def say_days(self, match: re.Match[str], locale: Locale) -> str | None:
        """Return a range of days before their month; None if they do not increase."""
        first, last = int(match["day"]), int(match["last"])
        if not 1 <= first < last <= 31:
            return None
        template = str(self.language.data.get("days", f"{{first}} {self.language.words['to']} {{last}}"))
        return template.format(first=self.spoken_day(first, locale), last=self.spoken_day(last, locale))

    def say_weekday_span(self, match: re.Match[str], _: Locale) -> str:
        """Return a range of two short weekdays."""
        ends = (self.weekdays[f"{match[end]}."] for end in ("first", "last"))
        return f" {self.language.words['to']} ".join(ends)

    def say_weekday(self, match: re.Match[str], _: Locale) -> str:
        """Return a short weekday in full, with a comma if it has one or the language sets one."""
        comma = "," if match["comma"] or self.language.data.get("weekday_comma") else ""
        return self.weekdays[match["weekday"]] + comma

    def rules(self) -> tuple[Rule, ...]:
        """Return the rules for dates in figures, the first of a month, short months and weekdays."""
        names = alternation([*self.months, *self.short_months])
        first = re.compile(rf"(?<![\w.,])(?P<day>{_FIRST_OF_MONTH})(?={BLANK}(?:de{BLANK})?(?i:{names})(?!\w))")
        behind = [
            r"\d",
            r"\d\.",
            r"\d[eº°]",
            r"\der",
            *filter(None, [self.language.data.get("day_link")]),
        ]
        short = alternation(self.short_months)
        month = re.compile(
            rf"\b(?:{'|'.join(f'(?<={day}{BLANK})' for day in behind)}|(?={short}{BLANK}\d{{4}}))"
            rf"(?P<month>{short})(?!\w)"
        )
        weekday = re.compile(rf"(?<!\w)(?P<weekday>{alternation(self.weekdays)})(?P<comma>,)?(?={BLANK}\d)")
        bare = alternation(day.rstrip(".") for day in self.weekdays)
        week = re.compile(rf"(?<!\w)(?P<first>{bare})\.?[-–](?P<last>{bare})\b\.?")
        days = re.compile(
            rf"(?<![\w.,])(?P<day>\d\d?)[-–](?P<last>\d\d?)(?={BLANK}(?:de{BLANK})?(?i:{names})(?!\w))"
        )
        figure = frozenset({TokenKind.FIGURE})
        starts = frozenset(TOKEN.findall(short)[0] for short in self.short_months)
        weekdays = frozenset(TOKEN.findall(short)[0] for short in self.weekdays)
        return (
            Rule(name="date", at=figure, pattern=_ISO_DATE, say=self.say_full_date),
            Rule(name="date", at=figure, pattern=_NUMERIC_DATE, say=self.say_full_date),
            Rule(name="days", at=figure, pattern=days, say=self.say_days),
            Rule(name="first of the month", at=figure, pattern=first, say=self.say_first_of_month),
            Rule(name="month", at=starts, pattern=month, say=self.say_month),
            Rule(name="weekday", at=weekdays, pattern=weekday, say=self.say_weekday),
            Rule(name="weekdays", at=weekdays, pattern=week, say=self.say_weekday_span),
        )


def rules(language: GrammarLanguage) -> tuple[Rule, ...]:
    """Return the rules for dates in languages that do not decline their days."""
    return Dates(language).rules()
