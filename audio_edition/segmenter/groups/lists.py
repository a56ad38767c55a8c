"""Keep the lists of a story: ingredients, pros and cons, definitions, sentences set as points."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from audio_edition.model import BlockKind
from audio_edition.segmenter.groups.runs import (
    StoryBeside,
    find_story_above,
    find_story_below,
    split_into_runs,
    stands_as_story,
)
from audio_edition.segmenter.page import Page

_ENUMERATION_ENDINGS = (";", "; and", "; or")
_MIN_INTRODUCTION_WORDS = 4
_MAX_LINK_DENSITY = 0.3
"""The share of a list's characters inside links above which it leads to other pages."""


def find_lists(page: Page) -> Iterator[list[int]]:
    """Yield the indexes of each run of adjacent open list items, and of each run of lines ended by line breaks."""
    blocks = list(page.open_blocks())
    yield from split_into_runs(index for index, block in blocks if block.kind is BlockKind.LIST_ITEM)
    yield from split_into_runs(
        index for index, block in blocks if "line" in block.hints and block.kind is not BlockKind.LIST_ITEM
    )


def find_lists_in_story(page: Page, kept: set[int]) -> Iterator[int]:
    """Yield the items of the lists that stand in the story: right above or below a paragraph, or between two.

    Only other lists, headings and pictures may stand between the list and the paragraph that it touches. Menus and
    teasers are links, or have other elements around them than the story. A list in a box must stand between two
    paragraphs.
    """
    above, below = find_story_above(page, kept), find_story_below(page, kept)
    for items in find_lists(page):
        story = _find_touched_paragraph(above[items[0]], below[items[-1]])
        is_between = None not in (above[items[0]].paragraph, below[items[-1]].paragraph)
        if (
            story is not None
            and measure_link_density(page, items) <= _MAX_LINK_DENSITY
            and all(stands_as_story(page, index, story, in_box=is_between) for index in items)
        ):
            yield from items


def measure_link_density(page: Page, items: Sequence[int]) -> float:
    """Return the share of characters inside links over all items."""
    lengths = [len(page.blocks[index].text) for index in items]
    linked = [page.blocks[index].link_density * length for index, length in zip(items, lengths, strict=True)]
    return sum(linked) / max(1, sum(lengths))


def _find_touched_paragraph(above: StoryBeside, below: StoryBeside) -> int | None:
    """Return a paragraph of the story that the list touches, or that stands above it if another stands below."""
    if above.paragraph is not None and (not above.gap or below.paragraph is not None):
        return above.paragraph
    return None if below.gap else below.paragraph


def find_introductions(page: Page, kept: set[int]) -> Iterator[int]:
    """Yield lines between parts of the story that end with a colon, because they introduce what follows.

    A line of a few words ("You need:") must stand right between two blocks of the story.
    """
    for index, block in page.open_blocks():
        if block.text[-1:] == ":" and index + 1 in kept:
            is_clause = page.word_counts[index] >= _MIN_INTRODUCTION_WORDS and page.has_function_word(index)
            if index - 1 in kept or (is_clause and index - 2 in kept):
                yield index


def find_announced_lists(page: Page, kept: set[int]) -> Iterator[int]:
    """Yield the items of lists right below a line of the story that ends with a colon."""
    for items in find_lists(page):
        if items[0] - 1 in kept and page.blocks[items[0] - 1].text[-1:] == ":":
            yield from items


def find_announced_lines(page: Page, kept: set[int]) -> Iterator[int]:
    """Yield the lines from one that ends with a colon to the next line of the story.

    Plain text has no markup for lists, and some pages set the items as paragraphs. The announcing line is the last
    of the story above ("You need:"), or the first below it.
    """
    for run in split_into_runs(index for index, _ in page.open_blocks() if index not in kept):
        above, below = run[0] - 1, run[-1] + 1
        is_announced = any(page.blocks[index].text.endswith(":") for index in (above, run[0]))
        if (
            {above, below} <= kept
            and is_announced
            and (page.blocks[above].text.endswith(":") or len(run) > 1)
            and measure_link_density(page, run) <= _MAX_LINK_DENSITY
        ):
            yield from run


def find_enumerations(page: Page, kept: set[int]) -> Iterator[int]:
    """Yield runs of lines that end with a semicolon, and the line behind each: one sentence set as paragraphs.

    Menus and teasers do not end with semicolons. The story must stand right before or behind the run.
    """
    for run in split_into_runs(
        index for index, block in page.open_blocks() if block.text.endswith(_ENUMERATION_ENDINGS)
    ):
        following = run[-1] + 1
        if len(run) > 1 and {run[0] - 1, run[0] - 2, following, following + 1} & kept:
            yield from (at for at in (*run, following) if at < len(page.blocks) and page.is_open(at))
