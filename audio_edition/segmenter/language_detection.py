"""Detects the language of a page by its function words, and of other texts by their letters."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache
from itertools import chain, islice

from audio_edition import languages
from audio_edition.languages import DEFAULT_LANGUAGE, tags

_APOSTROPHE = re.compile("['’]")
_SAMPLE_WORDS, _MIN_BLOCK_WORDS = 400, 12
"""Words that are counted, and the words that a block has at least to be counted."""

_LETTER = re.compile(r"[^\W\d_]")
_MIN_LETTERS, _MAX_CHARS = 40, 3000
"""Letters that a text must have to be identified, and characters that are used."""

_MIN_LEAD, _MIN_SHARE = 1.2, 0.15
"""The factor by which the best language must lead the declared one, and its least share of the words. The share is
a third in texts of the language, and less than a tenth in texts of languages without a folder here."""

_FREQUENT_WORDS, _MIN_FREQUENCY = 60, 3
"""The most frequent words of a page that stand for function words, and how often the page has them at least. A list
of function words has some 60 as well."""


@cache
def load_function_words() -> dict[str, frozenset[str]]:
    """Return the function words of every language that has a folder, by its code."""
    return {code: languages.load(code).function_words for code in languages.available()}


def detect_page_language(declared: str | None, blocks: Iterable[list[str]]) -> str:
    """Return the language whose function words a page uses most; if unclear, the declared one, or English."""
    known = load_function_words()
    prose = chain.from_iterable(words for words in blocks if len(words) >= _MIN_BLOCK_WORDS)
    sample = Counter(islice(prose, _SAMPLE_WORDS))
    used = {
        language: sum(map(sample.__getitem__, common.intersection(sample))) for language, common in known.items()
    }
    expected = tags.primary(declared or DEFAULT_LANGUAGE)
    if expected not in known:
        expected = DEFAULT_LANGUAGE
    best = max(used, key=used.__getitem__)
    clear = used[best] > used[expected] * _MIN_LEAD and used[best] >= _MIN_SHARE * sample.total()
    return best if clear else expected


def find_frequent_words(blocks: Iterable[list[str]]) -> frozenset[str]:
    """Return the words that the paragraphs of a page use most, for a language without a list of function words."""
    prose = chain.from_iterable(words for words in blocks if len(words) >= _MIN_BLOCK_WORDS)
    most = Counter(prose).most_common(_FREQUENT_WORDS)
    return frozenset(word for word, count in most if count >= _MIN_FREQUENCY)


def is_page_written_in(language: str, blocks: Iterable[list[str]]) -> bool:
    """Return True if a page has no paragraphs, or the function words of a language are frequent in them."""
    prose = list(chain.from_iterable(words for words in blocks if len(words) >= _MIN_BLOCK_WORDS))
    return not prose or is_written_in(language, prose)


def is_written_in(language: str, words: list[str]) -> bool:
    """Return True if the function words of a language are as frequent in a story as in texts of that language."""
    return sum(word in load_function_words()[language] for word in words) >= _MIN_SHARE * len(words) > 0


def is_clearly_written_in(language: str, other: str, words: list[str]) -> bool:
    """Return True if words are clearly in one language rather than in another.

    Both must have a folder here. `words` are not split at elisions. Of lines of four words in one of the seven
    languages, one in two hundred is taken for another.
    """
    share, other_share = (_function_word_share(code, split_elisions(words, code)) for code in (language, other))
    return share >= _MIN_SHARE and share > other_share * _MIN_LEAD


def _function_word_share(language: str, words: list[str]) -> float:
    return sum(word in load_function_words()[language] for word in words) / (len(words) or 1)


def identify_language(text: str) -> str | None:
    """Return the language of a text by its letters, one of a hundred and forty, or None for a short text."""
    if sum(1 for _ in islice(_LETTER.finditer(text), _MIN_LETTERS)) < _MIN_LETTERS:
        return None
    from py3langid.langid import classify  # here: half a second, and few pages need it

    return str(classify(text[:_MAX_CHARS])[0])


def split_elisions(words: list[str], language: str) -> list[str]:
    """Return the words of a line, split at apostrophes if the language elides: "l'air" is two words."""
    known = languages.find(language)
    if known is None or not known.elides:
        return words
    return [part for word in words for part in _APOSTROPHE.split(word)]
