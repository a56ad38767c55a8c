"""What no rule has named: the model's judgement, and a reason in words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from audio_edition.model import BlockKind
from audio_edition.text.segmenter.model import story_likeness
from audio_edition.text.segmenter.page import Page
from audio_edition.text.segmenter.signs import looks_like_caption

LIKENESS = 0.5
"""Below this a block is no part of the story."""

_TO_THE_READER = re.compile(
    r"\b(you|your|our|us|subscri\w+|newsletters?|email|click|follow|sign up)\b", re.IGNORECASE
)
_CONTAINED = 0.9
_CROSSHEAD_WORDS = 12
_INTRODUCTION_WORDS = 4


def drop_unlike(page: Page) -> None:
    """Drop the open blocks that look unlike a story, with what they look like instead."""
    likeness = story_likeness(page)
    for items in _lists(page):
        likeness[items] = likeness[items].mean()  # a list is read whole or not at all
    kept = {index for index, _ in page.open_blocks() if likeness[index] >= LIKENESS}
    first, last = (min(kept), max(kept)) if kept else (len(page.blocks), -1)
    end = _end_of_story(page, last)
    for index, _ in list(page.open_blocks()):
        if index in kept or _is_crosshead(page, index, kept):
            continue
        if index < first:
            page.drop(index, "above the story")
        elif index > last:
            page.drop(index, end)
        else:
            page.drop(index, _looks_like(page, index))


def _lists(page: Page) -> Iterator[list[int]]:
    """Runs of open list items."""
    items = [index for index, block in page.open_blocks() if block.kind is BlockKind.LIST_ITEM]
    for _, run in groupby(enumerate(items), key=lambda pair: pair[1] - pair[0]):
        yield [index for _, index in run]


def _is_crosshead(page: Page, index: int, kept: set[int]) -> bool:
    """Whether a short line without a stop heads the part of the story that follows.

    Where markup calls it a heading, a paragraph must follow; else it must stand between two long ones.
    """
    block = page.blocks[index]
    if page.words[index] > _CROSSHEAD_WORDS or not page.words[index] or index + 1 not in kept:
        return False
    if block.kind is BlockKind.HEADING:
        return index - 1 in kept or block.parent == page.blocks[index + 1].parent
    between = index - 1 in kept and page.is_long(index - 1) and page.is_long(index + 1)
    return between and page.is_fragment(index) and not _is_title(block.text)


def _is_title(text: str) -> bool:
    """Whether a line is set as other stories' headlines are: most of its longer words with a capital."""
    words = [word for word in text.split() if len(word) > 3]
    return len(words) > 1 and sum(word[0].isupper() for word in words) * 2 > len(words)


def _end_of_story(page: Page, last: int) -> str:
    """The reason for everything behind the last paragraph: the heading found there, if there is one."""
    heading = next((index for index in range(last + 1, len(page.blocks)) if page.is_end(index)), None)
    return f"after the story: {page.blocks[heading].text[:60]}" if heading is not None else "after the story"


def _looks_like(page: Page, index: int) -> str:
    text = page.blocks[index].text
    if page.containment(index)[0] >= _CONTAINED:
        return "pull quote or caption: repeats the story"
    if looks_like_caption(text):
        return "reads like a caption"
    if _TO_THE_READER.search(text):
        return "speaks to the reader, not of the story"
    if page.is_fragment(index) or page.is_question(index):
        return "reads like a teaser"
    return "unlike the story around it"
