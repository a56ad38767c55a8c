"""Rules for measures and percentages, their ranges, rates, and abbreviated large numbers."""

from __future__ import annotations

import re

from audio_edition.languages.grammar_language import GrammarLanguage, Noun
from audio_edition.languages.locale import Locale
from audio_edition.languages.patterns import (
    BLANK,
    DASH,
    GAP,
    MINUS,
    NUMBER,
    NUMBER_BEGINS,
    alternation,
    next_word,
)
from audio_edition.languages.tokens import TOKEN, TokenKind
from audio_edition.verbaliser.context import text_before
from audio_edition.verbaliser.rule import Rule

_RATE = re.compile(rf"{BLANK}?/{BLANK}?(?:(?P<figure>\d+){BLANK}?)?(?P<unit>[^\W\d_]{{1,21}}[²³]?)(?!\w)")
_WORD = re.compile(r"[^\W\d_A-Z][^\W\d_]{1,20}|[A-Z][^\W\d_A-Z]{2,20}")


class Measures:
    """The rules for the units of a language."""

    def __init__(self, language: GrammarLanguage) -> None:
        """Read the units, and the magnitudes such as millions."""
        self.language = language
        self.units = language.nouns("units")
        self.magnitudes = language.nouns("magnitudes")

    def say_measure(self, match: re.Match[str], locale: Locale) -> str:
        """Return an amount of a unit, or a range of two."""
        unit, size = self.units[match["unit"]], match["size"] and self.magnitudes[match["size"]]
        minus = f"{self.language.words['minus']} " if match["minus"] else ""
        figure = match["high"] or match["low"]
        if size:
            last = self.language.spoken_amount_with_magnitude(figure, size, unit, locale, match["size"])
        else:
            last = self.language.spoken_amount(figure, unit, locale, match["unit"])
        if not match["high"]:
            return minus + last
        return minus + self.language.spoken_range(
            self._spoken_low(match, size or unit, locale), last, text_before(match)
        )

    def _spoken_low(self, match: re.Match[str], noun: Noun, locale: Locale) -> str:
        return self.language.spoken_number(match["low"], locale, noun.gender)

    def say_magnitude(self, match: re.Match[str], locale: Locale) -> str:
        """Return a number of millions; a short form is joined to its noun if the language does so."""
        size = self.magnitudes[match["size"]]
        minus = f"{self.language.words['minus']} " if match["minus"] else ""
        noun = next_word(match)
        gender = "f" if self.language.is_feminine(noun) else ""
        words = self.language.spoken_magnitude(match["high"] or match["low"], size, locale, gender, match["size"])
        in_full = " ".join(match["size"].split()) in size
        if not in_full and noun.islower() and noun not in self.language.word_set("not_nouns"):
            words = f"{words} {self.language.link_to_noun(noun)}"
        else:
            words += match["gap"] or ""
        return minus + (
            self.language.spoken_range(self._spoken_low(match, size, locale), words, text_before(match))
            if match["high"]
            else words
        )

    def say_rate(self, match: re.Match[str], locale: Locale) -> str | None:
        """Return a stroke and a unit ("/Stunde", "/m²") behind a sum or a measure; None elsewhere."""
        if not re.search(rf"\d{BLANK}?(?:[^\W\d_]+[€$£%]?|[€$£%])$", text_before(match)):
            return None
        unit, figure, per = match["unit"], match["figure"], self.language.words["per"]
        if unit not in self.units and (figure or not _WORD.fullmatch(unit)):
            return None
        if figure:
            return f" {per} {self.language.spoken_amount(figure, self.units[unit], locale, unit)}"
        return f" {per} {self.units[unit].one if unit in self.units else unit}"

    def rules(self) -> tuple[Rule, ...]:
        """Return the rules for units, then magnitudes, then rates."""
        low = rf"{MINUS}{NUMBER_BEGINS}(?P<low>{NUMBER})(?:{DASH}(?P<high>{NUMBER}))?"
        sizes, units = alternation(self.magnitudes), alternation(self.units)
        measure = re.compile(
            rf"{low}(?:{BLANK}?(?P<size>{sizes})(?!\w))?{BLANK}?(?P<unit>{units})(?![\w²³]|/m\b|\.\w)"
        )
        magnitude = re.compile(rf"{low}{BLANK}?(?P<size>{sizes})(?!\w|-\w){GAP}")
        figure: frozenset[TokenKind | str] = frozenset({TokenKind.FIGURE, "-", "−", "–"})
        bare = [unit for unit in self.units if re.search(r"[²³/]|°[CF]", unit)]
        alone = re.compile(rf"(?<!\w)(?P<unit>{alternation(bare)})(?!\w)")
        return (
            Rule(name="measure", at=figure, pattern=measure, say=self.say_measure),
            Rule(name="magnitude", at=figure, pattern=magnitude, say=self.say_magnitude),
            Rule(name="rate", at=frozenset("/"), pattern=_RATE, say=self.say_rate),
            Rule(name="unit", at=_first_tokens(bare), pattern=alone, say=lambda m, _: self.units[m["unit"]].many),
        )


def _first_tokens(units: list[str]) -> frozenset[TokenKind | str]:
    return frozenset(TOKEN.findall(unit)[0] for unit in units)


def rules(language: GrammarLanguage) -> tuple[Rule, ...]:
    """Return the rules for measures, percentages and magnitudes."""
    return Measures(language).rules()
