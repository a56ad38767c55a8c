"""Rules for years, ranges of years, and years in two figures."""

from __future__ import annotations

import re

from audio_edition.languages.grammar_language import GrammarLanguage
from audio_edition.languages.locale import Locale
from audio_edition.languages.patterns import next_word
from audio_edition.languages.tokens import TokenKind
from audio_edition.verbaliser.context import text_before
from audio_edition.verbaliser.rule import Rule

_SPAN = re.compile(
    r"(?<![\w.,$£€-])(?P<one>1[0-9]\d\d|20\d\d)\s?(?P<sign>[-–—/])\s?(?P<two>\d{4}|\d\d)(?![\w%/]|[-–]\d|[.,]\d)"
)
_YEAR = re.compile(r"(?<![\w.,$£€#])(?P<year>1[1-9]\d\d|20\d\d)(?![\w%‰°²]|[.,]\d)")
_DECADE = re.compile(r"(?<=\bannées )(?P<year>\d0)(?!\w)")
_SHORT = re.compile(r"(?<!\w)['’‘](?P<year>\d\d)(?:\s?[-–/]\s?['’]?(?P<to>\d\d))?(?![\w'’%\"]|[.,]\d)")


class Years:
    """The rules for the years of a language."""

    def __init__(self, language: GrammarLanguage) -> None:
        """Read the words before a year, and the nouns that are counted."""
        self.language = language
        self.year_cues = language.word_set("year_cues")
        self.counted_nouns = language.word_set("counted") | language.feminine_nouns
        self.units = {form for name in ("units", "currencies") for form in language.nouns(name)}

    def say_year(self, match: re.Match[str], locale: Locale) -> str | None:
        """Return a year; None if the number counts things."""
        behind, words = next_word(match), text_before(match).split()
        if behind in self.units or behind in self.counted_nouns:
            return None
        cued = bool(words) and words[-1].strip("(,;").lower() in {cue.lower() for cue in self.year_cues}
        if self.language.has_capital_nouns and behind[:1].isupper() and not cued:
            return None
        return self.language.numbers.year(int(match["year"]), locale)

    def say_span(self, match: re.Match[str], locale: Locale) -> str | None:
        """Return a range, the second year in two figures if written so; None if it does not follow the first."""
        one, two = int(match["one"]), match["two"]
        last = int(two) if len(two) == 4 else int(match["one"][:2] + two)
        if last <= one or last > 2199:
            return None
        short = len(two) == 2 and two[0] != "0" and not self.language.words["from"]
        first = self.language.numbers.year(one, locale)
        second = self.language.cardinal(int(two), locale) if short else self.language.numbers.year(last, locale)
        if match["sign"] == "/":
            return f"{first} {second}"
        template: str = self.language.data.get("years", f"{{first}} {self.language.words['to']} {{second}}")
        return template.format(first=first, second=second)

    def say_short_year(self, match: re.Match[str], locale: Locale) -> str:
        """Return a year in two figures: '68, '39-'45."""
        first = self.language.cardinal(int(match["year"]), locale)
        if not match["to"]:
            return f" {first}"
        return f" {first} {self.language.words['to']} {self.language.cardinal(int(match['to']), locale)}"

    def rules(self) -> tuple[Rule, ...]:
        """Return the rules for ranges, then for single years."""
        return (
            Rule(name="years", at=frozenset({TokenKind.FIGURE}), pattern=_SPAN, say=self.say_span),
            Rule(name="decade", at=frozenset({TokenKind.FIGURE}), pattern=_DECADE, say=self.say_year),
            Rule(name="year", at=frozenset({TokenKind.FIGURE}), pattern=_YEAR, say=self.say_year),
            Rule(name="short year", at=frozenset("'’‘"), pattern=_SHORT, say=self.say_short_year),
        )


def rules(language: GrammarLanguage) -> tuple[Rule, ...]:
    """Return the rules for years."""
    return Years(language).rules()
