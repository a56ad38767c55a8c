"""Decide which line breaks inside a paragraph end a line of the text, and which only wrap it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from audio_edition.languages.sentence_ends import ends_sentence
from audio_edition.languages.words import count_words

_PAUSES = (":", ";", "：", "；")
_CONTINUED = re.compile(r"[,–—(\u00ad-]$|[^\W\d_]-$")
_MAX_LINE_WORDS = 10
"""Words of a line in a list, which needs no stop; a longer line without one is wrapped."""

_MAX_ITEM_WORDS = 5
_WRAPPED_SHARE = 0.3
"""Share of the breaks inside a sentence from which all breaks of a paragraph wrap it."""


def find_line_ends(lines: Sequence[str]) -> list[bool]:
    """Return for each break between two lines True if it ends a line of the text.

    A break inside a sentence does not; if many are, the paragraph is wrapped and no break ends a line.
    """
    ends = [not _breaks_sentence(above, below) for above, below in pairwise(lines)]
    is_wrapped = ends.count(False) > _WRAPPED_SHARE * len(ends)
    return [False] * len(ends) if is_wrapped else ends


def is_list_line(line: str) -> bool:
    """Return True if a line is short like the item of a list, and no sentence."""
    return count_words(line) <= _MAX_ITEM_WORDS and not _has_stop(line)


def _breaks_sentence(above: str, below: str) -> bool:
    """Return True if a sentence goes on over the break between two lines."""
    above, below = above.strip(), below.strip()
    if not above or not below or _has_stop(above):
        return False
    return below[0].islower() or bool(_CONTINUED.search(above)) or count_words(above) > _MAX_LINE_WORDS


def _has_stop(line: str) -> bool:
    return line.endswith(_PAUSES) or ends_sentence(line)
