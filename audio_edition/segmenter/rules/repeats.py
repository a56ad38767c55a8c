"""Repetition: what other pages of the folder say too, and what this page says twice."""

from __future__ import annotations

from audio_edition.model import BlockKind
from audio_edition.segmenter.normalized_words import normalize_words
from audio_edition.segmenter.page import Page
from audio_edition.segmenter.site_boilerplate import find_first_paragraph

_MIN_WORDS = 3
_MIN_QUOTE_WORDS, _MAX_CREDIT_WORDS = 5, 8
_MIN_CONTAINMENT = 0.85
"""A quotation of two sentences lacks the runs across them where the story names the speaker between."""

_OPENING_QUOTES = '"“‘„‚«»‹›'
_MAX_PARAGRAPH_WORDS = 200
"""Words; what is longer is a second copy of the whole story, not a paragraph."""


def drop_shared_lines(page: Page) -> None:
    """Drop what stands word for word on another page: publishers repeat their chrome, hardly ever a sentence."""
    declared = {normalize_words(text) for text in (page.article.headline, page.article.standfirst) if text}
    head = find_first_paragraph(page.article)
    for index, block in page.open_blocks():
        words = page.normalized_texts[index]
        recurring = hash(words) in (page.shared.heads if index < head else page.shared.lines)
        if recurring and block.level != 1 and page.word_counts[index] >= _MIN_WORDS and words not in declared:
            page.drop(index, "repeated on other pages of this edition")


def drop_pull_quotes(page: Page) -> None:
    """Drop what is printed twice in a row, and the quotation whose words a longer paragraph has too.

    A short line that is doubled is a caption, once for the picture and once for its description: both go.
    """
    for index, block in page.open_blocks():
        if page.word_counts[index] < _MIN_QUOTE_WORDS:
            continue
        if index and _is_duplicate(page.normalized_texts[index - 1], page.normalized_texts[index]):
            page.drop(index, "said twice on the page")
            if not page.is_long(index):
                page.drop(index - 1, "said twice on the page")
        elif block.kind is BlockKind.QUOTATION or block.text[0] in _OPENING_QUOTES:
            _, other = page.measure_containment(index)
            if (
                page.word_counts[index] < page.word_counts[other] <= _MAX_PARAGRAPH_WORDS
                and page.is_long(other)
                and page.ngram_overlap(index, other) >= _MIN_CONTAINMENT
            ):
                page.drop(index, "pull quote or caption: repeats the story")


def _is_duplicate(one: str, other: str) -> bool:
    """Whether two lines are the same, or one is the other with a few words, a credit, behind it."""
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    return (
        short.count(" ") >= _MIN_QUOTE_WORDS
        and long.startswith(f"{short} ")
        and long[len(short) :].count(" ") <= _MAX_CREDIT_WORDS
    )
