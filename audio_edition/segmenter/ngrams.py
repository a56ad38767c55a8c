"""Measure how much of a block other blocks of the page repeat, by runs of four words (4-grams)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, cached_property

_NGRAM_SIZE, _SAMPLE_COUNT = 4, 5


class NgramIndex:
    """The 4-grams of the blocks of a page, given as one list of words per block.

    Only five 4-grams of a block are looked up, evenly spaced from its first word to its last, so that the index of
    a long page stays small.
    """

    def __init__(self, tokens: Sequence[list[str]]) -> None:
        self._tokens = tokens
        self._containments: dict[int, tuple[float, int]] = {}

    def measure_containment(self, index: int) -> tuple[float, int]:
        """Return the share of a block's sampled 4-grams that other blocks have too, and the index of such a block.

        The other block is the one that has the first of these 4-grams. If no other block has any, or the block has
        fewer than four words, the result is 0 and the block's own index.
        """
        if index not in self._containments:
            self._containments[index] = self._compute_containment(index)
        return self._containments[index]

    def measure_overlap(self, index: int, other: int) -> float:
        """Return the share of all 4-grams of a block that one other block has too."""
        own, others = (
            list(zip(*(self._tokens[at][step:] for step in range(_NGRAM_SIZE)), strict=False))
            for at in (index, other)
        )
        return sum(ngram in others for ngram in own) / len(own) if own else 0.0

    def _compute_containment(self, index: int) -> tuple[float, int]:
        words = self._tokens[index]
        if len(words) < _NGRAM_SIZE:
            return 0.0, index
        first_blocks, last_blocks = self._blocks_by_ngram
        ngrams = _sample_ngrams(words)
        others = (
            last_blocks.get(ngram, index) if first_blocks[ngram] == index else first_blocks[ngram]
            for ngram in ngrams
        )
        found = [other for other in others if other != index]
        return len(found) / len(ngrams), found[0] if found else index

    @cached_property
    def _blocks_by_ngram(self) -> tuple[dict[tuple[str, ...], int], dict[tuple[str, ...], int]]:
        """The first block that has each sampled 4-gram, and the last one if it is another block."""
        sampled = {ngram for words in self._tokens for ngram in _sample_ngrams(words)}
        first_blocks: dict[tuple[str, ...], int] = {}
        last_blocks: dict[tuple[str, ...], int] = {}
        for index, words in enumerate(self._tokens):
            for ngram in zip(words, words[1:], words[2:], words[3:], strict=False):
                if ngram in sampled and first_blocks.setdefault(ngram, index) != index:
                    last_blocks[ngram] = index
        return first_blocks, last_blocks


def _sample_ngrams(words: list[str]) -> list[tuple[str, ...]]:
    """Return the sampled 4-grams of a block; none if it has fewer than four words."""
    return [tuple(words[at : at + _NGRAM_SIZE]) for at in _sample_positions(len(words) - _NGRAM_SIZE)]


@cache
def _sample_positions(last: int) -> tuple[int, ...]:
    """Return up to five evenly spaced positions from 0 to `last`; none if `last` is negative."""
    return tuple(sorted({last * part // (_SAMPLE_COUNT - 1) for part in range(_SAMPLE_COUNT)})) if last >= 0 else ()
