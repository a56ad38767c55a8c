"""Where a line without end is parted: what looks around itself at every word must come to an end."""

from __future__ import annotations

import re
from collections.abc import Iterator

_WORD_BOUNDARY = re.compile(r"(?<![^\W_])|(?![^\W_])")


def chunk_spans(text: str, longest: int, word: int, marks: tuple[str, ...] = (" ",)) -> Iterator[tuple[int, int]]:
    """Start and end of each part: behind the last of the best marks in reach, else beside a sign.

    A word or figure is parted only if more than `word` characters of it are in the way.
    """
    start = 0
    while len(text) - start > longest:
        middle, reach = start + longest // 2, start + longest
        ends = (place + len(mark) for mark in marks if (place := text.rfind(mark, middle, reach)) >= 0)
        end = next(ends, None) or next(_WORD_BOUNDARY.finditer(text, reach, reach + word)).start()
        yield start, end
        start = end
    yield start, len(text)
