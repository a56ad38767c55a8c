"""Find names in English texts that a voice may mispronounce: those in no lexicon that are spelt unlike English."""

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
"""Roles of texts in which any word may have a capital."""

_SENTENCE_START = re.compile(r"[.!?:…“\"‘(\[—–]\s*$")
_SHORTEST_NAME = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundName:
    """A name as it is written, how often it occurs, and the ids of the articles in which it does."""

    word: str
    count: int
    articles: tuple[str, ...]


class NameFinder:
    """Collects, article by article, the capitalised words that no rule and no lexicon entry replaces."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()
        self._articles: defaultdict[str, dict[str, None]] = defaultdict(dict)
        self._capitalised_mid_sentence: set[str] = set()
        self._lower_case_words: set[str] = set()

    def add(self, article: str, utterances: Iterable[Utterance]) -> None:
        """Collect the words of the English utterances of one article."""
        for utterance in utterances:
            if tags.primary(utterance.language) != "en":
                continue
            for word, inside_sentence in _unreplaced_words(utterance):
                if word[0].islower():
                    self._lower_case_words.add(word)
                elif _may_be_name(word):
                    self._counts[word] += 1
                    self._articles[word][article] = None
                    if inside_sentence:
                        self._capitalised_mid_sentence.add(word)

    def names(self) -> tuple[FoundName, ...]:
        """Return the names that occur inside a sentence and are spelt unlike English, the most frequent first."""
        words = [word for word in self._counts if word in self._capitalised_mid_sentence and self._is_unusual(word)]
        words.sort(key=lambda word: (-self._counts[word], word))
        return tuple(FoundName(word=w, count=self._counts[w], articles=tuple(self._articles[w])) for w in words)

    def _is_unusual(self, word: str) -> bool:
        return word.lower() not in self._lower_case_words and is_unlike_english(word)


def _unreplaced_words(utterance: Utterance) -> Iterator[tuple[str, bool]]:
    """Yield each word that is spoken as it is written, and True if it stands inside a sentence.

    Inside a sentence, a capital is a sign of a name.
    """
    written = utterance.written
    replaced = {index for part in utterance.replacements for index in range(part.start, part.end)}
    is_heading = utterance.role in _HEADINGS
    begun = False
    for token in TOKEN.finditer(written):
        if not token[0][0].isalpha():
            continue
        inside_sentence = begun and not is_heading and not _SENTENCE_START.search(written, 0, token.start())
        begun = True
        if token.start() not in replaced:
            yield token[0], inside_sentence


def _may_be_name(word: str) -> bool:
    """Return True for a word with at least two lower-case letters: Xhosa and McEwan, but not NATO or MPs."""
    return len(word) >= _SHORTEST_NAME and word.isalpha() and sum(map(str.islower, word)) > 1


def is_unlike_english(word: str) -> bool:
    """Return True if a word has three characters in a row that ordinary English words do not have.

    The beginning and the end of a word count as characters.
    """
    small = f"<{unicodedata.normalize('NFC', word).lower()}>"
    return any(small[index : index + 3] not in _load_english_trigrams() for index in range(len(small) - 2))


@cache
def _load_english_trigrams() -> frozenset[str]:
    lines = (language_folder("en") / "trigrams.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(three for line in lines if not line.startswith("#") for three in line.split())
