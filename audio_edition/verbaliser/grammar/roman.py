"""Roman numerals: of monarchs and popes, of centuries, volumes and wars."""

from __future__ import annotations

import re

from audio_edition.languages.locale import Locale
from audio_edition.languages.tokens import Kind
from audio_edition.verbaliser.context import before
from audio_edition.verbaliser.grammar.language import Tongue
from audio_edition.verbaliser.roman_numerals import value
from audio_edition.verbaliser.rule import Rule

_ENDING = r"(?P<ending>(?<=[IVX])(?:(?<=\bI)(?:ers?|re|ère|ᵉʳ)|ème|e|ᵉ|º|ª|°))?"
_NUMERAL = re.compile(
    rf"(?<![\w.’'])(?<!\b[A-Z] )(?P<numeral>[IVXLC]{{1,8}}){_ENDING}(?P<dot>\.(?!\w))?"
    r"(?![\w’']| [A-Z]\b(?![’'.])|-(?![IVXLC]+(?:e|ème)?\b))"
)
_NAME = re.compile(r"(?:(?P<cue>[\w'’]+)\s)?(?P<name>[^\W\d_][\w’'-]*)\.?\s$")
_BEHIND = re.compile(r"(?P<row>(?:(?:\s?[-–]\s?|,\s|(?:\s\w{1,3}){1,2}\s)[IVXLC]+[eº]?){0,3})\s(?P<noun>\w+)")
_BEFORE = re.compile(r"(?P<noun>[^\W\d_]+)\.?\s(?:[IVXLC]+(?:\s?[-–]\s?|,\s|(?:\s\w{1,3}){1,2}\s)){0,3}$")
_CENTURIES = frozenset({"secolo", "siècle", "siècles", "eeuw"})
_DATIVE = frozenset("unter von mit bei nach zu aus seit gegenüber".split())
_ACCUSATIVE = frozenset("für gegen durch ohne um".split())
_NOT_NUMERALS = frozenset({"CC", "CV", "CI", "CL", "LI", "L", "C", "XL", "CD", "XXL", "CX", "LX"})
"""More often initials or sizes."""


class Roman:
    """The rules for the numerals of a language."""

    def __init__(self, tongue: Tongue) -> None:
        """Names of monarchs, words for a century, words that are counted."""
        self.tongue = tongue
        self.data = tongue.data["roman"]
        self.kings, self.queens = frozenset(self.data["kings"].split()), frozenset(self.data["queens"].split())
        short = (word.rstrip(".") for word in tongue.data["before_figure"])
        self.counted = frozenset(self.data["counted"].split()).union(short)
        self.ranked: dict[str, str] = self.data.get("ranked", {})
        self.titles = tongue.list_of("titles")
        self.centuries = frozenset(self.data["centuries"])

    def say(self, match: re.Match[str], place: Locale) -> str | None:
        """By its ending, a century near it, or the word before it; None for letters that are no numeral."""
        n = value(match["numeral"])
        if not n:
            return None
        rank = self._rank(match, n, place)
        if rank:
            return rank + self._stop(match)
        found = _NAME.search(before(match, 48))
        return self._behind(found, match, n, place) if found else None

    def _stop(self, match: re.Match[str]) -> str:
        return match["dot"] or ""

    def _rank(self, match: re.Match[str], n: int, place: Locale) -> str | None:
        """By an ending, by a noun behind that is ranked, or behind a century."""
        if ending := match["ending"]:
            return self.tongue.numbers.ordinal(n, "f" if ending in {"re", "ère", "ª"} else "m", place)
        if noun := self._ranked_noun(match):
            return self.tongue.numbers.ordinal(n, self.ranked[noun], place)
        ahead = _BEFORE.search(before(match))
        return self._century(n, place) if ahead and ahead["noun"].lower() in self.centuries else None

    def _ranked_noun(self, match: re.Match[str]) -> str | None:
        """The noun a numeral ranks; only centuries have a row of them: XIX e XX secolo."""
        behind = _BEHIND.match(match.string, match.end("numeral"))
        noun = behind["noun"].lower() if behind else ""
        if not behind or noun not in self.ranked:
            return None
        return noun if not behind["row"] or noun in _CENTURIES else None

    def _century(self, n: int, place: Locale) -> str:
        ranked = n <= self.data["ranked_to"]
        return self.tongue.numbers.ordinal(n, "m", place) if ranked else self.tongue.cardinal(n, place)

    def _behind(self, found: re.Match[str], match: re.Match[str], n: int, place: Locale) -> str | None:
        """Behind a monarch, a word that counts, or a name in a series."""
        name, numeral = found["name"], match["numeral"]
        bare = name.removesuffix("s") if self.tongue.language == "de" else name
        titled = (found["cue"] or "").lower() in self.titles
        if titled or {name, bare} & (self.kings | self.queens):
            return None if numeral in _NOT_NUMERALS else self._regnal(found, match, n, place)
        if name.lower() in self.counted or name in self.counted:
            return self.tongue.cardinal(n, place) + self._stop(match)
        if len(numeral) < 2 or numeral in _NOT_NUMERALS or not name[0].isupper() or name.isupper():
            return None
        return self.tongue.cardinal(n, place) + self._stop(match)

    def _regnal(self, found: re.Match[str], match: re.Match[str], n: int, place: Locale) -> str:
        name = found["name"]
        gender = "f" if name in self.queens or name.removesuffix("s") in self.queens else "m"
        if self.tongue.language == "de":
            return self._declined(found, match, n, gender, place)
        words = self.tongue.numbers.ordinal(n, gender, place)
        if self.tongue.language == "nl":
            return f"de {words.capitalize()}{self._stop(match)}"
        ranked = n <= self.data["regnal_to"]
        return (words if ranked else self.tongue.cardinal(n, place)) + self._stop(match)

    def _declined(self, found: re.Match[str], match: re.Match[str], n: int, gender: str, place: Locale) -> str:
        """In the case of the name: "Ludwig der Vierzehnte", "Ludwigs des Vierzehnten"; the dot is its own."""
        rank, cue = self.tongue.numbers.ordinal(n, "", place).capitalize(), (found["cue"] or "").lower()
        at_end = match["dot"] and not match.string[match.end() :].strip(' "“”»«)')
        stop = "." if at_end else ""
        case = self._case(found["name"], cue)
        article = {"": "der die", "genitive": "des der", "dative": "dem der", "accusative": "den die"}[case].split()
        weak = case and not (case == "accusative" and gender == "f")
        return f"{article[gender == 'f']} {rank}{'n' if weak else ''}{stop}"

    def _case(self, name: str, cue: str) -> str:
        if name.endswith("s") and name not in self.kings | self.queens:
            return "genitive"
        if cue in _DATIVE:
            return "dative"
        return "accusative" if cue in _ACCUSATIVE else ""

    def rules(self) -> tuple[Rule, ...]:
        """Numerals, before any acronym."""
        at = frozenset({Kind.CAPITALS, Kind.LETTER, Kind.NAME})
        return (Rule(name="Roman numeral", at=at, pattern=_NUMERAL, say=self.say),)


def rules(tongue: Tongue) -> tuple[Rule, ...]:
    """Roman numerals."""
    return Roman(tongue).rules()
