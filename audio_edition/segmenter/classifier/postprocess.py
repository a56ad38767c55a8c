"""What no rule has named: the model's judgement, and a reason in words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby, zip_longest

import numpy as np
import numpy.typing as npt

from audio_edition.model import BlockKind, Role
from audio_edition.segmenter.classifier.block_features import is_credit, looks_like_caption
from audio_edition.segmenter.classifier.features import MIN_WORDS
from audio_edition.segmenter.classifier.trees import predict_likeness
from audio_edition.segmenter.page import Page, ends_sentence
from audio_edition.segmenter.phrases import normalize_line

MIN_LIKENESS, MIN_PLAIN_LIKENESS = 0.5, 0.4
"""Below this a block is no part of the story. Where no markup helps, the model doubts more of what is."""

_TO_THE_READER = re.compile(
    r"\b(you|your|our|us|subscri\w+|newsletters?|email|click|follow|sign up)\b", re.IGNORECASE
)
_BREAK = re.compile(r"[.!?] |>>|\|")
_ENUMERATION_ENDINGS = (";", "; and", "; or")
_MIN_CONTAINMENT = 0.9
_MAX_CROSSHEAD_WORDS = 12
_MIN_INTRODUCTION_WORDS = 4
_MIN_ANSWERS = _MIN_QUESTIONS = 3
_AGENCY_SIGN_OFF = re.compile(r"\w[.!?][\"”]? [A-Z]{2,5}$")
_SALUTATION = re.compile(r"(dear |sirs?\b|madam\b|to the editor\b)", re.IGNORECASE)
_MIN_SALUTATIONS, _MAX_SIGNATURE_WORDS = 2, 5
_MIN_RESCUE_LIKENESS = 0.05
"""Below this the model is surer than what stands around a sentence."""

_SHORT_SENTENCE_WORDS, _MAX_SHORT_CROSSHEAD_WORDS, _MIN_FIRST_SENTENCE_WORDS = 20, 8, 5
_MAX_CLEAN_BLOCKS, _MIN_CLEAN_PROSE_SHARE = 12, 0.9
_CORRECTION_WINDOW = 4
"""Blocks behind the story's last paragraph within which a correction is one of this story."""


def drop_non_story(page: Page) -> None:
    """Drop the open blocks that look unlike a story, with what they look like instead."""
    if not _is_clean_text(page):
        drop_below_threshold(page, predict_likeness(page))


def drop_below_threshold(page: Page, likeness: npt.NDArray[np.float64]) -> None:
    """Drop the open blocks whose likeness is too low; lists and crossheads follow their company."""
    for items in _find_lists(page):
        telling = [index for index in items if page.word_counts[index] >= MIN_WORDS] or items
        likeness[items] = likeness[telling].mean()  # a list is read whole or not at all
    least = MIN_LIKENESS if page.has_elements else MIN_PLAIN_LIKENESS
    kept = {index for index, _ in page.open_blocks() if likeness[index] >= least}
    for company in _RESCUE_RULES:
        kept |= set(company(page, kept))
    kept |= {
        index for index in _find_sentences_between_paragraphs(page, kept) if likeness[index] >= _MIN_RESCUE_LIKENESS
    }
    first, last = (min(kept), max(kept)) if kept else (len(page.blocks), -1)
    end = _end_reason(page, last)
    still_open = [index for index, _ in page.open_blocks()]
    for index, following in zip_longest(still_open, still_open[1:]):
        if index in kept or _is_crosshead(page, index, following, kept):
            continue
        if index < first:
            page.drop(index, "above the story")
        elif index > last:
            page.drop(index, end)
        else:
            page.drop(index, _drop_reason(page, index))


def _find_lists(page: Page) -> Iterator[list[int]]:
    """Runs of open list items."""
    yield from _split_into_runs([index for index, block in page.open_blocks() if block.kind is BlockKind.LIST_ITEM])


def _split_into_runs(indexes: Iterable[int]) -> Iterator[list[int]]:
    """Ascending numbers parted where one is left out."""
    for _, run in groupby(enumerate(indexes), key=lambda pair: pair[1] - pair[0]):
        yield [index for _, index in run]


