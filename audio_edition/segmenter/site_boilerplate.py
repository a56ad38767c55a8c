"""What the pages of a folder have in common: lines, and the openings of lines.

Pages are added one by one and only the hashes of their lines are kept, so that a folder of thousands fits.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property

import numpy as np
import numpy.typing as npt

from audio_edition.model import Article
from audio_edition.segmenter.normalized_words import normalize_words
from audio_edition.segmenter.page import SharedLines, ends_sentence

_OPENING_WORDS = 4
_MIN_PARAGRAPH_WORDS = 12
Hashes = npt.NDArray[np.int64]


class BoilerplateIndex:
    """The pages of a folder, for asking what one of them shares with the rest.

    A page that repeats most of another's story is a copy of it and does not count. Above the story only what
    stands above other stories counts: this page's headline is a teaser at their foot.
    """

    def __init__(self) -> None:
        self._lines: list[Hashes] = []
        self._heads: list[Hashes] = []
        self._openings: list[Hashes] = []
        self._paragraphs: list[Hashes] = []

    def add(self, article: Article) -> None:
        """One page more."""
        same = [normalize_words(block.text) for block in article.blocks]
        lines = list(map(hash, same))
        paragraphs = [index for index, block in enumerate(article.blocks) if is_paragraph(block.text)]
        head = paragraphs[0] if paragraphs else 0  # a page of teasers heads no story
        self._lines.append(_unique_hashes(lines))
        self._heads.append(_unique_hashes(lines[:head]))
        self._openings.append(
            _unique_hashes([hash(opening_words(line)) for line in same if line.count(" ") >= _OPENING_WORDS])
        )
        self._paragraphs.append(_unique_hashes([lines[index] for index in paragraphs]))

    def find_shared(self, number: int) -> SharedLines:
        """What the page that was added as the `number`th, from 0, shares with all others."""
        copies = self._find_copies(number)
        return SharedLines(
            lines=self._all_lines.count_other_pages(self._lines[number], copies),
            openings=self._all_openings.count_other_pages(self._openings[number], copies),
            heads=frozenset(self._all_heads.count_other_pages(self._heads[number], copies)),
        )

    def _find_copies(self, number: int) -> set[int]:
        """The page itself and those that have more than half of its paragraphs."""
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
    """Which hashes stand on more pages than one, and on which."""

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
        """The pages that have one of the hashes, once for each; none where only one has it."""
        for line in self._bounds.keys() & lines.tolist():
            yield from self._numbers[slice(*self._bounds[line])].tolist()

    def count_other_pages(self, lines: Hashes, copies: set[int]) -> dict[int, int]:
        """Hash → how many pages that are no copies have it, where any has."""
        found = {}
        for line in self._bounds.keys() & lines.tolist():
            start, end = self._bounds[line]
            known = 1 if len(copies) == 1 else sum(page in copies for page in self._numbers[start:end].tolist())
            if end - start > known:
                found[line] = end - start - known
        return found


def find_shared_lines(articles: Sequence[Article]) -> list[SharedLines]:
    """For each article what it shares with the others."""
    neighbours = BoilerplateIndex()
    for article in articles:
        neighbours.add(article)
    return [neighbours.find_shared(number) for number in range(len(articles))]


def opening_words(line: str) -> str:
    """The first four words of a line, by which lines of the same make are known."""
    return " ".join(line.split(maxsplit=_OPENING_WORDS)[:_OPENING_WORDS])


def find_first_paragraph(article: Article) -> int:
    """How many blocks stand above the first that reads as a story's paragraph."""
    return next((i for i, block in enumerate(article.blocks) if is_paragraph(block.text)), len(article.blocks))


def is_paragraph(text: str) -> bool:
    """Whether a line is long enough for a paragraph and ends as sentences do."""
    return text.count(" ") >= _MIN_PARAGRAPH_WORDS - 1 and ends_sentence(text)


def _unique_hashes(hashes: Sequence[int]) -> Hashes:
    """Each hash once."""
    return np.fromiter(set(hashes), np.int64)
