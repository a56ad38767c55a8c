"""Teasers of other stories inside this one, known by what a publisher prints with them."""

from __future__ import annotations

import re

from audio_edition.text.segmenter.page import Page

AGAIN, TIMED = "story teaser: printed again behind the story", "story teaser: section and time under it"

_AGO = re.compile(r"(\d+|an?|one) (m|h|d|mins?|hrs?|minutes?|hours?|days?|weeks?) ago\b", re.IGNORECASE)
_SECTION_WORDS, _SUMMARY_WORDS, _FEWEST_WORDS = 3, 40, 4


def drop_teasers(page: Page) -> None:
    """Drop what is printed inside the story and again behind it, and summaries over a section and "2 hours ago"."""
    first = next((index for index, _ in page.open_blocks(page.start) if page.is_long(index)), len(page.blocks))
    for index, _ in page.open_blocks(first + 1):
        if page.words[index] < _FEWEST_WORDS:
            continue
        if any(_is_behind(page, other) for other in page.copies(index)):
            page.drop(index, AGAIN)
        elif page.words[index] <= _SUMMARY_WORDS and _has_section_and_time_under(page, index):
            page.drop(index, TIMED)


def _is_behind(page: Page, index: int) -> bool:
    verdict = page.verdicts[index]
    return isinstance(verdict, str) and verdict.startswith("after the story")


def _has_section_and_time_under(page: Page, index: int) -> bool:
    if index + 2 >= len(page.blocks) or not 0 < page.words[index + 1] <= _SECTION_WORDS:
        return False
    return page.is_fragment(index + 1) and _AGO.match(page.blocks[index + 2].text) is not None
