"""Ordinals that are written with a full stop ("3. Mai"), and dates in languages that decline them."""

from __future__ import annotations

import re

from audio_edition.languages.grammar_language import GrammarLanguage
from audio_edition.languages.locale import Locale
from audio_edition.languages.patterns import BLANK
from audio_edition.languages.tokens import TokenKind
from audio_edition.verbaliser.context import text_before
from audio_edition.verbaliser.grammar.dates import Dates
from audio_edition.verbaliser.rule import Rule

_DAY_AND_MONTH = re.compile(
    r"(?<![\w/.-])(?P<day>[0-3]?\d)\.\s?(?P<month>1[0-2]|0?[1-9])\.(?![\w/-]|[.,]?\d|\s?\d)"
)


class DottedOrdinals(Dates):
    """The rules for dotted ordinals and for dates, whose days are dotted ordinals too."""

    def __init__(self, language: GrammarLanguage) -> None:
        """Read the links: the words that may stand between two ordinals."""
        super().__init__(language)
        links = "|".join(language.data["dotted_ordinals"]["links"])
        self.ordinal_pattern = re.compile(
            rf"(?<![\w.,])(?:(?P<first>\d{{1,3}})\.(?P<link>\s?[-–/]\s?|,?\s(?:{links})\s|,\s))?"
            rf"(?P<number>\d{{1,3}})\.(?={BLANK}(?P<word>[^\W\d_][\w-]*)|[-–]\w)"
        )

    def say_ordinal(self, match: re.Match[str], locale: Locale) -> str | None:
        """Return one ordinal or two in the same case; None for a number that ends a sentence."""
        before, noun = text_before(match), match["word"] or ""
        if not int(match["number"]) or not (match["first"] or self.language.is_dotted_ordinal(before, noun)):
            return None
        ending = self.language.ordinal_ending(before, noun)
        words = self.language.numbers.ordinal(int(match["number"]), locale) + ending
        if not match["first"]:
            return words
        first = self.language.numbers.ordinal(int(match["first"]) or 1, locale) + ending
        return first + self._spoken_link(match["link"].strip()) + words

    def _spoken_link(self, link: str) -> str:
        to, and_ = self.language.words["to"], self.language.words["and"]
        return {"-": f" {to} ", "–": f" {to} ", "/": f" {and_} ", ",": ", "}.get(link, f" {link} ")

    def spoken_day_in_context(self, match: re.Match[str], n: int, locale: Locale) -> str:
        """Return the day in the case that the words before it ask for."""
        ending = self.language.ordinal_ending(text_before(match), self.months[0])
        return self.language.numbers.ordinal(n, locale) + ending

    def say_day_and_month(self, match: re.Match[str], locale: Locale) -> str | None:
        """Return a day and a month ("am 3.10.") behind a word that asks for a date."""
        day, month = int(match["day"]), int(match["month"])
        if not 1 <= day <= 31 or not self.language.expects_date(text_before(match)):
            return None
        stop = "" if match.string[match.end() :].strip() else "."
        return f"{self.spoken_day_in_context(match, day, locale)} {self.months[month - 1]}{stop}"

    def rules(self) -> tuple[Rule, ...]:
        """Return the rules for dates in figures, for other dates, then for ordinals."""
        figure = frozenset({TokenKind.FIGURE})
        return (
            Rule(name="date", at=figure, pattern=_DAY_AND_MONTH, say=self.say_day_and_month),
            *super().rules(),
            Rule(name="ordinal", at=figure, pattern=self.ordinal_pattern, say=self.say_ordinal),
        )


def rules(language: GrammarLanguage) -> tuple[Rule, ...]:
    """Return the rules for dotted ordinals and dates."""
    return DottedOrdinals(language).rules()
