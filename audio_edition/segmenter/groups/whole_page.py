"""Find the story of a page that has no paragraph: a poem, a song, a recipe, a list, or a text of short lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from audio_edition.languages.sentence_ends import ends_sentence
from audio_edition.model import BlockKind, Role
from audio_edition.segmenter.groups.lists import find_lists, measure_link_density
from audio_edition.segmenter.groups.runs import CHROME_HINTS
from audio_edition.segmenter.groups.verse import find_verse
from audio_edition.segmenter.page import Page

_SIDE_CONTAINERS = frozenset({"nav", "aside", "footer", "form", "header"})
_MAX_LINK_DENSITY = 0.3
_MIN_LINES, _MIN_ITEM_WORDS, _MAX_HEADING_WORDS = 3, 1.5, 12
_HEAD_RULES = frozenset({"byline", "date line", "headline again", "section", "kicker"})
_MIN_SENTENCES, _MIN_QUANTITIES = 0.5, 0.3
"""Shares of the lines of a plain text that end a sentence, or begin with a figure as ingredients do."""


def find_story_without_prose(page: Page, kept: set[int]) -> set[int]:
    """Return the indexes of the story of a page of which no prose is kept; none if the page has other prose.

    The story is all verse and all lists that are no menus, with the headings and short lines between them; or all
    of a text file whose lines are sentences or quantities.
    """
    if any(page.is_prose(index) for index in kept):
        return set()
    groups = [run for run in (*find_verse(page), *_find_own_lists(page)) if run[0] > _find_head(page)]
    lines = {index for run in groups for index in run}
    other = [index for index, _ in page.open_blocks() if page.is_prose(index) and index not in lines]
    if sum(page.word_counts[index] for index in other) > sum(page.word_counts[index] for index in lines):
        return set()
    return lines | set(_find_lines_between(page, lines)) if lines else _find_short_lines(page)


def _find_head(page: Page) -> int:
    """Return the index of the headline; −1 if the page has none."""
    return page.start if page.headline else -1


def _find_own_lists(page: Page) -> Iterator[list[int]]:
    """Yield the lists whose items are no links and that no element around them makes a menu."""
    for items in find_lists(page):
        words = sum(page.word_counts[index] for index in items)
        if (
            len(items) >= _MIN_LINES
            and words >= _MIN_ITEM_WORDS * len(items)
            and measure_link_density(page, items) <= _MAX_LINK_DENSITY
            and not any(_is_beside_story(page, index) for index in items)
        ):
            yield items


def _is_beside_story(page: Page, index: int) -> bool:
    block = page.blocks[index]
    return block.container in _SIDE_CONTAINERS or bool(block.hints & CHROME_HINTS)


def _find_lines_between(page: Page, lines: set[int]) -> Iterator[int]:
    """Yield the heading right above the groups, and the short lines between them that are no links."""
    first, last = min(lines), max(lines)
    for index, block in page.open_blocks(max(0, first - 1)):
        if index > last:
            return
        is_heading = block.kind is BlockKind.HEADING and page.word_counts[index] <= _MAX_HEADING_WORDS
        if (is_heading or index > first) and block.link_density <= _MAX_LINK_DENSITY:
            yield index


def _find_short_lines(page: Page) -> set[int]:
    """Return all open blocks of a text without markup and chrome whose lines are sentences or quantities."""
    dropped = {verdict for verdict in page.verdicts if verdict is not None and not isinstance(verdict, Role)}
    lines = [index for index, _ in page.open_blocks(_find_head(page) + 1)]
    if page.has_markup or dropped - _HEAD_RULES or len(lines) < _MIN_LINES:
        return set()
    texts = [page.blocks[index].text for index in lines]
    sentences, quantities = sum(map(ends_sentence, texts)), _count_quantities(texts)
    is_story = sentences >= _MIN_SENTENCES * len(lines) or quantities >= _MIN_QUANTITIES * len(lines)
    return set(lines) if is_story else set()


def _count_quantities(texts: Sequence[str]) -> int:
    return sum(text[0].isdigit() and text[-1].isalpha() for text in texts)
