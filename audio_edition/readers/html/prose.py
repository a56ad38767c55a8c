"""Tell prose from other blocks, without the language of the page."""

from __future__ import annotations

from audio_edition.languages.sentence_ends import ends_sentence
from audio_edition.languages.words import count_words
from audio_edition.model import Block, BlockKind

SIDE_CONTAINERS = frozenset({"nav", "aside", "footer", "form", "other article"})
"""The landmarks beside the story."""

_MIN_PROSE_WORDS = 8
_MAX_LINK_DENSITY = 0.6


def is_prose(block: Block) -> bool:
    """Return True if a block is a sentence of at least 8 words, not a heading and not a link."""
    return (
        block.kind is not BlockKind.HEADING
        and block.link_density < _MAX_LINK_DENSITY
        and ends_sentence(block.text)
        and count_words(block.text) >= _MIN_PROSE_WORDS
    )


def count_block_words(block: Block) -> int:
    """Return the number of words of a block."""
    return count_words(block.text)
