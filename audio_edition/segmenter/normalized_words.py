"""Normalize a text to its words, without case and punctuation, so that texts can be compared."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from audio_edition.languages.words import split_words

_CACHE_SIZE = 2**13
"""Cached lines: menus and notices recur on the pages of a site, and each page is normalized twice."""


@lru_cache(maxsize=_CACHE_SIZE)
def normalize_words(text: str) -> str:
    """Return the words of a text, NFKC-normalized and case-folded, separated by single spaces."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return " ".join(split_words(folded.replace("_", " ")))
