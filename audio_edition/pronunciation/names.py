"""Names in English texts that a voice may say wrongly: no lexicon has them, and no English word is spelt so."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from audio_edition.languages import tags
from audio_edition.languages.tables import language_folder
from audio_edition.languages.tokens import TOKEN
from audio_edition.model import Role, Utterance

_HEADINGS = frozenset({Role.SECTION, Role.KICKER, Role.HEADLINE, Role.CROSSHEAD})
"""Here any word may have a capital."""

_SENTENCE_START = re.compile(r"[.!?:…“\"‘(\[—–]\s*$")
_SHORTEST_NAME = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundName:
    """A name as it is written, how often, and in which articles, by their ids."""

    word: str
    count: int
    articles: tuple[str, ...]


class NameFinder:
    """Collects capitalised words that no rule and no lexicon entry says, article by article."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()
        self._articles: defaultdict[str, dict[str, None]] = defaultdict(dict)
        self._capitalised_mid_sentence: set[str] = set()
        self._lower_case_words: set[str] = set()

    def add(self, article: str, utterances: Iterable[Utterance]) -> None:
        """Take in one article, if it is English."""
        for utterance in utterances:
            if tags.primary(utterance.language) != "en":
                continue
            for word, inside in _unreplaced_words(utterance):
                if word[0].islower():
                    self._lower_case_words.add(word)
                elif _may_be_name(word):
                    self._counts[word] += 1
                    self._articles[word][article] = None
                    if inside:
                        self._capitalised_mid_sentence.add(word)

    def names(self) -> tuple[FoundName, ...]:
        """Those that stand inside a sentence somewhere and are spelt unlike English, the most frequent first."""
        found = [word for word in self._counts if word in self._capitalised_mid_sentence and self._is_unusual(word)]
        found.sort(key=lambda word: (-self._counts[word], word))
        return tuple(FoundName(word=w, count=self._counts[w], articles=tuple(self._articles[w])) for w in found)

    def _is_unusual(self, word: str) -> bool:
        return word.lower() not in self._lower_case_words and is_unlike_english(word)


def _unreplaced_words(utterance: Utterance) -> Iterator[tuple[str, bool]]:
    """The words that are said as they are written, and whether each has its capital inside a sentence."""
    written = utterance.written
    said = {index for each in utterance.replacements for index in range(each.start, each.end)}
    heading = utterance.role in _HEADINGS
    begun = False
    for token in TOKEN.finditer(written):
        if not token[0][0].isalpha():
            continue
        inside = begun and not heading and not _SENTENCE_START.search(written, 0, token.start())
        begun = True
        if token.start() not in said:
            yield token[0], inside


def _may_be_name(word: str) -> bool:
    """A capital and two small letters at least: Xhosa and McEwan, not NATO or MPs."""
    return len(word) >= _SHORTEST_NAME and word.isalpha() and sum(map(str.islower, word)) > 1


def is_unlike_english(word: str) -> bool:
    """Whether it has a letter or three letters in a row that ordinary English words have not."""
    small = f"<{unicodedata.normalize('NFC', word).lower()}>"
    return any(small[index : index + 3] not in _load_english_trigrams() for index in range(len(small) - 2))


@cache
def _load_english_trigrams() -> frozenset[str]:
    lines = (language_folder("en") / "trigrams.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(three for line in lines if not line.startswith("#") for three in line.split())
