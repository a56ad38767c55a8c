"""Find the bylines and date lines of an article among its blocks."""

from __future__ import annotations

from datetime import date

from audio_edition.segmenter.dates import find_date, has_digit, is_date_line
from audio_edition.segmenter.normalized_words import normalize_words
from audio_edition.segmenter.page import Page
from audio_edition.segmenter.phrases import normalize_line
from audio_edition.segmenter.rules.phrases import find_chrome_rule

_MAX_BYLINE_CHARS = 100
"""Characters of a byline; a longer line is not a name."""

_MAX_BYLINE_WORDS = 25
_MIN_PARTIAL_BYLINE_CHARS = 6
"""Characters of a part of the declared byline that is enough for a byline."""


def find_bylines_and_dates(page: Page) -> None:
    """Drop bylines and date lines, and take the page's byline and date from them."""
    for index, block in page.open_blocks(page.start):
        text = block.text
        if page.word_counts[index] <= _MAX_BYLINE_WORDS and _is_byline(page, text):
            page.drop(index, "byline")
            page.byline = page.byline or page.phrases.lead_in.sub("", text)
        elif is_date_line(text, page.language):
            page.drop(index, "date line")
            page.published = page.published or find_date(text, page.language)
    if page.published is None:
        page.published = _find_print_edition_date(page)


def _find_print_edition_date(page: Page) -> date | None:
    """Return the date in a note about the printed edition ("From the October 22nd 2022 edition"), if any."""
    dated = [i for i, block in enumerate(page.blocks) if has_digit(block.text)]
    notes = (page.blocks[i].text for i in dated if find_chrome_rule(page, i) == "print note")
    return next(filter(None, (find_date(note, page.language) for note in notes)), None)


def has_byline_below(page: Page, index: int) -> bool:
    """Return True if one of the four blocks below is a byline or a date line."""
    following = range(index + 1, min(index + 5, len(page.blocks)))
    return any(is_date_or_byline(page, i) for i in following)


def is_date_or_byline(page: Page, index: int) -> bool:
    """Return True if a block is a byline or a date line."""
    text = page.blocks[index].text
    return is_date_line(text, page.language) or _is_byline(page, text)


def _is_byline(page: Page, text: str) -> bool:
    """Return True if a text is a byline by its wording, or has the names of the declared byline."""
    if len(text) > _MAX_BYLINE_CHARS:
        return False
    if page.article.byline and (declared := normalize_words(page.article.byline)):
        words = normalize_words(page.phrases.lead_in.sub("", text))
        if words and (words == declared or (words in declared and len(words) >= _MIN_PARTIAL_BYLINE_CHARS)):
            return True
    return page.phrases.byline.find_rule(normalize_line(text)) is not None
