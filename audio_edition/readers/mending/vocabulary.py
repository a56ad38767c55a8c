"""The words of a text, by which pieces of words are recognised."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache, cached_property

from audio_edition import languages
from audio_edition.model import Block

WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")


class Vocabulary:
    """The words of blocks, with their number, and the function words of all languages; collected when needed."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self._blocks = blocks

    @cached_property
    def _counts(self) -> Counter[str]:
        return Counter(word.lower() for block in self._blocks for word in WORD.findall(block.text))

    def has_whole(self, word: str) -> bool:
        """Return True if a word that two pieces form is known."""
        return word.lower() in self._counts or is_function_word(word)

    def has_piece(self, piece: str) -> bool:
        """Return True if a piece of a word is a word itself: it stands elsewhere in the text, too."""
        return self._counts[piece.lower()] > 1 or is_function_word(piece)


def is_function_word(word: str) -> bool:
    """Return True for a function word of a language that has a folder."""
    return word.lower() in _function_words()


@cache
def _function_words() -> frozenset[str]:
    return frozenset().union(*(languages.load(code).function_words for code in languages.available()))