def _find_enumerations(page: Page, kept: set[int]) -> Iterator[int]:
    """Runs of lines that end in a semicolon, and the line behind each: one sentence in a paragraph a point.

    Nobody writes a menu or a teaser like that; the story must stand right before or behind the run.
    """
    for run in _split_into_runs(
        index for index, block in page.open_blocks() if block.text.endswith(_ENUMERATION_ENDINGS)
    ):
        after = run[-1] + 1
        if len(run) > 1 and {run[0] - 1, run[0] - 2, after, after + 1} & kept:
            yield from (at for at in (*run, after) if at < len(page.blocks) and page.is_open(at))


def _find_introductions(page: Page, kept: set[int]) -> Iterator[int]:
    """Lines between parts of the story that end in a colon: they announce what follows."""
    for index, block in page.open_blocks():
        if (
            block.text[-1:] == ":"
            and page.word_counts[index] >= _MIN_INTRODUCTION_WORDS
            and any(word in page.function_words for word in page.tokens[index])
            and index + 1 in kept
            and (index - 1 in kept or index - 2 in kept)
        ):
            yield index


def _find_questions(page: Page, kept: set[int]) -> Iterator[int]:
    """The questions of an interview: those with an answer, where three or more have one before them too."""
    asked = [index for index, _ in page.open_blocks() if page.is_question(index) and index + 1 in kept]
    if sum(index - 1 in kept for index in asked) >= _MIN_QUESTIONS:
        yield from asked


def _is_clean_text(page: Page) -> bool:
    """Whether a page is a short text made ready for reading: nearly all of it prose, and no rule knew a line of it.

    A page as its publisher prints it always has some line that a rule knows.
    """
    open_words = [(page.word_counts[index], page.is_prose(index)) for index, _ in page.open_blocks()]
    known = any(verdict is not None and not isinstance(verdict, Role) for verdict in page.verdicts)
    prose = sum(words for words, is_prose in open_words if is_prose)
    return (
        not known
        and len(open_words) <= _MAX_CLEAN_BLOCKS
        and prose >= _MIN_CLEAN_PROSE_SHARE * sum(words for words, _ in open_words)
    )


def _find_labelled_lines(page: Page, kept: set[int]) -> Iterator[int]:
    """Lines that bear one label ("Q:") if a third of them are story: an interview is read whole."""
    said: dict[str, list[int]] = {}
    for index, _ in page.open_blocks():
        if label := page.find_label(index):
            said.setdefault(label, []).append(index)
    for lines in said.values():
        if len(lines) >= _MIN_ANSWERS and sum(index in kept for index in lines) * 3 >= len(lines):
            yield from lines


def _find_corrections(page: Page, kept: set[int]) -> Iterator[int]:
    """Lines right behind the story that say what was changed in it."""
    last = max(kept, default=-1)
    for index, block in page.open_blocks(last + 1):
        if index <= last + _CORRECTION_WINDOW and page.phrases.correction.find_rule(normalize_line(block.text)):
            last = index
            yield index


def _find_agency_sign_off(page: Page, kept: set[int]) -> Iterator[int]:
    """The sentence right behind the story that ends with an agency's letters: its last paragraph."""
    after = max(kept, default=-1) + 1
    if 0 < after < len(page.blocks) and page.is_open(after) and _AGENCY_SIGN_OFF.search(page.blocks[after].text):
        yield after


def _find_short_sentences(page: Page, kept: set[int]) -> Iterator[int]:
    """A word or two with a full stop ("Not yet."), or several of them, between parts of the story.

    A crosshead may stand above them.
    """
    short = [i for i, b in page.open_blocks() if 0 < page.word_counts[i] < MIN_WORDS and ends_sentence(b.text)]
    for run in _split_into_runs(short):
        if run[-1] + 1 in kept and {run[0] - 1, run[0] - 2} & kept:
            yield from run


def _find_sentences_between_paragraphs(page: Page, kept: set[int]) -> Iterator[int]:
    """A short sentence right between two paragraphs of the story, or between a crosshead and one.

    Of a hundred such lines ninety-eight are narrative; a caption or teaser has something beside it that names it.
    """
    for index, block in page.open_blocks():
        if MIN_WORDS <= page.word_counts[index] < _SHORT_SENTENCE_WORDS and ends_sentence(block.text):
            above = index - 2 if _may_be_crosshead(page, index - 1, kept) else index - 1
            if all(at in kept and page.is_prose(at) for at in (above, index + 1)):
                yield index


