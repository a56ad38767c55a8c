"""Find verse: runs of short lines that break where a sentence goes on."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from audio_edition.model import BlockKind
from audio_edition.segmenter.groups.runs import split_into_runs
from audio_edition.segmenter.page import Page

_MAX_LINE_WORDS, _MIN_LINES, _MIN_WORDS, _MIN_BREAKS = 14, 4, 2, 2
_MAX_LINK_DENSITY = 0.5
_LINE_ENDINGS = (",", ";", ":", "—", "–", "-")
_PART = re.compile(r"\[[^\[\]]{1,40}\]:?$")
"""The name of a part of a song in square brackets, as a line of its own: "[Verse 1]"."""

_MIN_FUNCTION_WORDS, _MIN_BROKEN_SENTENCES, _MIN_REFRAIN = 0.2, 0.2, 0.3
"""Shares: of the words that are function words, of the lines whose sentence the next line continues, and of the
lines that recur. Menus, tags and headlines have too few of all three."""


def find_verse(page: Page) -> Iterator[list[int]]:
    """Yield the indexes of each run of at least four open lines that is verse or the words of a song."""
    for run in split_into_runs(index for index, _ in page.open_blocks() if _may_be_verse_line(page, index)):
        if sum(page.word_counts[index] >= _MIN_WORDS for index in run) >= _MIN_LINES and _is_verse(page, run):
            yield run


def _may_be_verse_line(page: Page, index: int) -> bool:
    block = page.blocks[index]
    return (
        block.kind in (BlockKind.PARAGRAPH, BlockKind.VERSE, BlockKind.QUOTATION)
        and 0 < page.word_counts[index] <= _MAX_LINE_WORDS
        and block.link_density <= _MAX_LINK_DENSITY
    )


def _is_verse(page: Page, run: Sequence[int]) -> bool:
    if all(page.blocks[index].kind is BlockKind.VERSE for index in run):
        return True
    words = [word for index in run for word in page.tokens[index]]
    if sum(word in page.function_words for word in words) < _MIN_FUNCTION_WORDS * len(words):
        return False
    texts = [page.blocks[index].text for index in run]
    broken = sum(_is_broken(line, following) for line, following in pairwise(texts))
    return (
        broken >= max(_MIN_BREAKS, _MIN_BROKEN_SENTENCES * len(run))
        or _count_refrain_lines(page, run) >= _MIN_REFRAIN * len(run)
        or any(_PART.match(text) for text in texts)
    )


def _is_broken(line: str, following: str) -> bool:
    """Return True if the sentence of a line goes on in the next one."""
    return line.endswith(_LINE_ENDINGS) or (line[-1].isalnum() and following[0].islower())


def _count_refrain_lines(page: Page, run: Sequence[int]) -> int:
    """Return how many lines of two words or more have the same words as another line of the run.

    A credit in brackets may stand under several captions.
    """
    counts = Counter(
        page.normalized_texts[index]
        for index in run
        if page.word_counts[index] >= _MIN_WORDS and not page.blocks[index].text.startswith("(")
    )
    return sum(count for count in counts.values() if count > 1)
