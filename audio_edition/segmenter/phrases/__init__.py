"""Phrase rules of a language, from `phrases.toml` in its folder. The file of English explains the form."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from audio_edition import languages
from audio_edition.segmenter.phrases.prefilter import PrefilteredPattern, first_letters, required_strings

UNIVERSAL_LANGUAGE = "en"
"""Its phrases are tried on all pages, after those of their own language: much chrome is English everywhere."""

_CACHE_SIZE = 2**12
"""Lines whose rule is cached: a site's chrome recurs on all its pages, and several rules look at each line."""

_TAIL_CHARS, _STOPS = 120, frozenset(".!?")
_STRAIGHT_QUOTES = (("‘", "'"), ("’", "'"), ("“", '"'), ("”", '"'), ("„", '"'), ("\u00a0", " "))
_CAPITAL = "(?-i:[A-ZÀ-ÖØ-ÞŁŚŞŠŻŽČĆĐİ])"
_NAME = (
    rf"(?:{_CAPITAL}[\w.'-]+(?: (?:(?:van|von|vom|de|del|den|der|dos|das|da|di|du|la|le|ten|ter|zu|zur|y|e|i|'t) )*"
    rf"(?:d')?{_CAPITAL}[\w.'-]*){{1,3}}|[A-Z]{{2,5}})"
)
_NAME_SEPARATOR = r"(?:, | ?/ ?| (?:&|und|et|y|e|en|and|avec|con|com|met|mit) )"
_SHORTHANDS = {
    "<Names>": rf"{_NAME}(?:{_NAME_SEPARATOR}{_NAME}){{0,5}}(?: ?[,;|/•·–—(-].{{0,80}})?(?<![.!?])$",
    "<Capital>": _CAPITAL,
}


class PhraseSet:
    """Named phrases against which a text is matched, those of a language before those that hold everywhere.

    Phrases that begin with a known letter are joined into one pattern for each first letter of a text. The others
    are tried only if the text has one of the strings that they require.
    """

    def __init__(self, entries: Iterable[Mapping[str, Any]], *, case_matters: bool = False) -> None:
        phrases: list[tuple[str, str]] = [
            (entry["rule"], phrase) for entry in entries for phrase in _expand_shorthands(entry)
        ]
        firsts = [first_letters(phrase) for _, phrase in phrases]
        self.rule_names = frozenset(rule for rule, _ in phrases)
        self._flags = re.NOFLAG if case_matters else re.IGNORECASE
        numbered = [(number, *each) for number, each in enumerate(zip(phrases, firsts, strict=True))]
        self._anchored_phrases = [(number, phrase, letters) for number, (_, phrase), letters in numbered if letters]
        floating = [(number, phrase) for number, (_, phrase), letters in numbered if not letters]
        self._floating_patterns = {number: re.compile(phrase, self._flags) for number, phrase in floating}
        self._triggers = [(string, number) for number, phrase in floating for string in required_strings(phrase)]
        self._always_tried = [number for number, phrase in floating if not required_strings(phrase)]
        self._rule_by_number = [rule for rule, _ in phrases]
        self._patterns_by_letter: dict[str, re.Pattern[str] | None] = {}
        self.find_rule = lru_cache(maxsize=_CACHE_SIZE)(self._find_rule)

    def _find_rule(self, text: str) -> str | None:
        """Return the name of the first rule with a phrase for a text, which comes from `normalize_line`."""
        lowered = text.lower()
        pattern = self._pattern_for_letter(lowered[:1])
        match = pattern.match(text) if pattern else None
        first = int(str(match.lastgroup)[1:]) if match else len(self._rule_by_number)
        possible = [number for string, number in self._triggers if string in lowered] + self._always_tried
        for number in sorted(possible):
            if number > first:
                break
            if self._floating_patterns[number].match(text):
                return self._rule_by_number[number]
        return self._rule_by_number[first] if match else None

    def _pattern_for_letter(self, letter: str) -> re.Pattern[str] | None:
        """Return the phrases that can match a text with this first letter, each in a group with its number."""
        if letter not in self._patterns_by_letter:
            fitting = [(number, phrase) for number, phrase, letters in self._anchored_phrases if letter in letters]
            source = "|".join(f"(?P<p{number}>{phrase})" for number, phrase in fitting)
            self._patterns_by_letter[letter] = re.compile(source, self._flags) if fitting else None
        return self._patterns_by_letter[letter]


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguagePhrases:
    """The phrase rules of one language, by their purpose.

    `lead_in` matches the words before an author's name at the beginning of a line, `by_word` the shortest of them
    anywhere, `jobs` and `byline_end` what may stand behind the name. `tails` match the ends of captions.
    """

    chrome: PhraseSet
    notice: PhraseSet
    end: PhraseSet
    head: PhraseSet
    byline: PhraseSet
    correction: PhraseSet
    thread: PhraseSet
    reply: PhraseSet
    lead_in: re.Pattern[str]
    by_word: re.Pattern[str]
    jobs: re.Pattern[str]
    byline_end: re.Pattern[str]
    tails: tuple[tuple[str, PrefilteredPattern], ...]

    def find_tail_rule(self, text: str) -> str | None:
        """Return the name of the rule that matches the end of a block of any length, or None."""
        if text[-1:] in _STOPS and not text.endswith(")."):
            return None
        end = text[-_TAIL_CHARS:]
        return next((rule for rule, tail in self.tails if tail.may_match(end) and tail.pattern.search(end)), None)


