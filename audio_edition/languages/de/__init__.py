"""German."""

from __future__ import annotations

from functools import cached_property
from typing import Final

from audio_edition.languages.de import declension
from audio_edition.languages.grammar_language import GrammarLanguage
from audio_edition.languages.locale import Locale

_AUSTRIAN_MONTHS = frozenset({"Jänner", "Feber"})


class German(GrammarLanguage):
    """German, whose ordinals are declined by the words around them and whose nouns have capitals."""

    def counted_gender(self, noun: str, written: str) -> str:  # noqa: ARG002 - the same for one and for many
        """Return "m" for a noun, which has a capital, so that "one" has no ending before it."""
        return "m" if noun.istitle() else ""

    def mixed_number(self, whole: str, fraction: str, fraction_after_noun: str, counted: str) -> str:  # noqa: ARG002
        """Return one word: "zweieinhalb"; "zwei und drei Viertel" if the fraction has several."""
        link = f" {self.words['and']} " if " " in fraction else ""
        return f"{'ein' if whole == 'eins' else whole}{link}{fraction}{counted}"

    def monarch_base(self, name: str) -> str:
        """Return a name without the s of the genitive."""
        return name.removesuffix("s")

    def regnal_number(self, n: int, name: str, before: str, locale: Locale) -> str:
        """Return the number in the case of the name: "Ludwig der Vierzehnte", "Ludwigs des Vierzehnten"."""
        case = declension.monarch_case(name, before, self.monarchs)
        rank = self.numbers.ordinal(n, locale).capitalize()
        return declension.decline_regnal(rank, case, self.monarch_gender(name))

    @cached_property
    def month_names(self) -> frozenset[str]:
        """The months in full, Austrian and cut short."""
        return _AUSTRIAN_MONTHS | {*self.months, *(short.rstrip(".") for short in self.data["short_months"])}

    @cached_property
    def weekday_names(self) -> frozenset[str]:
        """The weekdays in full and cut short, in small letters."""
        return frozenset(day.lower().rstrip(".") for pair in self.data["weekdays"].items() for day in pair)

    def is_feminine_noun(self, noun: str) -> bool:
        """Return True if a noun behind an ordinal is feminine by the list or by its ending.

        The number words go by the list only (`is_feminine`): a figure may stand before any word.
        """
        if noun in self.feminine_nouns:
            return True
        others = self.month_names | self.word_set("neuter")
        return noun[:1].isupper() and noun not in others and declension.has_feminine_ending(noun)

    def ordinal_ending(self, before: str, noun: str) -> str:
        """Return "n", "r", "s", "m" or nothing."""
        gender = "f" if self.is_feminine_noun(noun) else "n" if noun in self.word_set("neuter") else "m"
        return declension.ordinal_ending(before, noun, gender, self.weekday_names)

    def is_dotted_ordinal(self, before: str, following: str) -> bool:
        """Return True before a month, a ranked noun or a small letter, or behind an article or a preposition."""
        is_ranked = following in self.month_names or following in self.word_set("ranked")
        return is_ranked or super().is_dotted_ordinal(before, following) or declension.expects_ordinal(before)

    def expects_date(self, before: str) -> bool:
        """Return True behind an article or a preposition of time."""
        return declension.expects_date(before)


LANGUAGE: Final = German("de")
