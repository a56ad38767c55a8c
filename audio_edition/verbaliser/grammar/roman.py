"""Roman numerals: of monarchs and popes, of centuries, volumes and wars."""

from __future__ import annotations

import re

from audio_edition.languages.locale import Locale
from audio_edition.languages.tokens import TokenKind
from audio_edition.verbaliser.context import text_before
from audio_edition.verbaliser.grammar.language import Language
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
_DATIVE_PREPOSITIONS = frozenset("unter von mit bei nach zu aus seit gegenüber".split())
_ACCUSATIVE_PREPOSITIONS = frozenset("für gegen durch ohne um".split())
_NOT_NUMERALS = frozenset({"CC", "CV", "CI", "CL", "LI", "L", "C", "XL", "CD", "XXL", "CX", "LX"})
"""More often initials or sizes."""


class RomanNumerals:
    """The rules for the numerals of a language."""

    def __init__(self, tongue: Language) -> None:
        """Names of monarchs, words for a century, words that are counted."""
        self.language = tongue
        self.data = tongue.data["roman"]
        self.kings, self.queens = frozenset(self.data["kings"].split()), frozenset(self.data["queens"].split())
        short = (word.rstrip(".") for word in tongue.data["before_figure"])
        self.counted_words = frozenset(self.data["counted"].split()).union(short)
        self.ranked_nouns: dict[str, str] = self.data.get("ranked", {})
        self.titles = tongue.word_set("titles")
        self.centuries = frozenset(self.data["centuries"])

    def say_numeral(self, match: re.Match[str], place: Locale) -> str | None:
        """By its ending, a century near it, or the word before it; None for letters that are no numeral."""
        n = parse_roman(match["numeral"])
        if not n:
            return None
        rank = self._spoken_rank(match, n, place)
        if rank:
            return rank + self._full_stop(match)
        found = _NAME.search(text_before(match, 48))
        return self._spoken_after(found, match, n, place) if found else None

    def _full_stop(self, match: re.Match[str]) -> str:
        return match["dot"] or ""

    def _spoken_rank(self, match: re.Match[str], n: int, place: Locale) -> str | None:
        """By an ending, by a noun behind that is ranked, or behind a century."""
        if ending := match["ending"]:
            return self.language.numbers.ordinal(n, "f" if ending in {"re", "ère", "ª"} else "m", place)
        if noun := self._ranked_noun(match):
            return self.language.numbers.ordinal(n, self.ranked_nouns[noun], place)
        ahead = _NOUN_BEFORE.search(text_before(match))
        return self._spoken_century(n, place) if ahead and ahead["noun"].lower() in self.centuries else None

    def _ranked_noun(self, match: re.Match[str]) -> str | None:
        """The noun a numeral ranks; only centuries have a row of them: XIX e XX secolo."""
        behind = _NOUN_AFTER.match(match.string, match.end("numeral"))
        noun = behind["noun"].lower() if behind else ""
        if not behind or noun not in self.ranked_nouns:
            return None
        return noun if not behind["row"] or noun in _CENTURIES else None

    def _spoken_century(self, n: int, place: Locale) -> str:
        ranked = n <= self.data["ranked_to"]
        return self.language.numbers.ordinal(n, "m", place) if ranked else self.language.cardinal(n, place)

    def _spoken_after(self, found: re.Match[str], match: re.Match[str], n: int, place: Locale) -> str | None:
        """Behind a monarch, a word that counts, or a name in a series."""
        name, numeral = found["name"], match["numeral"]
        bare = name.removesuffix("s") if self.language.code == "de" else name
        titled = (found["cue"] or "").lower() in self.titles
        if titled or {name, bare} & (self.kings | self.queens):
            return None if numeral in _NOT_NUMERALS else self._spoken_regnal(found, match, n, place)
        if name.lower() in self.counted_words or name in self.counted_words:
            return self.language.cardinal(n, place) + self._full_stop(match)
        if len(numeral) < 2 or numeral in _NOT_NUMERALS or not name[0].isupper() or name.isupper():
            return None
        return self.language.cardinal(n, place) + self._full_stop(match)

    def _spoken_regnal(self, found: re.Match[str], match: re.Match[str], n: int, place: Locale) -> str:
        name = found["name"]
        gender = "f" if name in self.queens or name.removesuffix("s") in self.queens else "m"
        if self.language.code == "de":
            return self._spoken_regnal_german(found, match, n, gender, place)
        words = self.language.numbers.ordinal(n, gender, place)
        if self.language.code == "nl":
            return f"de {words.capitalize()}{self._full_stop(match)}"
        ranked = n <= self.data["regnal_to"]
        return (words if ranked else self.language.cardinal(n, place)) + self._full_stop(match)

    def _spoken_regnal_german(
        self, found: re.Match[str], match: re.Match[str], n: int, gender: str, place: Locale
    ) -> str:
        """In the case of the name: "Ludwig der Vierzehnte", "Ludwigs des Vierzehnten"; the dot is its own."""
        rank, cue = self.language.numbers.ordinal(n, "", place).capitalize(), (found["cue"] or "").lower()
        at_end = match["dot"] and not match.string[match.end() :].strip(' "“”»«)')
        stop = "." if at_end else ""
        case = self._german_case(found["name"], cue)
        article = {"": "der die", "genitive": "des der", "dative": "dem der", "accusative": "den die"}[case].split()
        weak = case and not (case == "accusative" and gender == "f")
        return f"{article[gender == 'f']} {rank}{'n' if weak else ''}{stop}"

    def _german_case(self, name: str, cue: str) -> str:
        if name.endswith("s") and name not in self.kings | self.queens:
            return "genitive"
        if cue in _DATIVE_PREPOSITIONS:
            return "dative"
        return "accusative" if cue in _ACCUSATIVE_PREPOSITIONS else ""

    def rules(self) -> tuple[Rule, ...]:
        """Numerals, before any acronym."""
        at = frozenset({TokenKind.CAPITALS, TokenKind.LETTER, TokenKind.NAME})
        return (Rule(name="Roman numeral", at=at, pattern=_NUMERAL, say=self.say_numeral),)


def rules(tongue: Language) -> tuple[Rule, ...]:
    """Roman numerals."""
    return RomanNumerals(tongue).rules()