@lru_cache(maxsize=_CACHE_SIZE)
def normalize_line(text: str) -> str:
    """Return a block's first 300 characters for matching: accents composed, quotes straight, without bullets."""
    head = text[:300]
    if not head.isascii():
        head = unicodedata.normalize("NFC", head)
        for curly, straight in _STRAIGHT_QUOTES:
            head = head.replace(curly, straight)
    return head.strip(" -–—•|*■▪●")


@cache
def load_phrases(language: str) -> LanguagePhrases:
    """Return the rules for a language, given by its code; its own come before those that hold everywhere."""
    tables = [
        *(languages.load(code).phrases for code in dict.fromkeys((language, UNIVERSAL_LANGUAGE))),
        languages.load_other_pages()["phrases"],
    ]
    return LanguagePhrases(
        chrome=PhraseSet(entry for table in tables for entry in table["chrome"]),
        notice=PhraseSet(entry for table in tables for entry in table.get("notice", ())),
        end=PhraseSet(entry for table in tables for entry in table["end"]),
        head=PhraseSet(entry for table in tables for entry in table.get("head", ())),
        byline=PhraseSet((entry for table in tables for entry in table["byline"]), case_matters=True),
        correction=PhraseSet(entry for table in tables for entry in table.get("correction", ())),
        thread=PhraseSet(entry for table in tables for entry in table.get("thread", ())),
        reply=PhraseSet(entry for table in tables for entry in table.get("reply", ())),
        tails=tuple(
            (entry["rule"], PrefilteredPattern.from_source("|".join(_expand_shorthands(entry))))
            for table in tables
            for entry in table.get("tail", ())
        ),
        lead_in=re.compile(rf"^\W*({_join(tables, 'lead_in')})(?: ?[:：=＝/／|｜]|(?= )) *", re.IGNORECASE),
        by_word=re.compile(rf"(?<!\w)({_join(tables, 'by_word')})(?: ?:|(?= )) *", re.IGNORECASE),
        jobs=re.compile(rf"(?<![^\W\d_])(?:{_join(tables, 'jobs')})(?!\w)", re.IGNORECASE),
        byline_end=re.compile(rf" (?:{_join(tables, 'byline_end')})(?!\w)", re.IGNORECASE),
    )


def _join(tables: Iterable[Mapping[str, Any]], key: str) -> str:
    return "|".join(table[key] for table in tables if key in table)


def _expand_shorthands(entry: Mapping[str, Any]) -> Iterator[str]:
    """Yield the regular expressions of a rule, with their shorthands expanded."""
    for source in (*entry.get("starts", ()), *(f"(?:{phrase})\\W*$" for phrase in entry.get("whole", ()))):
        for shorthand, meaning in _SHORTHANDS.items():
            source = source.replace(shorthand, meaning)  # noqa: PLW2901 - one phrase, written out step by step
        yield source
