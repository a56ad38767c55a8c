"""Measures and percentages, ranges of them, rates, and large numbers cut short."""

from __future__ import annotations

import re

from audio_edition.languages.locale import Locale
from audio_edition.languages.tokens import TOKEN, Kind
from audio_edition.verbaliser.context import before
from audio_edition.verbaliser.grammar.language import Noun, Tongue
from audio_edition.verbaliser.grammar.patterns import BLANK, DASH, FREE, GAP, MINUS, NUMBER, next_word, one_of
from audio_edition.verbaliser.rule import Rule

_RATE = re.compile(rf"{BLANK}?/{BLANK}?(?:(?P<figure>\d+){BLANK}?)?(?P<unit>[^\W\d_]{{1,21}}[²³]?)(?!\w)")
_WORD = re.compile(r"[^\W\d_A-Z][^\W\d_]{1,20}|[A-Z][^\W\d_A-Z]{2,20}")


class Measures:
    """The rules for the units of a language."""

    def __init__(self, tongue: Tongue) -> None:
        """Units, and sizes like millions."""
        self.tongue = tongue
        self.units = tongue.nouns("units")
        self.sizes = tongue.nouns("magnitudes")

    def measure(self, match: re.Match[str], place: Locale) -> str:
        """So many of a unit, or from one to another."""
        unit, size = self.units[match["unit"]], match["size"] and self.sizes[match["size"]]
        minus = f"{self.tongue.word['minus']} " if match["minus"] else ""
        figure = match["high"] or match["low"]
        if size:
            last = self.tongue.millions(figure, size, unit, place, match["size"])
        else:
            last = self.tongue.counted(figure, unit, place, match["unit"])
        if not match["high"]:
            return minus + last
        return minus + self.tongue.span(self._low(match, size or unit, place), last, match)

    def _low(self, match: re.Match[str], noun: Noun, place: Locale) -> str:
        return self.tongue.number(match["low"], place, noun.gender)

    def magnitude(self, match: re.Match[str], place: Locale) -> str:
        """So many millions; a short form is joined to its noun where the language does so."""
        size = self.sizes[match["size"]]
        minus = f"{self.tongue.word['minus']} " if match["minus"] else ""
        noun = next_word(match)
        gender = "f" if self.tongue.is_feminine(noun) else ""
        words = self.tongue.sized(match["high"] or match["low"], size, place, gender, match["size"])
        in_full = " ".join(match["size"].split()) in size
        if not in_full and noun.islower() and noun not in self.tongue.list_of("not_nouns"):
            words = f"{words} {self.tongue.of(noun)}"
        else:
            words += match["gap"] or ""
        return minus + (self.tongue.span(self._low(match, size, place), words, match) if match["high"] else words)

    def rate(self, match: re.Match[str], place: Locale) -> str | None:
        """A stroke and a unit ("/Stunde", "/m²") behind a sum or a measure."""
        if not re.search(rf"\d{BLANK}?(?:[^\W\d_]+[€$£%]?|[€$£%])$", before(match)):
            return None
        unit, figure = match["unit"], match["figure"]
        if unit not in self.units and (figure or not _WORD.fullmatch(unit)):
            return None
        if figure:
            return f" {self.tongue.word['per']} {self.tongue.counted(figure, self.units[unit], place, unit)}"
        return f" {self.tongue.word['per']} {self.units[unit].one if unit in self.units else unit}"

    def rules(self) -> tuple[Rule, ...]:
        """Units, then sizes, then rates."""
        low = rf"{MINUS}{FREE}(?P<low>{NUMBER})(?:{DASH}(?P<high>{NUMBER}))?"
        sizes, units = one_of(self.sizes), one_of(self.units)
        measure = re.compile(
            rf"{low}(?:{BLANK}?(?P<size>{sizes})(?!\w))?{BLANK}?(?P<unit>{units})(?![\w²³]|/m\b|\.\w)"
        )
        magnitude = re.compile(rf"{low}{BLANK}?(?P<size>{sizes})(?!\w|-\w){GAP}")
        figure: frozenset[Kind | str] = frozenset({Kind.FIGURE, "-", "−", "–"})
        bare = [unit for unit in self.units if re.search(r"[²³/]|°[CF]", unit)]
        alone = re.compile(rf"(?<!\w)(?P<unit>{one_of(bare)})(?!\w)")
        return (
            Rule(name="measure", at=figure, pattern=measure, say=self.measure),
            Rule(name="magnitude", at=figure, pattern=magnitude, say=self.magnitude),
            Rule(name="rate", at=frozenset("/"), pattern=_RATE, say=self.rate),
            Rule(name="unit", at=_starts(bare), pattern=alone, say=lambda m, _: self.units[m["unit"]].many),
        )


def _starts(units: list[str]) -> frozenset[Kind | str]:
    return frozenset(TOKEN.findall(unit)[0] for unit in units)


def rules(tongue: Tongue) -> tuple[Rule, ...]:
    """Measures, percentages, magnitudes."""
    return Measures(tongue).rules()
