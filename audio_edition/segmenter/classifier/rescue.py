"""Keep blocks that the classifier rates low but whose context shows that they belong to the story.

Each rule takes the page and the indexes of the blocks that are kept so far, and yields the indexes of open blocks
to keep as well. It may yield blocks that are kept already.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from audio_edition.languages.sentence_ends import ends_sentence, lacks_sentence_marks
from audio_edition.segmenter.classifier.features import MIN_WORDS
from audio_edition.segmenter.groups.runs import split_into_runs
from audio_edition.segmenter.page import Page
from audio_edition.segmenter.phrases import normalize_line

_MIN_INTRODUCTION_WORDS = 4
_AGENCY_SIGN_OFF = re.compile(r"\w[.!?][\"”]? [A-Z]{2,5}$")
_SHORT_SENTENCE_WORDS, _MAX_SHORT_CROSSHEAD_WORDS, _MIN_FIRST_SENTENCE_WORDS = 20, 8, 5
_CORRECTION_WINDOW = 4
"""Blocks behind the last paragraph of the story within which a correction is one of this story."""


def _find_introductions(page: Page, kept: set[int]) -> Iterator[int]:
    """Yield lines between parts of the story that end with a colon, because they introduce what follows.

    A line of a few words ("You need:") must stand right between two blocks of the story.
    """
    for index, block in page.open_blocks():
        if block.text[-1:] == ":" and index + 1 in kept:
            is_clause = page.word_counts[index] >= _MIN_INTRODUCTION_WORDS and page.has_function_word(index)
            if index - 1 in kept or (is_clause and index - 2 in kept):
                yield index


def _find_corrections(page: Page, kept: set[int]) -> Iterator[int]:
    """Yield lines right behind the story that report a correction of it."""
    last = max(kept, default=-1)
    for index, block in page.open_blocks(last + 1):
        if index <= last + _CORRECTION_WINDOW and page.phrases.correction.find_rule(normalize_line(block.text)):
            last = index
            yield index


def _find_agency_sign_off(page: Page, kept: set[int]) -> Iterator[int]:
    """Yield the sentence right behind the story if it ends with an agency's letters: it is the last paragraph."""
    following = max(kept, default=-1) + 1
    if (
        0 < following < len(page.blocks)
        and page.is_open(following)
        and _AGENCY_SIGN_OFF.search(page.blocks[following].text)
    ):
        yield following


def _find_short_sentences(page: Page, kept: set[int]) -> Iterator[int]:
    """Yield runs of sentences of a word or two ("Not yet.") between parts of the story.

    A crosshead may stand between the story and the run.
    """
    short = [i for i, b in page.open_blocks() if 0 < page.word_counts[i] < MIN_WORDS and ends_sentence(b.text)]
    for run in split_into_runs(short):
        if run[-1] + 1 in kept and {run[0] - 1, run[0] - 2} & kept:
            yield from run


def find_sentences_between_paragraphs(page: Page, kept: set[int]) -> Iterator[int]:
    """Yield short sentences right between two paragraphs of the story; a crosshead may stand above the sentence.

    98 in 100 such lines belong to the story; a caption or a teaser has another line beside it that identifies it.
    In Thai and Lao, which have no sentence marks, any line may be a sentence.
    """
    for index, block in page.open_blocks():
        if MIN_WORDS <= page.word_counts[index] < _SHORT_SENTENCE_WORDS and (
            ends_sentence(block.text) or lacks_sentence_marks(block.text)
        ):
            above = index - 2 if _may_be_crosshead(page, index - 1, kept) else index - 1
            if all(at in kept and page.is_prose(at) for at in (above, index + 1)):
                yield index


def _find_first_sentence(page: Page, kept: set[int]) -> Iterator[int]:
    """Yield the sentence between a byline or date line and the first paragraph that is kept."""
    first = min(kept, default=0) - 1
    if first <= 0 or not page.is_open(first) or page.verdicts[first - 1] not in ("byline", "date line"):
        return
    if (
        page.word_counts[first] >= _MIN_FIRST_SENTENCE_WORDS
        and ends_sentence(page.blocks[first].text)
        and page.is_prose(first + 1)
    ):
        yield first


def _may_be_crosshead(page: Page, index: int, kept: set[int]) -> bool:
    """Return True if an open line that is not kept yet is short enough for a crosshead."""
    return (
        index >= 0
        and index not in kept
        and page.is_open(index)
        and 0 < page.word_counts[index] <= _MAX_SHORT_CROSSHEAD_WORDS
        and page.is_fragment(index)
    )


def _find_continued_lines(page: Page, kept: set[int]) -> Iterator[int]:
    """Yield lines without punctuation whose sentence the next line of the story continues.

    A link or a stock ticker inside a sentence can split it into two blocks.
    """
    for index, _ in page.open_blocks():
        if index + 1 in kept and page.is_fragment(index) and page.word_counts[index] >= _MIN_INTRODUCTION_WORDS:
            first = page.blocks[index + 1].text[0]
            if first in ",;.)" or first.islower():
                yield index


RESCUE_RULES: tuple[Callable[[Page, set[int]], Iterator[int]], ...] = (
    _find_introductions,
    _find_short_sentences,
    _find_continued_lines,
    _find_first_sentence,
    _find_agency_sign_off,
    _find_corrections,
)
"""The rules that keep blocks whatever their probability, in the order in which they are applied."""
