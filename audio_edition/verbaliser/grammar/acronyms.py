"""Rules for acronyms, which are words or spelled, for initials, and for ordinary words in capitals."""

from __future__ import annotations

import re

from audio_edition.languages.grammar_language import GrammarLanguage
from audio_edition.languages.locale import Locale
from audio_edition.languages.tables import load_shared_table
from audio_edition.languages.tokens import TOKEN, TokenKind
from audio_edition.verbaliser.rule import Rule

_CAPITAL = "A-ZÀ-ÖØ-Þ"
_ACRONYM = re.compile(rf"(?<!\w)(?P<letters>[{_CAPITAL}]{{2,20}})(?P<many>s)?(?!\w)")
_DOTTED_INITIALS = re.compile(rf"(?<![\w.])(?P<letters>(?:[{_CAPITAL}]\.[ \u00a0-]?){{1,5}}[{_CAPITAL}])\.(?!\w)")
_INITIAL = re.compile(rf"(?<![\w.])(?P<letter>[{_CAPITAL}])\.(?=[ \u00a0]?[{_CAPITAL}][^\W\d_])")
_WORD_SOURCE = rf"[{_CAPITAL}]+(?:['’][{_CAPITAL}]+)*"
_CAPITALS_ROW = re.compile(
    rf"(?<![\w.’'-]){_WORD_SOURCE}(?:(?:, | |-){_WORD_SOURCE}){{1,40}}(?!['’]?[\w-]|\.[{_CAPITAL}])"
)
_MIXED_CASE_ACRONYM = re.compile(
    r"(?<!\w)(?=[^\W\d_]{3,6}(?!\w))(?P<letters>[A-Z](?:[a-z]{1,2}[A-Z])+[A-Z]*)(?!\w)"
)
_CAPITALS_WORD = re.compile(_WORD_SOURCE)
_SYLLABLES = re.compile(
    r"[BCDFGHJKLMNPRSTVWZ]{0,2}(?:[AEIOUÀ-Þ]{1,2}[BCDFGHJKLMNPRSTVWZ]{1,2})+[AEIOUÀ-Þ]{0,2}|"
    r"(?:[BCDFGHJKLMNPRSTVWZ]{1,2}[AEIOUÀ-Þ]{1,2})+"
)
_VOWEL = re.compile("[AEIOUYÀ-Þ]")
_SHORTEST_WORD = 5
"""Letters of an unknown acronym that is read as a word if it has syllables; shorter ones are spelled."""

_SHORTEST_PLAIN = 4
"""Letters of a word that is probably no acronym in a row of capitals."""

_LONG_WORD = 6
"""Letters of a word that distinguishes a sentence in capitals from a list of acronyms."""


class Acronyms:
    """The rules for capitals in a language."""

    def __init__(self, language: GrammarLanguage) -> None:
        """Read the lists of acronyms that are words, and of plain words in capitals."""
        data = language.data["acronyms"]
        self.word_acronyms = frozenset(data["words"].split()) | frozenset(
            load_shared_table("shared")["acronyms"]["words"].split()
        )
        self.spoken_forms: dict[str, str] = data["spoken"]
        self.plain_words = language.word_set("plain_in_capitals")

    def spoken_acronym(self, acronym: str) -> str:
        """Return an acronym as a word ("Nato") or in letters ("C D U"), by the tables, then by its syllables."""
        if acronym in self.spoken_forms:
            return self.spoken_forms[acronym]
        is_word = len(acronym) >= _SHORTEST_WORD and _SYLLABLES.fullmatch(acronym)
        return acronym.capitalize() if acronym in self.word_acronyms or is_word else " ".join(acronym)

    def say_acronym(self, match: re.Match[str], _: Locale) -> str:
        """Return an acronym, with the "s" of a plural."""
        return self.spoken_acronym(match["letters"]) + (match["many"] or "")

    def say_dotted(self, match: re.Match[str], _: Locale) -> str:
        """Return the letters of "U.S.A.", at the end of a line with the full stop of the sentence."""
        stop = "" if match.string[match.end() :].strip(' "”»)') else "."
        return " ".join(re.findall(rf"[{_CAPITAL}]", match["letters"])) + stop

    def say_capitals(self, match: re.Match[str], _: Locale) -> str | None:
        """Return a row of capitals in small letters except for its acronyms; None if all may be acronyms."""
        found = _CAPITALS_WORD.findall(match[0])
        plain = [word for word in found if not self._is_acronym(word)]
        if not any(len(word) >= _SHORTEST_PLAIN or word in self.plain_words for word in plain if len(word) > 1):
            return None
        if ", " in match[0] and not any(len(word) >= _LONG_WORD for word in plain):
            return None
        if match.start() and not any(len(word) >= _SHORTEST_PLAIN for word in plain):
            return None
        spoken = _CAPITALS_WORD.sub(
            lambda m: self.spoken_acronym(m[0]) if self._is_acronym(m[0]) else m[0].lower(), match[0]
        )
        starts = not match.string[: match.start()].strip("\"'“‘(«„¿¡ ")
        return spoken[:1].upper() + spoken[1:] if starts else spoken

    def _is_acronym(self, word: str) -> bool:
        known = word in self.word_acronyms or word in self.spoken_forms
        return known or (word not in self.plain_words and (len(word) <= 3 or not _VOWEL.search(word)))

    def rules(self) -> tuple[Rule, ...]:
        """Return the rules for rows of capitals, for initials, then for acronyms."""
        capitals: frozenset[TokenKind | str] = frozenset({TokenKind.CAPITALS, TokenKind.LETTER})
        mixed = [name for name in self.spoken_forms if not name.isupper()]
        found = [
            Rule(name="capitals", at=capitals, pattern=_CAPITALS_ROW, say=self.say_capitals),
            Rule(name="initials", at=frozenset({TokenKind.LETTER}), pattern=_DOTTED_INITIALS, say=self.say_dotted),
            Rule(
                name="initial",
                at=frozenset({TokenKind.LETTER}),
                pattern=_INITIAL,
                say=lambda m, _: f"{m['letter']} ",
            ),
            Rule(name="acronym", at=capitals, pattern=_ACRONYM, say=self.say_acronym),
            Rule(
                name="acronym",
                at=capitals,
                pattern=_MIXED_CASE_ACRONYM,
                say=lambda m, _: " ".join(m["letters"].upper()),
            ),
        ]
        if mixed:
            pattern = re.compile(rf"(?<!\w)(?P<name>{'|'.join(map(re.escape, mixed))})(?!\w)")
            at: frozenset[TokenKind | str] = frozenset(TOKEN.findall(name)[0] for name in mixed)
            found.insert(
                0, Rule(name="acronym", at=at, pattern=pattern, say=lambda m, _: self.spoken_forms[m["name"]])
            )
        return tuple(found)


def rules(language: GrammarLanguage) -> tuple[Rule, ...]:
    """Return the rules for acronyms and capitals."""
    return Acronyms(language).rules()
