"""Find the lines, and the openings of lines, that pages of a folder have in common.

Pages are added one by one and only the hashes of their lines are kept, so that thousands of pages fit in memory.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
import numpy.typing as npt

from audio_edition.languages.sentence_ends import ends_sentence
from audio_edition.languages.words import count_words
from audio_edition.model import Article
from audio_edition.segmenter.normalized_words import normalize_words

_OPENING_WORDS = 4
_MIN_PARAGRAPH_WORDS = 12
Hashes = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedLines:
    """The lines that a page shares with other pages of its folder, as hashes of their normalized text.

    `lines` and `openings` (the first four words of a line) map each hash to the number of other pages that have it.
    `heads` are the lines of this page's head that also stand above the stories of other pages. A headline recurs
    below the stories of other pages, as a teaser, so above the story only `heads` shows that a line is boilerplate.
    """

    lines: Mapping[int, int] = field(default_factory=dict)
    openings: Mapping[int, int] = field(default_factory=dict)
    heads: frozenset[int] = frozenset()


NO_SHARED_LINES = SharedLines()


class BoilerplateIndex:
    """The hashes of the lines of a folder's pages, for finding the lines that a page shares with the others.

    A page that repeats more than half of another page's paragraphs is a copy of it and does not count as another
    page.
    """

    def __init__(self) -> None:
        self._lines: list[Hashes] = []
        self._heads: list[Hashes] = []
        self._openings: list[Hashes] = []
        self._paragraphs: list[Hashes] = []

    def add(self, article: Article) -> None:
        """Add the next page."""
        texts = [normalize_words(block.text) for block in article.blocks]
        lines = list(map(hash, texts))
        paragraphs = [index for index, block in enumerate(article.blocks) if is_paragraph(block.text)]
        head = paragraphs[0] if paragraphs else 0  # a page without paragraphs has no story and so no head
        self._lines.append(_unique_hashes(lines))
        self._heads.append(_unique_hashes(lines[:head]))
        self._openings.append(
            _unique_hashes([hash(opening_words(text)) for text in texts if text.count(" ") >= _OPENING_WORDS])
        )
        self._paragraphs.append(_unique_hashes([lines[index] for index in paragraphs]))

    def find_shared(self, number: int) -> SharedLines:
        """Return the lines that one page, numbered from 0 in the order of adding, shares with the others.

        Pages added after the first call are not taken into account.
        """
        copies = self._find_copies(number)
        return SharedLines(
            lines=self._all_lines.count_other_pages(self._lines[number], copies),
            openings=self._all_openings.count_other_pages(self._openings[number], copies),
            heads=frozenset(self._all_heads.count_other_pages(self._heads[number], copies)),
        )

    def _find_copies(self, number: int) -> set[int]:
        """Return the numbers of the page itself and of the pages with more than half of its paragraphs."""
        own = self._paragraphs[number]
        common = Counter(self._all_paragraphs.find_pages(own))
        return {page for page, count in common.items() if count * 2 > len(own)} | {number}

    @cached_property
    def _all_lines(self) -> _RecurringHashes:
        return _RecurringHashes(self._lines)

    @cached_property
    def _all_heads(self) -> _RecurringHashes:
        return _RecurringHashes(self._heads)

    @cached_property
    def _all_openings(self) -> _RecurringHashes:
        return _RecurringHashes(self._openings)

    @cached_property
    def _all_paragraphs(self) -> _RecurringHashes:
        return _RecurringHashes(self._paragraphs)


class _RecurringHashes:
    """The hashes that occur on more than one page, with the numbers of these pages."""

    def __init__(self, pages: Sequence[Hashes]) -> None:
        numbers = np.repeat(np.arange(len(pages)), [len(page) for page in pages])
        hashes = np.concatenate(pages) if pages else np.zeros(0, np.int64)
        order = np.argsort(hashes, kind="stable")
        hashes, self._numbers = hashes[order], numbers[order]
        starts = np.flatnonzero(np.diff(hashes, prepend=hashes[:1] - 1)) if len(hashes) else np.zeros(0, int)
        ends = np.append(starts[1:], len(hashes))
        several = ends - starts > 1
        bounds = zip(starts[several].tolist(), ends[several].tolist(), strict=True)
        self._bounds = dict(zip(hashes[starts[several]].tolist(), bounds, strict=True))

    def find_pages(self, lines: Hashes) -> Iterator[int]:
        """Yield for each hash the numbers of all pages that have it; none for a hash that only one page has."""
        for line in self._bounds.keys() & lines.tolist():
            yield from self._numbers[slice(*self._bounds[line])].tolist()

    def count_other_pages(self, lines: Hashes, copies: set[int]) -> dict[int, int]:
        """Map each hash that occurs on other pages than the copies to the number of these pages."""
        counts = {}
        for line in self._bounds.keys() & lines.tolist():
            start, end = self._bounds[line]
            copied = 1 if len(copies) == 1 else sum(page in copies for page in self._numbers[start:end].tolist())
            if end - start > copied:
                counts[line] = end - start - copied
        return counts


def find_shared_lines(articles: Sequence[Article]) -> list[SharedLines]:
    """Return for each article the lines that it shares with the others."""
    index = BoilerplateIndex()
    for article in articles:
        index.add(article)
    return [index.find_shared(number) for number in range(len(articles))]


def opening_words(line: str) -> str:
    """Return the first four words of a line, which lines made from the same template share."""
    return " ".join(line.split(maxsplit=_OPENING_WORDS)[:_OPENING_WORDS])


def find_first_paragraph(article: Article) -> int:
    """Return the index of the first block that is a paragraph; the number of blocks if none is."""
    return next((i for i, block in enumerate(article.blocks) if is_paragraph(block.text)), len(article.blocks))


def is_paragraph(text: str) -> bool:
    """Return True if a line has at least 12 words and ends a sentence."""
    return count_words(text) >= _MIN_PARAGRAPH_WORDS and ends_sentence(text)


def _unique_hashes(hashes: Sequence[int]) -> Hashes:
    """Return an array with each hash once, in no particular order."""
    return np.fromiter(set(hashes), np.int64)
