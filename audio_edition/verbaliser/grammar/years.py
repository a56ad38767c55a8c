"""Years, spans of them, and years in two figures."""

from __future__ import annotations

import re

from audio_edition.languages.locale import Locale
from audio_edition.languages.tokens import Kind
from audio_edition.verbaliser.context import before
from audio_edition.verbaliser.grammar.language import Tongue
from audio_edition.verbaliser.grammar.patterns import next_word
from audio_edition.verbaliser.rule import Rule

_SPAN = re.compile(
    r"(?<![\w.,$£€-])(?P<one>1[0-9]\d\d|20\d\d)\s?(?P<sign>[-–—/])\s?(?P<two>\d{4}|\d\d)(?![\w%/]|[-–]\d|[.,]\d)"
)
_YEAR = re.compile(r"(?<![\w.,$£€#])(?P<year>1[1-9]\d\d|20\d\d)(?![\w%‰°²]|[.,]\d)")
_DECADE = re.compile(r"(?<=\bannées )(?P<year>\d0)(?!\w)")
_SHORT = re.compile(r"(?<!\w)['’‘](?P<year>\d\d)(?:\s?[-–/]\s?['’]?(?P<to>\d\d))?(?![\w'’%\"]|[.,]\d)")


class Years:
    """The rules for the years of a language."""

    def __init__(self, tongue: Tongue) -> None:
        """Words before a year, and nouns that are counted."""
        self.tongue = tongue
        self.cues = tongue.list_of("year_cues")
        self.counted = tongue.list_of("counted") | tongue.feminine
        self.units = {form for name in ("units", "currencies") for form in tongue.nouns(name)}

    def year(self, match: re.Match[str], place: Locale) -> str | None:
        """A year, unless so many things are counted."""
        behind, words = next_word(match), before(match).split()
        if behind in self.units or behind in self.counted:
            return None
        cued = bool(words) and words[-1].strip("(,;").lower() in {cue.lower() for cue in self.cues}
        if self.tongue.language == "de" and behind[:1].isupper() and not cued:
            return None
        return self.tongue.numbers.year(int(match["year"]), place)

    def span(self, match: re.Match[str], place: Locale) -> str | None:
        """The second year in two figures where it is written so; None where it does not follow the first."""
        one, two = int(match["one"]), match["two"]
        last = int(two) if len(two) == 4 else int(match["one"][:2] + two)
        if last <= one or last > 2199:
            return None
        short = len(two) == 2 and two[0] != "0" and not self.tongue.word["from"]
        first = self.tongue.numbers.year(one, place)
        second = self.tongue.cardinal(int(two), place) if short else self.tongue.numbers.year(last, place)
        if match["sign"] == "/":
            return f"{first} {second}"
        template: str = self.tongue.data.get("years", f"{{first}} {self.tongue.word['to']} {{second}}")
        return template.format(first=first, second=second)

    def short(self, match: re.Match[str], place: Locale) -> str:
        """'68, '39-'45."""
        first = self.tongue.cardinal(int(match["year"]), place)
        if not match["to"]:
            return f" {first}"
        return f" {first} {self.tongue.word['to']} {self.tongue.cardinal(int(match['to']), place)}"

    def rules(self) -> tuple[Rule, ...]:
        """Spans before single years."""
        return (
            Rule(name="years", at=frozenset({Kind.FIGURE}), pattern=_SPAN, say=self.span),
            Rule(name="decade", at=frozenset({Kind.FIGURE}), pattern=_DECADE, say=self.year),
            Rule(name="year", at=frozenset({Kind.FIGURE}), pattern=_YEAR, say=self.year),
            Rule(name="short year", at=frozenset("'’‘"), pattern=_SHORT, say=self.short),
        )


def rules(tongue: Tongue) -> tuple[Rule, ...]:
    """Years and spans of them."""
    return Years(tongue).rules()
