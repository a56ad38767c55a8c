"""Drop teasers of other stories inside this one, by the dates, sections and lists printed with them."""

from __future__ import annotations

import re
from collections.abc import Callable

from audio_edition.segmenter.dates import is_date_line
from audio_edition.segmenter.page import Page

PRINTED_AGAIN = "story teaser: printed again behind the story"
LISTED_WITH_OTHERS = "story teaser: listed with others"
DATE_BELOW = "story teaser: date under it"
SECTION_AND_TIME_BELOW = "story teaser: section and time under it"

_AGO = re.compile(r"(\d+|an?|one) (m|h|d|mins?|hrs?|minutes?|hours?|days?|weeks?) ago\b", re.IGNORECASE)
_MIN_STORY_PARAGRAPHS = 2
"""Long paragraphs that must stand above a teaser; before them the story's own headline and date look like one."""

_MAX_SECTION_WORDS, _MAX_SUMMARY_WORDS, _MAX_HEADING_WORDS, _MIN_WORDS = 3, 40, 4, 3


def drop_teasers(page: Page) -> None:
    """Drop the lines between the story's paragraphs that are teasers, and lines printed again behind the story."""
    long = [index for index, _ in page.open_blocks(page.start) if page.is_long(index)]
    for index in (
        range(long[_MIN_STORY_PARAGRAPHS - 1] + 1, len(page.blocks)) if len(long) >= _MIN_STORY_PARAGRAPHS else ()
    ):
        if page.is_open(index) and page.word_counts[index] >= _MIN_WORDS:
            rules = _TEASER_RULES if index < long[-1] else {PRINTED_AGAIN: _is_printed_again}
            if rule := next((rule for rule, applies in rules.items() if applies(page, index)), None):
                page.drop(index, rule)


def _is_printed_again(page: Page, index: int) -> bool:
    copies = page.find_copies(index)
    return len(copies) > 1 and any(_is_dropped(page, other, "after the story") for other in copies)


def _is_listed(page: Page, index: int) -> bool:
    """Return True if a block is a headline right under "Read more", or under another headline of the same list."""
    is_below_heading = (
        _is_dropped(page, index - 1, "story teaser") and page.word_counts[index - 1] <= _MAX_HEADING_WORDS
    )
    return (is_below_heading or page.verdicts[index - 1] == LISTED_WITH_OTHERS) and _is_headline(page, index)


def _has_date_under(page: Page, index: int) -> bool:
    is_dated = _is_dropped(page, index + 1, "date line") or (
        _is_dropped(page, index + 1, "repeated") and is_date_line(page.blocks[index + 1].text, page.language)
    )
    return is_dated and _is_headline(page, index)


def _has_section_and_time_under(page: Page, index: int) -> bool:
    if index + 2 >= len(page.blocks) or "ago" not in page.tokens[index + 2]:
        return False
    has_section = 0 < page.word_counts[index + 1] <= _MAX_SECTION_WORDS and page.is_fragment(index + 1)
    has_time = _AGO.match(page.blocks[index + 2].text) is not None
    return has_section and has_time and page.word_counts[index] <= _MAX_SUMMARY_WORDS


_TEASER_RULES: dict[str, Callable[[Page, int], bool]] = {
    LISTED_WITH_OTHERS: _is_listed,
    DATE_BELOW: _has_date_under,
    SECTION_AND_TIME_BELOW: _has_section_and_time_under,
    PRINTED_AGAIN: _is_printed_again,
}


def _is_headline(page: Page, index: int) -> bool:
    return page.is_fragment(index) or page.is_question(index)


def _is_dropped(page: Page, index: int, rule: str) -> bool:
    """Return True if a block is dropped by a rule whose name begins with `rule`."""
    verdict = page.verdicts[index]
    return isinstance(verdict, str) and verdict.startswith(rule)
