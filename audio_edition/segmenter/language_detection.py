"""Which language a page is in, and that language's function words."""

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
"""Words looked at, from blocks of so many."""

_LETTER = re.compile(r"[^\W\d_]")
_MIN_LETTERS, _MAX_CHARS = 40, 3000
"""Letters of a text long enough to be identified, characters of it that are looked at."""

_MIN_LEAD, _MIN_SHARE = 1.2, 0.15
"""How far the best language must lead the declared one, and its share of the words: a third in its own texts, less
than a tenth in texts of a language not known here."""


@cache
def load_function_words() -> dict[str, frozenset[str]]:
    """The function words of every language that is known, by its two letters."""
    return {code: languages.load(code).function_words for code in languages.available()}


def detect_page_language(declared: str | None, blocks: Iterable[list[str]]) -> str:
    """The language whose function words a page uses most; if that is unclear, the one it declares, or English."""
    known = load_function_words()
    prose = chain.from_iterable(words for words in blocks if len(words) >= _MIN_BLOCK_WORDS)
    sample = Counter(islice(prose, _SAMPLE_WORDS))
    used = {
        language: sum(map(sample.__getitem__, common.intersection(sample))) for language, common in known.items()
    }
    said = tags.primary(declared or DEFAULT_LANGUAGE)
    if said not in known:
        said = DEFAULT_LANGUAGE
    best = max(used, key=used.__getitem__)
    clear = used[best] > used[said] * _MIN_LEAD and used[best] >= _MIN_SHARE * sample.total()
    return best if clear else said


def is_written_in(language: str, words: list[str]) -> bool:
    """Whether its function words are as frequent among the words of a story as they are in its own texts."""
    return sum(word in load_function_words()[language] for word in words) >= _MIN_SHARE * len(words) > 0


def is_clearly_written_in(language: str, other: str, words: list[str]) -> bool:
    """Whether words are plainly in one language rather than in another; both are known, no word is parted yet.

    Of four words of a text in either, in the seven known: one line in two hundred is said to be in the other.
    """
    share, other_share = (_function_word_share(each, split_elisions(words, each)) for each in (language, other))
    return share >= _MIN_SHARE and share > other_share * _MIN_LEAD


def _function_word_share(language: str, words: list[str]) -> float:
    return sum(word in load_function_words()[language] for word in words) / (len(words) or 1)


def identify_language(text: str) -> str | None:
    """The language of a text out of a hundred and forty, by its letters; None where it is too short to tell."""
    if sum(1 for _ in islice(_LETTER.finditer(text), _MIN_LETTERS)) < _MIN_LETTERS:
        return None
    from py3langid.langid import classify  # here: half a second, and few pages need it

    return str(classify(text[:_MAX_CHARS])[0])


def split_elisions(words: list[str], language: str) -> list[str]:
    """The words of a line with those parted that the language joins by an apostrophe."""
    home = languages.find(language)
    if home is None or not home.elides:
        return words
    return [part for word in words for part in _APOSTROPHE.split(word)]
