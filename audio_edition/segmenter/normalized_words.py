"""The words of a text alone, for comparing: no case, no punctuation."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_WORD = re.compile(r"\w+(?:['’.,-]\w+)*+")
_CACHE_SIZE = 2**13
"""Lines of which the words are kept: a site's chrome recurs on its pages, and each page is looked at twice."""


@lru_cache(maxsize=_CACHE_SIZE)
def normalize_words(text: str) -> str:
    """The words of a text with a blank between."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return " ".join(_WORD.findall(folded.replace("_", " ")))
