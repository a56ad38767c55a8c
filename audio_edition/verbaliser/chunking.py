"""Divides very long lines, because rules that look around every word would take quadratic time."""

from __future__ import annotations

import re
from collections.abc import Iterator

_WORD_BOUNDARY = re.compile(r"(?<![^\W_])|(?![^\W_])")


def chunk_spans(text: str, longest: int, word: int, marks: tuple[str, ...] = (" ",)) -> Iterator[tuple[int, int]]:
    """Yield start and end of each part of at most about `longest` characters.

    A part ends behind the last mark in its second half, tried in the order of `marks`, else at the end of a word.
    Only a word or figure of more than `word` characters is divided.
    """
    start = 0
    while len(text) - start > longest:
        middle, reach = start + longest // 2, start + longest
        ends = (index + len(mark) for mark in marks if (index := text.rfind(mark, middle, reach)) >= 0)
        end = next(ends, None) or next(_WORD_BOUNDARY.finditer(text, reach, reach + word)).start()
        yield start, end
        start = end
    yield start, len(text)
