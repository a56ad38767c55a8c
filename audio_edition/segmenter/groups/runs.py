"""Runs of adjacent blocks, and the story above and below each block of a page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from audio_edition.model import UNSPOKEN_KINDS, BlockKind
from audio_edition.segmenter.page import Page

_PICTURE_RULES = ("photo credit", "advertising notice")
"""Rules whose lines stand between the paragraphs of a story, as captions do."""

CHROME_HINTS = frozenset("related sign-up share advertisement comments menu topics notice byline".split())
"""Hints of the elements around menus, teasers and the like."""

_BOX_HINTS = frozenset({"embed", "caption"})
"""Hints of boxes beside the story and inside it: a list of pros and cons may be in one."""


class StoryBeside(NamedTuple):
    """The nearest paragraph of the story on one side of a block, and the short lines between, which are not story.

    `paragraph` is None if something else stands there first, such as a line that a rule dropped.
    """

    paragraph: int | None
    gap: int


def split_into_runs(indexes: Iterable[int]) -> Iterator[list[int]]:
    """Split ascending numbers into runs of consecutive ones."""
    for _, run in groupby(enumerate(indexes), key=lambda pair: pair[1] - pair[0]):
        yield [index for _, index in run]


def find_story_above(page: Page, kept: set[int]) -> list[StoryBeside]:
    """Return for each block the nearest paragraph of the story above it."""
    return _scan(page, kept, range(len(page.blocks)))


def find_story_below(page: Page, kept: set[int]) -> list[StoryBeside]:
    """Return for each block the nearest paragraph of the story below it."""
    return _scan(page, kept, range(len(page.blocks) - 1, -1, -1))


def _scan(page: Page, kept: set[int], order: Iterable[int]) -> list[StoryBeside]:
    found = [StoryBeside(None, 0)] * len(page.blocks)
    nearest = StoryBeside(None, 0)
    for index in order:
        found[index] = nearest
        if index in kept and page.is_prose(index) and page.blocks[index].kind is not BlockKind.LIST_ITEM:
            nearest = StoryBeside(index, 0)
        elif index in kept or _is_transparent(page, index):
            continue
        elif page.is_open(index) and not page.is_prose(index):
            nearest = StoryBeside(nearest.paragraph, nearest.gap + 1)
        else:
            nearest = StoryBeside(None, 0)
    return found


def _is_transparent(page: Page, index: int) -> bool:
    """Return True for list items, headings and pictures, which do not separate a group from its story."""
    verdict = page.verdicts[index]
    if verdict is None:
        return page.blocks[index].kind in (BlockKind.LIST_ITEM, BlockKind.HEADING)
    return verdict in UNSPOKEN_KINDS or verdict in _PICTURE_RULES or "caption" in verdict


def stands_as_story(page: Page, index: int, story: int, *, in_box: bool) -> bool:
    """Return True if the elements around a block are like those around a paragraph of the story.

    They must be in the same landmark and have no name that makes them a menu, a teaser and so on; nor a box, unless
    `in_box` is True.
    """
    block, paragraph = page.blocks[index], page.blocks[story]
    chrome = CHROME_HINTS if in_box else CHROME_HINTS | _BOX_HINTS
    return block.container == paragraph.container and not (block.hints - paragraph.hints) & chrome
