"""Acronyms as words or letter by letter, initials, and ordinary words in capitals."""

from __future__ import annotations

import re

from audio_edition.languages.locale import Locale
from audio_edition.languages.tokens import TOKEN, Kind
from audio_edition.verbaliser.grammar.data import table
from audio_edition.verbaliser.grammar.language import Tongue
from audio_edition.verbaliser.rule import Rule

_CAPITAL = "A-ZÀ-ÖØ-Þ"
_ACRONYM = re.compile(rf"(?<!\w)(?P<letters>[{_CAPITAL}]{{2,20}})(?P<many>s)?(?!\w)")
_DOTTED = re.compile(rf"(?<![\w.])(?P<letters>(?:[{_CAPITAL}]\.[ \u00a0-]?){{1,5}}[{_CAPITAL}])\.(?!\w)")
_INITIAL = re.compile(rf"(?<![\w.])(?P<letter>[{_CAPITAL}])\.(?=[ \u00a0]?[{_CAPITAL}][^\W\d_])")
_WORD = rf"[{_CAPITAL}]+(?:['’][{_CAPITAL}]+)*"
_ROW = re.compile(rf"(?<![\w.’'-]){_WORD}(?:(?:, | |-){_WORD}){{1,40}}(?!['’]?[\w-]|\.[{_CAPITAL}])")
_MIXED = re.compile(r"(?<!\w)(?=[^\W\d_]{3,6}(?!\w))(?P<letters>[A-Z](?:[a-z]{1,2}[A-Z])+[A-Z]*)(?!\w)")
_TOKEN = re.compile(_WORD)
_SYLLABLES = re.compile(
    r"[BCDFGHJKLMNPRSTVWZ]{0,2}(?:[AEIOUÀ-Þ]{1,2}[BCDFGHJKLMNPRSTVWZ]{1,2})+[AEIOUÀ-Þ]{0,2}|"
    r"(?:[BCDFGHJKLMNPRSTVWZ]{1,2}[AEIOUÀ-Þ]{1,2})+"
)
_VOWEL = re.compile("[AEIOUYÀ-Þ]")
_SHORTEST_WORD = 5
"""Letters of an unknown run that is said as a word if it can be; shorter ones are spelled."""

_SHORTEST_PLAIN = 4
"""Letters of a word that is hardly an acronym when it stands in a row of capitals."""

_LONG = 6
"""Letters of a word that tells a shouted sentence from a list of acronyms."""


class Acronyms:
    """The rules for capitals in a language."""

    def __init__(self, tongue: Tongue) -> None:
        """Words among the acronyms, plain words among the capitals."""
        data = tongue.data["acronyms"]
        self.words = frozenset(data["words"].split()) | frozenset(table("shared")["acronyms"]["words"].split())
        self.other: dict[str, str] = data["said"]
        self.plain = tongue.list_of("plain_in_capitals")

    def said(self, acronym: str) -> str:
        """As a word ("Nato") or in letters ("C D U"); data first, then syllables."""
        if acronym in self.other:
            return self.other[acronym]
        is_word = len(acronym) >= _SHORTEST_WORD and _SYLLABLES.fullmatch(acronym)
        return acronym.capitalize() if acronym in self.words or is_word else " ".join(acronym)

    def acronym(self, match: re.Match[str], _: Locale) -> str:
        """With the "s" of a plural."""
        return self.said(match["letters"]) + (match["many"] or "")

    def dotted(self, match: re.Match[str], _: Locale) -> str:
        """U.S.A.; at the end of a line its dot is the sentence's too."""
        stop = "" if match.string[match.end() :].strip(' "”»)') else "."
        return " ".join(re.findall(rf"[{_CAPITAL}]", match["letters"])) + stop

    def in_words(self, match: re.Match[str], _: Locale) -> str | None:
        """A row of capitals in small letters but for the acronyms in it; None if all may be acronyms."""
        found = _TOKEN.findall(match[0])
        plain = [word for word in found if not self._is_acronym(word)]
        if not any(len(word) >= _SHORTEST_PLAIN or word in self.plain for word in plain if len(word) > 1):
            return None
        if ", " in match[0] and not any(len(word) >= _LONG for word in plain):
            return None
        if match.start() and not any(len(word) >= _SHORTEST_PLAIN for word in plain):
            return None
        spoken = _TOKEN.sub(lambda m: self.said(m[0]) if self._is_acronym(m[0]) else m[0].lower(), match[0])
        starts = not match.string[: match.start()].strip("\"'“‘(«„¿¡ ")
        return spoken[:1].upper() + spoken[1:] if starts else spoken

    def _is_acronym(self, word: str) -> bool:
        known = word in self.words or word in self.other
        return known or (word not in self.plain and (len(word) <= 3 or not _VOWEL.search(word)))

    def rules(self) -> tuple[Rule, ...]:
        """Rows of capitals, initials, then acronyms."""
        capitals: frozenset[Kind | str] = frozenset({Kind.CAPITALS, Kind.LETTER})
        mixed = [name for name in self.other if not name.isupper()]
        found = [
            Rule(name="capitals", at=capitals, pattern=_ROW, say=self.in_words),
            Rule(name="initials", at=frozenset({Kind.LETTER}), pattern=_DOTTED, say=self.dotted),
            Rule(name="initial", at=frozenset({Kind.LETTER}), pattern=_INITIAL, say=lambda m, _: f"{m['letter']} "),
            Rule(name="acronym", at=capitals, pattern=_ACRONYM, say=self.acronym),
            Rule(name="acronym", at=capitals, pattern=_MIXED, say=lambda m, _: " ".join(m["letters"].upper())),
        ]
        if mixed:
            pattern = re.compile(rf"(?<!\w)(?P<name>{'|'.join(map(re.escape, mixed))})(?!\w)")
            at: frozenset[Kind | str] = frozenset(TOKEN.findall(name)[0] for name in mixed)
            found.insert(0, Rule(name="acronym", at=at, pattern=pattern, say=lambda m, _: self.other[m["name"]]))
        return tuple(found)


def rules(tongue: Tongue) -> tuple[Rule, ...]:
    """Acronyms and capitals."""
    return Acronyms(tongue).rules()
