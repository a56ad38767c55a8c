"""Drop the blocks that the classifier finds unlike a story, each with a reason that readers understand."""

from __future__ import annotations

import re
from itertools import zip_longest

import numpy as np
import numpy.typing as npt

from audio_edition.model import BlockKind, Role
from audio_edition.segmenter.classifier.block_features import is_credit, looks_like_caption
from audio_edition.segmenter.classifier.features import MIN_WORDS
from audio_edition.segmenter.classifier.rescue import RESCUE_RULES, find_sentences_between_paragraphs
from audio_edition.segmenter.classifier.trees import predict_probabilities
from audio_edition.segmenter.groups import find_sign_up_lines, keep_groups
from audio_edition.segmenter.groups.lists import find_lists
from audio_edition.segmenter.page import Page

MIN_PROBABILITY, MIN_PLAIN_TEXT_PROBABILITY = 0.5, 0.4
"""The probability of being story below which a block is not kept, for pages from HTML and for others. Without
markup the classifier is less sure of the blocks that are story."""

_TO_THE_READER = re.compile(
    r"\b(you|your|our|us|subscri\w+|newsletters?|email|click|follow|sign up)\b", re.IGNORECASE
)
_BREAK = re.compile(r"[.!?] |>>|\|")
_MIN_CONTAINMENT = 0.9
_MAX_CROSSHEAD_WORDS = 12
_MIN_RESCUE_PROBABILITY = 0.05
"""The probability below which a short sentence is not kept even between two paragraphs of the story."""

_MAX_CLEAN_BLOCKS, _MIN_CLEAN_PROSE_SHARE = 12, 0.9


def drop_non_story(page: Page) -> None:
    """Drop the open blocks that look unlike a story, and record the reason.

    A short text that contains nothing but a story is left as it is.
    """
    if not _is_clean_text(page):
        drop_below_threshold(page, predict_probabilities(page))


def drop_below_threshold(page: Page, probabilities: npt.NDArray[np.float64]) -> None:
    """Drop the open blocks whose probability is too low, unless their context shows that they belong to the story.

    `probabilities` of being story have shape (blocks,); those of list items are replaced by the mean of their list.
    Rescue rules keep more blocks, and a crosshead is kept with the paragraph below it.
    """
    for items in find_lists(page):
        rated = [index for index in items if page.word_counts[index] >= MIN_WORDS] or items
        probabilities[items] = probabilities[rated].mean()  # a list is kept or dropped as a whole
    kept = _select_kept_blocks(page, probabilities)
    for index, rule in find_sign_up_lines(page, kept).items():
        page.drop(index, rule)
        kept.discard(index)
    first, last = (min(kept), max(kept)) if kept else (len(page.blocks), -1)
    end_reason = _end_reason(page, last)
    still_open = [index for index, _ in page.open_blocks()]
    for index, following in zip_longest(still_open, still_open[1:]):
        if index in kept or _is_crosshead(page, index, following, kept):
            continue
        if index < first:
            page.drop(index, "above the story")
        elif index > last:
            page.drop(index, end_reason)
        else:
            page.drop(index, _drop_reason(page, index))


def _select_kept_blocks(page: Page, probabilities: npt.NDArray[np.float64]) -> set[int]:
    """Return the indexes of the open blocks that are probably story, and of those that rescue rules add."""
    threshold = MIN_PROBABILITY if page.has_elements else MIN_PLAIN_TEXT_PROBABILITY
    kept = {index for index, _ in page.open_blocks() if probabilities[index] >= threshold}
    for rule in RESCUE_RULES:
        kept |= set(rule(page, kept))
    kept |= keep_groups(page, kept)
    sentences = find_sentences_between_paragraphs(page, kept)
    return kept | {index for index in sentences if probabilities[index] >= _MIN_RESCUE_PROBABILITY}


def _is_clean_text(page: Page) -> bool:
    """Return True if a page is a short text without chrome: nearly all of it is prose, and no rule dropped a line.

    A page as published always has some line that a rule drops.
    """
    open_words = [(page.word_counts[index], page.is_prose(index)) for index, _ in page.open_blocks()]
    is_any_dropped = any(verdict is not None and not isinstance(verdict, Role) for verdict in page.verdicts)
    prose = sum(words for words, is_prose in open_words if is_prose)
    return (
        not is_any_dropped
        and len(open_words) <= _MAX_CLEAN_BLOCKS
        and prose >= _MIN_CLEAN_PROSE_SHARE * sum(words for words, _ in open_words)
    )


def _is_crosshead(page: Page, index: int, following: int | None, kept: set[int]) -> bool:
    """Return True if a short line is a crosshead of the story.

    If markup calls it a heading, `following`, the next open block, must be kept; dropped blocks may stand between.
    Otherwise the line must have no final punctuation and stand between two long paragraphs that are kept.
    """
    block = page.blocks[index]
    if page.word_counts[index] > _MAX_CROSSHEAD_WORDS or not page.word_counts[index]:
        return False
    if block.kind is BlockKind.HEADING:
        if following is None or following not in kept:
            return False
        return index - 1 in kept or block.parent == page.blocks[following].parent
    if index + 1 not in kept:
        return False
    if page.is_prose(index) or looks_like_caption(block.text) or is_credit(block.text, page.word_counts[index]):
        return False
    below = index + 2 if page.word_counts[index + 1] < MIN_WORDS and index + 2 in kept else index + 1
    is_between = index - 1 in kept and page.is_long(index - 1) and page.is_long(below)
    return is_between and page.is_fragment(index) and not _is_title(block.text) and not _BREAK.search(block.text)


def _is_title(text: str) -> bool:
    """Return True if a line is in title case, as headlines of other stories are: most longer words have a capital.

    A line entirely in capitals is not in title case.
    """
    words = [word for word in text.split() if len(word) > 3]
    return len(words) > 1 and not text.isupper() and sum(word[0].isupper() for word in words) * 2 > len(words)


def _end_reason(page: Page, last: int) -> str:
    """Return the reason for dropping the blocks behind the last paragraph, with the heading there, if any."""
    heading = next((index for index in range(last + 1, len(page.blocks)) if page.is_end_heading(index)), None)
    return f"after the story: {page.blocks[heading].text[:60]}" if heading is not None else "after the story"


def _drop_reason(page: Page, index: int) -> str:
    """Return the reason for dropping a block between parts of the story, by its appearance."""
    text = page.blocks[index].text
    if page.ngrams.measure_containment(index)[0] >= _MIN_CONTAINMENT:
        return "pull quote or caption: repeats the story"
    if looks_like_caption(text):
        return "reads like a caption"
    if _TO_THE_READER.search(text):
        return "speaks to the reader, not of the story"
    if page.is_fragment(index) or page.is_question(index):
        return "reads like a teaser"
    return "unlike the story around it"
