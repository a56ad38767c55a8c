"""Keep the salutations, closings and signatures of letters."""

from __future__ import annotations

import re
from collections.abc import Iterator

from audio_edition.segmenter.page import Page

_SALUTATION = re.compile(r"(dear |sirs?\b|madam\b|to the editor\b)", re.IGNORECASE)
_MIN_SALUTATIONS, _MAX_SIGNATURE_WORDS = 2, 5
_MAX_COMMA_LINE_WORDS = 6


def find_signatures(page: Page, kept: set[int]) -> Iterator[int]:
    """Yield the signatures on a page of letters to the editor: a name in capitals, and a place if one follows."""
    if sum(_SALUTATION.match(page.blocks[index].text) is not None for index in kept) < _MIN_SALUTATIONS:
        return
    for index, block in page.open_blocks():
        if block.text.isupper() and page.word_counts[index] <= _MAX_SIGNATURE_WORDS and index - 1 in kept:
            yield index
            place = next((following for following, _ in page.open_blocks(index + 1)), index)
            if place == index + 1 and _may_sign(page, place):
                yield place


def find_salutations_and_closings(page: Page, kept: set[int]) -> Iterator[int]:
    """Yield the lines of a letter that end with a comma: a salutation above the text, and a closing below it.

    The line under a closing is the signature ("Yours ever," over "Jane"). Lines of chrome do not end with commas.
    """
    for index, block in page.open_blocks():
        if not block.text.endswith(",") or not 0 < page.word_counts[index] <= _MAX_COMMA_LINE_WORDS:
            continue
        below = index + 1
        if below in kept and page.is_prose(below):
            yield index
        elif index - 1 in kept and page.is_prose(index - 1) and _may_sign(page, below):
            yield from (index, below)


def _may_sign(page: Page, index: int) -> bool:
    """Return True if there is an open block here that is short and no sentence, as a name is."""
    return (
        index < len(page.blocks)
        and page.is_open(index)
        and page.word_counts[index] <= _MAX_SIGNATURE_WORDS
        and page.is_fragment(index)
    )
