"""Keep the lines of a story that are alike: numbered heads, the labels of speakers and topics, questions."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from audio_edition.segmenter.page import Page

_MIN_LABELLED_LINES = _MIN_QUESTIONS = _MIN_HEADS = 3
_NUMBER = re.compile(r"(?:#|[^\W\d_]{2,9} )?(\d{1,3})(?:[.):]|\b)\s*\S")
"""The number that opens a head, perhaps behind a word: "1. Rest", "#1 Rest", "Step 1: rest"."""

_MAX_HEAD_WORDS = 20
_REPLY_LABELS = frozenset({"Re: ", "Fw: ", "Fwd: ", "Aw: ", "Antw: ", "Sv: "})
"""The labels of replies in a thread of comments or mails."""

_MAX_DISTANCE = 2


def find_numbered_heads(page: Page, kept: set[int]) -> Iterator[int]:
    """Yield the numbered heads of a story, at least three of which count up or down, each with prose under it.

    The headlines in a list of what is most read, or in a table of contents, have no text under them.
    """
    heads = [
        (int(match[1]), index)
        for index, block in page.open_blocks()
        if page.word_counts[index] <= _MAX_HEAD_WORDS and (match := _NUMBER.match(block.text))
    ]
    heads = [(number, index) for number, index in heads if _has_prose_below(page, index, kept)]
    for series in _split_into_series(heads):
        if len(series) >= _MIN_HEADS:
            yield from series


def _has_prose_below(page: Page, index: int, kept: set[int]) -> bool:
    return any(below in kept and page.is_prose(below) for below in range(index + 1, index + 1 + _MAX_DISTANCE))


def _split_into_series(heads: Sequence[tuple[int, int]]) -> Iterator[list[int]]:
    """Yield the indexes of each longest series of heads whose numbers differ by one from head to head."""
    series = [index for _, index in heads[:1]]
    for (number, _), (following, index) in pairwise(heads):
        if abs(following - number) == 1:
            series.append(index)
        else:
            yield series
            series = [index]
    yield series


def find_labelled_lines(page: Page, kept: set[int]) -> Iterator[int]:
    """Yield lines with the same label ("Q:", "Light:") if a third of them are story, or half stand beside story."""
    lines_by_label: dict[str, list[int]] = defaultdict(list)
    for index, _ in page.open_blocks():
        label = page.find_label(index)
        if label and label not in _REPLY_LABELS:
            lines_by_label[label].append(index)
    for lines in lines_by_label.values():
        story = sum(index in kept for index in lines)
        beside = sum(_is_beside_story(index, kept) for index in lines)
        if len(lines) >= _MIN_LABELLED_LINES and (story * 3 >= len(lines) or beside * 2 >= len(lines)):
            yield from lines


def _is_beside_story(index: int, kept: set[int]) -> bool:
    """Return True if a block of the story stands within two blocks of this one."""
    return any(index + step in kept or index - step in kept for step in range(1, _MAX_DISTANCE + 1))


def find_questions(page: Page, kept: set[int]) -> Iterator[int]:
    """Yield the questions of an interview: those with an answer, if at least three also follow an answer."""
    answered = [index for index, _ in page.open_blocks() if page.is_question(index) and index + 1 in kept]
    if sum(index - 1 in kept for index in answered) >= _MIN_QUESTIONS:
        yield from answered