def _find_first_sentence(page: Page, kept: set[int]) -> Iterator[int]:
    """The sentence between the byline or date and the story's first kept paragraph."""
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
    """Whether an open line that is no part of the story yet is short enough for a crosshead."""
    return (
        index >= 0
        and index not in kept
        and page.is_open(index)
        and 0 < page.word_counts[index] <= _MAX_SHORT_CROSSHEAD_WORDS
        and page.is_fragment(index)
    )


def _find_continued_lines(page: Page, kept: set[int]) -> Iterator[int]:
    """Lines without a stop whose sentence goes on in the story's next line: a link or a ticker parts them."""
    for index, _ in page.open_blocks():
        if index + 1 in kept and page.is_fragment(index) and page.word_counts[index] >= _MIN_INTRODUCTION_WORDS:
            first = page.blocks[index + 1].text[0]
            if first in ",;.)" or first.islower():
                yield index


def _find_announced_lists(page: Page, kept: set[int]) -> Iterator[int]:
    """Lists right under a line of the story that ends in a colon."""
    for items in _find_lists(page):
        if items[0] - 1 in kept and page.blocks[items[0] - 1].text[-1:] == ":":
            yield from items


def _find_signatures(page: Page, kept: set[int]) -> Iterator[int]:
    """Who wrote each letter, and where, on a page of letters: a name in capitals under it, perhaps a place."""
    if sum(_SALUTATION.match(page.blocks[index].text) is not None for index in kept) < _MIN_SALUTATIONS:
        return
    for index, block in page.open_blocks():
        if block.text.isupper() and page.word_counts[index] <= _MAX_SIGNATURE_WORDS and index - 1 in kept:
            yield index
            place = next((after for after, _ in page.open_blocks(index + 1)), index)
            if place == index + 1 and page.word_counts[place] <= _MAX_SIGNATURE_WORDS and page.is_fragment(place):
                yield place


_RESCUE_RULES = (
    _find_labelled_lines,
    _find_questions,
    _find_enumerations,
    _find_introductions,
    _find_announced_lists,
    _find_short_sentences,
    _find_continued_lines,
    _find_first_sentence,
    _find_signatures,
    _find_agency_sign_off,
    _find_corrections,
)
"""What brings blocks back because of what stands around them, in order."""


def _is_crosshead(page: Page, index: int, following: int | None, kept: set[int]) -> bool:
    """Whether a short line without a stop heads the part of the story that follows.

    Where markup calls it a heading, a paragraph must follow (`following` is the next block that nobody has judged),
    chrome between them or not; else it must stand between two long ones.
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
    after = index + 2 if page.word_counts[index + 1] < MIN_WORDS and index + 2 in kept else index + 1
    between = index - 1 in kept and page.is_long(index - 1) and page.is_long(after)
    return between and page.is_fragment(index) and not _is_title(block.text) and not _BREAK.search(block.text)


def _is_title(text: str) -> bool:
    """Whether a line is set as other stories' headlines are: most of its longer words with a capital, but not all
    letters.
    """
    words = [word for word in text.split() if len(word) > 3]
    return len(words) > 1 and not text.isupper() and sum(word[0].isupper() for word in words) * 2 > len(words)


def _end_reason(page: Page, last: int) -> str:
    """The reason for everything behind the last paragraph: the heading found there, if there is one."""
    heading = next((index for index in range(last + 1, len(page.blocks)) if page.is_end_heading(index)), None)
    return f"after the story: {page.blocks[heading].text[:60]}" if heading is not None else "after the story"


def _drop_reason(page: Page, index: int) -> str:
    text = page.blocks[index].text
    if page.measure_containment(index)[0] >= _MIN_CONTAINMENT:
        return "pull quote or caption: repeats the story"
    if looks_like_caption(text):
        return "reads like a caption"
    if _TO_THE_READER.search(text):
        return "speaks to the reader, not of the story"
    if page.is_fragment(index) or page.is_question(index):
        return "reads like a teaser"
    return "unlike the story around it"
