"""Drop repeated lines: lines of other pages of the folder, and lines printed twice on this page."""

from __future__ import annotations

from audio_edition.model import BlockKind
from audio_edition.segmenter.normalized_words import normalize_words
from audio_edition.segmenter.page import Page
from audio_edition.segmenter.site_boilerplate import find_first_paragraph

_MIN_WORDS = 3
_MIN_QUOTE_WORDS, _MAX_CREDIT_WORDS = 5, 8
_MIN_CONTAINMENT = 0.85
"""The share of a pull quote's 4-grams that the story must have. It is below 1 because the story may name the
speaker between two sentences of the quotation."""

_OPENING_QUOTES = '"“‘„‚«»‹›'
_MAX_PARAGRAPH_WORDS = 200
"""Words of a paragraph that a pull quote may be taken from; a longer block is a second copy of the whole story."""


def drop_shared_lines(page: Page) -> None:
    """Drop the lines that another page has word for word: publishers repeat chrome, but hardly ever a sentence.

    Above the story only lines count that stand above other stories too. The declared headline and standfirst, and
    headings of level 1, are never dropped.
    """
    declared = {normalize_words(text) for text in (page.article.headline, page.article.standfirst) if text}
    head = find_first_paragraph(page.article)
    for index, block in page.open_blocks():
        words = page.normalized_texts[index]
        recurring = hash(words) in (page.shared.heads if index < head else page.shared.lines)
        if recurring and block.level != 1 and page.word_counts[index] >= _MIN_WORDS and words not in declared:
            page.drop(index, "repeated on other pages of this edition")


def drop_pull_quotes(page: Page) -> None:
    """Drop a line printed twice in a row, and a quotation whose words a longer paragraph has too.

    A short line printed twice is a caption, below the picture and in its description, so both are dropped.
    """
    for index, block in page.open_blocks():
        if page.word_counts[index] < _MIN_QUOTE_WORDS:
            continue
        if index and _is_duplicate(page.normalized_texts[index - 1], page.normalized_texts[index]):
            page.drop(index, "said twice on the page")
            if not page.is_long(index):
                page.drop(index - 1, "said twice on the page")
        elif block.kind is BlockKind.QUOTATION or block.text[0] in _OPENING_QUOTES:
            _, other = page.ngrams.measure_containment(index)
            if (
                page.word_counts[index] < page.word_counts[other] <= _MAX_PARAGRAPH_WORDS
                and page.is_long(other)
                and page.ngrams.measure_overlap(index, other) >= _MIN_CONTAINMENT
            ):
                page.drop(index, "pull quote or caption: repeats the story")


def _is_duplicate(one: str, other: str) -> bool:
    """Return True if two lines are equal, or one is the other followed by a credit of a few words."""
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    return (
        short.count(" ") >= _MIN_QUOTE_WORDS
        and long.startswith(f"{short} ")
        and long[len(short) :].count(" ") <= _MAX_CREDIT_WORDS
    )
