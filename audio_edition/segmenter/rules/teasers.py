"""Teasers of other stories inside this one, known by what a publisher prints with them."""

from __future__ import annotations

import re
from collections.abc import Callable

from audio_edition.segmenter.dates import is_date_line
from audio_edition.segmenter.page import Page

AGAIN = "story teaser: printed again behind the story"
LISTED = "story teaser: listed with others"
DATED = "story teaser: date under it"
TIMED = "story teaser: section and time under it"

_AGO = re.compile(r"(\d+|an?|one) (m|h|d|mins?|hrs?|minutes?|hours?|days?|weeks?) ago\b", re.IGNORECASE)
_BEGUN = 2
"""Long paragraphs after which the story has begun; above stand its own headline and date."""

_SECTION_WORDS, _SUMMARY_WORDS, _HEADING_WORDS, _FEWEST_WORDS = 3, 40, 4, 3


def drop_teasers(page: Page) -> None:
    """Drop the lines among the story's paragraphs with the marks of teasers, and those printed again behind it."""
    long = [index for index, _ in page.open_blocks(page.start) if page.is_long(index)]
    for index in range(long[_BEGUN - 1] + 1, len(page.blocks)) if len(long) >= _BEGUN else ():
        if page.is_open(index) and page.words[index] >= _FEWEST_WORDS:
            marks = _MARKS if index < long[-1] else {AGAIN: _is_printed_again}
            if rule := next((rule for rule, bears in marks.items() if bears(page, index)), None):
                page.drop(index, rule)


def _is_printed_again(page: Page, index: int) -> bool:
    copies = page.copies(index)
    return len(copies) > 1 and any(_is_dropped(page, other, "after the story") for other in copies)


def _is_listed(page: Page, index: int) -> bool:
    """Whether it is a headline right under "Read more" or under one that is."""
    heads = _is_dropped(page, index - 1, "story teaser") and page.words[index - 1] <= _HEADING_WORDS
    return (heads or page.verdicts[index - 1] == LISTED) and _is_headline(page, index)


def _has_date_under(page: Page, index: int) -> bool:
    dated = _is_dropped(page, index + 1, "date line") or (
        _is_dropped(page, index + 1, "repeated") and is_date_line(page.blocks[index + 1].text, page.language)
    )
    return dated and _is_headline(page, index)


def _has_section_and_time_under(page: Page, index: int) -> bool:
    if index + 2 >= len(page.blocks) or "ago" not in page.tokens[index + 2]:
        return False
    section = 0 < page.words[index + 1] <= _SECTION_WORDS and page.is_fragment(index + 1)
    timed = _AGO.match(page.blocks[index + 2].text) is not None
    return section and timed and page.words[index] <= _SUMMARY_WORDS


_MARKS: dict[str, Callable[[Page, int], bool]] = {
    LISTED: _is_listed,
    DATED: _has_date_under,
    TIMED: _has_section_and_time_under,
    AGAIN: _is_printed_again,
}


def _is_headline(page: Page, index: int) -> bool:
    return page.is_fragment(index) or page.is_question(index)


def _is_dropped(page: Page, index: int, rule: str) -> bool:
    """Whether a block is dropped by a rule whose name begins so."""
    verdict = page.verdicts[index]
    return isinstance(verdict, str) and verdict.startswith(rule)
