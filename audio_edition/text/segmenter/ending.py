"""Where the story is over."""

from __future__ import annotations

from itertools import pairwise

from audio_edition.model import BlockKind
from audio_edition.text.segmenter.page import Page

_HEADING_WORDS = 12
_LONG = 30
"""Words of a paragraph that teasers and sign-ups do not reach."""

_BACK = 3
"""Long paragraphs behind a heading that show the story going on: the heading was a box inside it."""

_GAP = 7
"""Lines in a row that are no sentences; no story has so many, every page's foot has."""


def drop_after_heading(page: Page) -> None:
    """Find the first heading of what follows a story, "Related" or "More from Asia", and drop from there on."""
    seen_story = False
    for index in range(page.start, len(page.blocks)):
        seen_story = seen_story or (page.is_open(index) and page.is_prose(index))
        if not seen_story or not _is_end(page, index) or _story_goes_on(page, index):
            continue
        _drop_from(page, index, f"after the story: {page.blocks[index].text[:60]}")
        return


def _is_end(page: Page, index: int) -> bool:
    if page.words[index] > _HEADING_WORDS or (page.is_prose(index) and page.words[index] > 8):
        return False
    text = page.blocks[index].text
    return any(rule.matches(text) for rule in page.phrases.end)


def _story_goes_on(page: Page, index: int) -> bool:
    """Whether long paragraphs follow, more than a tenth as many words as stood before."""
    long_after = [i for i, _ in page.open_blocks(index + 1) if page.words[i] >= _LONG and page.is_prose(i)]
    near = [i for i in long_after if i <= index + 25]
    before = sum(page.words[i] for i, _ in page.open_blocks(page.start) if i < index and page.is_prose(i))
    return len(near) >= _BACK and sum(page.words[i] for i in near) * 3 > before


def drop_after_gap(page: Page) -> None:
    """Drop what follows a long run of lines that are no sentences, unless most of the prose comes after it."""
    prose = [i for i, _ in page.open_blocks(page.start) if page.is_prose(i)]
    total = sum(page.words[i] for i in prose)
    read = 0
    for this, following in pairwise([*prose, len(page.blocks)]):
        read += page.words[this]
        gap = sum(1 for i in range(this + 1, following) if page.is_fragment(i) and _counts(page, i))
        if gap >= _GAP and read * 2 > total:
            _drop_from(page, this + 1, "after the story")
            return


def _counts(page: Page, index: int) -> bool:
    """Whether a line tells that the story is over: headings still open and what stands inside stories do not."""
    if page.blocks[index].kind in {BlockKind.TABLE, BlockKind.CODE, BlockKind.CAPTION}:
        return False
    return not page.is_open(index) or not page.blocks[index].level


def _drop_from(page: Page, start: int, rule: str) -> None:
    for index, _ in list(page.open_blocks(start)):
        page.drop(index, rule)
