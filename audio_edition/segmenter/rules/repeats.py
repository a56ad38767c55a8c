"""Drop repeated lines: lines of other pages of the folder, and lines printed twice on this page."""

from __future__ import annotations

from collections.abc import Sequence

from audio_edition.languages.sentence_ends import ends_sentence
from audio_edition.model import BlockKind
from audio_edition.segmenter.normalized_words import normalize_words
from audio_edition.segmenter.page import Page
from audio_edition.segmenter.site_boilerplate import find_first_paragraph

_MIN_WORDS = 3
_MAX_LINK_DENSITY = 0.5
"""The share of characters inside links above which a repeated line is a link to elsewhere, not part of the text."""

_MAX_QUOTING_PAGES = 2
"""Other pages that may have a line of the story too, such as a quotation; boilerplate recurs on more of them."""

_MAX_DISTANCE = 3
"""Distance in blocks within which the story's own prose must stand on both sides of a repeated line of plain text:
a crosshead or another repeated line may stand between."""

_MIN_QUOTE_WORDS, _MAX_CREDIT_WORDS = 5, 8
_MIN_CONTAINMENT = 0.85
"""The share of a pull quote's 4-grams that the story must have. It is below 1 because the story may name the
speaker between two sentences of the quotation."""

_OPENING_QUOTES = '"“‘„‚«»‹›'
_MAX_PARAGRAPH_WORDS = 200
"""Words of a paragraph that a pull quote may be taken from; a longer block is a second copy of the whole story."""


def drop_shared_lines(page: Page) -> None:
    """Drop the lines that another page has word for word, unless they stand in the story.

    Publishers repeat chrome, but two articles may also have a quotation, a step of a recipe or a crosshead in
    common. Above the story only lines count that stand above other stories too. The declared headline and
    standfirst, and headings of level 1, are never dropped.
    """
    recurring = _find_recurring_lines(page)
    own_prose = [index for index, _ in page.open_blocks() if page.is_prose(index) and index not in recurring]
    in_story = _find_siblings if page.has_elements else _find_neighbours
    for index in recurring - in_story(page, recurring, own_prose):
        page.drop(index, "repeated on other pages of this edition")


def _find_recurring_lines(page: Page) -> set[int]:
    """Return the indexes of the open blocks whose text other pages have too."""
    declared = {normalize_words(text) for text in (page.article.headline, page.article.standfirst) if text}
    head = find_first_paragraph(page.article)
    return {
        index
        for index, block in page.open_blocks()
        if hash(page.normalized_texts[index]) in (page.shared.heads if index < head else page.shared.lines)
        and block.level != 1
        and page.word_counts[index] >= _MIN_WORDS
        and page.normalized_texts[index] not in declared
    }


def _find_siblings(page: Page, recurring: set[int], own_prose: Sequence[int]) -> set[int]:
    """Return the repeated lines that are no links and have sibling elements with prose of this page alone."""
    parents = {page.blocks[index].parent for index in own_prose}
    first = own_prose[0] if own_prose else len(page.blocks)
    return {
        index
        for index in recurring
        if index > first and page.blocks[index].parent in parents and _may_be_story(page, index)
    }


def _find_neighbours(page: Page, recurring: set[int], own_prose: Sequence[int]) -> set[int]:
    """Return the repeated sentences that stand right below prose of this page alone, or between two such blocks.

    Several long paragraphs in a row may be repeated, as in two reports made from the same agency's copy.
    """
    anchors, found = set(own_prose), set()
    for index in sorted(recurring):
        below = {index + step for step in range(1, _MAX_DISTANCE + 1)}
        above = {index - step for step in range(1, _MAX_DISTANCE + 1)}
        if (
            (index - 1 in anchors or (below & anchors and above & anchors))
            and ends_sentence(page.blocks[index].text)
            and _may_be_story(page, index)
        ):
            found.add(index)
            if page.is_long(index):
                anchors.add(index)
    return found


def _may_be_story(page: Page, index: int) -> bool:
    """Return True if a repeated line is no link, and few other pages have it."""
    count = page.shared.lines.get(hash(page.normalized_texts[index]), 0)
    return count <= _MAX_QUOTING_PAGES and page.blocks[index].link_density <= _MAX_LINK_DENSITY


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
