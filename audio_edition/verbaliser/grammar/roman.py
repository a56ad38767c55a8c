"""Rules for Roman numerals of monarchs and popes, of centuries, volumes and wars."""

from __future__ import annotations

import re

from audio_edition.languages.grammar_language import GrammarLanguage
from audio_edition.languages.locale import Locale
from audio_edition.languages.tokens import TokenKind
from audio_edition.verbaliser.context import text_before
from audio_edition.verbaliser.roman_numerals import parse_roman
from audio_edition.verbaliser.rule import Rule

_ENDING = r"(?P<ending>(?<=[IVX])(?:(?<=\bI)(?:ers?|re|ère|ᵉʳ)|ème|e|ᵉ|º|ª|°))?"
_NUMERAL = re.compile(
    rf"(?<![\w.’'])(?<!\b[A-Z] )(?P<numeral>[IVXLC]{{1,8}}){_ENDING}(?P<dot>\.(?!\w))?"
    r"(?![\w’']| [A-Z]\b(?![’'.])|-(?![IVXLC]+(?:e|ème)?\b))"
)
_NAME = re.compile(r"(?:(?P<cue>[\w'’]+)\s)?(?P<name>[^\W\d_][\w’'-]*)\.?\s$")
_NOUN_AFTER = re.compile(r"(?P<row>(?:(?:\s?[-–]\s?|,\s|(?:\s\w{1,3}){1,2}\s)[IVXLC]+[eº]?){0,3})\s(?P<noun>\w+)")
_NOUN_BEFORE = re.compile(r"(?P<noun>[^\W\d_]+)\.?\s(?:[IVXLC]+(?:\s?[-–]\s?|,\s|(?:\s\w{1,3}){1,2}\s)){0,3}$")
_CENTURIES = frozenset({"secolo", "siècle", "siècles", "eeuw"})
_NOT_NUMERALS = frozenset({"CC", "CV", "CI", "CL", "LI", "L", "C", "XL", "CD", "XXL", "CX", "LX"})
"""Numerals that are more often initials or sizes."""


class RomanNumerals:
    """The rules for the Roman numerals of a language."""

    def __init__(self, language: GrammarLanguage) -> None:
        """Read the words before and behind numerals: titles, centuries, and nouns that are counted or ranked."""
        self.language = language
        self.data = language.data["roman"]
        short = (word.rstrip(".") for word in language.data["before_figure"])
        self.counted_words = frozenset(self.data["counted"].split()).union(short)
        self.ranked_nouns: dict[str, str] = self.data.get("ranked", {})
        self.titles = language.word_set("titles")
        self.centuries = frozenset(self.data["centuries"])

    def say_numeral(self, match: re.Match[str], locale: Locale) -> str | None:
        """Return a numeral by its ending, a century near it, or the word before it; None if it is not a numeral."""
        n = parse_roman(match["numeral"])
        if not n:
            return None
        rank = self._spoken_rank(match, n, locale)
        if rank:
            return rank + self._full_stop(match)
        found = _NAME.search(text_before(match, 48))
        return self._spoken_after(found, match, n, locale) if found else None

    def _full_stop(self, match: re.Match[str]) -> str:
        return match["dot"] or ""

    def _spoken_rank(self, match: re.Match[str], n: int, locale: Locale) -> str | None:
        """Return the ordinal for an ending, before a noun that is ranked, or behind a century; else None."""
        if ending := match["ending"]:
            return self.language.numbers.ordinal(n, locale, "f" if ending in {"re", "ère", "ª"} else "m")
        if noun := self._ranked_noun(match):
            return self.language.numbers.ordinal(n, locale, self.ranked_nouns[noun])
        ahead = _NOUN_BEFORE.search(text_before(match))
        return self._spoken_century(n, locale) if ahead and ahead["noun"].lower() in self.centuries else None

    def _ranked_noun(self, match: re.Match[str]) -> str | None:
        """Return the noun that a numeral ranks. Only centuries have several numerals: XIX e XX secolo."""
        behind = _NOUN_AFTER.match(match.string, match.end("numeral"))
        noun = behind["noun"].lower() if behind else ""
        if not behind or noun not in self.ranked_nouns:
            return None
        return noun if not behind["row"] or noun in _CENTURIES else None

    def _spoken_century(self, n: int, locale: Locale) -> str:
        ranked = n <= self.data["ranked_to"]
        return self.language.numbers.ordinal(n, locale, "m") if ranked else self.language.cardinal(n, locale)

    def _spoken_after(self, found: re.Match[str], match: re.Match[str], n: int, locale: Locale) -> str | None:
        """Return a numeral behind a monarch, a word that is counted, or a name in a series; else None."""
        name, numeral = found["name"], match["numeral"]
        before = (found["cue"] or "").lower()
        if before in self.titles or {name, self.language.monarch_base(name)} & self.language.monarchs:
            if numeral in _NOT_NUMERALS:
                return None
            return self.language.regnal_number(n, name, before, locale) + self._regnal_stop(match)
        if name.lower() in self.counted_words or name in self.counted_words:
            return self.language.cardinal(n, locale) + self._full_stop(match)
        if len(numeral) < 2 or numeral in _NOT_NUMERALS or not name[0].isupper() or name.isupper():
            return None
        return self.language.cardinal(n, locale) + self._full_stop(match)

    def _regnal_stop(self, match: re.Match[str]) -> str:
        """Return the full stop; that of a dotted ordinal ends a sentence only at the end of the text."""
        if not self.language.has_dotted_ordinals:
            return self._full_stop(match)
        return "." if match["dot"] and not match.string[match.end() :].strip(' "“”»«)') else ""

    def rules(self) -> tuple[Rule, ...]:
        """Return the rule for numerals, which comes before those for acronyms."""
        at = frozenset({TokenKind.CAPITALS, TokenKind.LETTER, TokenKind.NAME})
        return (Rule(name="Roman numeral", at=at, pattern=_NUMERAL, say=self.say_numeral),)


def rules(language: GrammarLanguage) -> tuple[Rule, ...]:
    """Return the rules for Roman numerals."""
    return RomanNumerals(language).rules()
