"""Tell prose from other blocks, without the language of the page."""

from __future__ import annotations

import re

from audio_edition.model import Block, BlockKind

SIDE_CONTAINERS = frozenset({"nav", "aside", "footer", "form", "other article"})
"""The landmarks beside the story."""

_SENTENCE_END = re.compile(r"[.!?…。！？।۔؟][\"'”’»)\]」』]*$")
_MIN_PROSE_WORDS = 8
_CHARACTERS_PER_WORD = 2
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]")
_MAX_LINK_DENSITY = 0.6


def count_words(block: Block) -> int:
    """Return the number of words of a block; in scripts that do not separate words, two characters are one."""
    text = block.text
    unspaced = 0 if text.isascii() else len(_UNSPACED.findall(text)) // _CHARACTERS_PER_WORD
    return text.count(" ") + 1 + unspaced


def ends_sentence(block: Block) -> bool:
    """Return True if a block ends with the stop of a sentence."""
    return _SENTENCE_END.search(block.text[-20:]) is not None


def is_prose(block: Block) -> bool:
    """Return True if a block is a sentence of at least 8 words, not a heading and not a link."""
    return (
        block.kind is not BlockKind.HEADING
        and block.link_density < _MAX_LINK_DENSITY
        and ends_sentence(block)
        and count_words(block) >= _MIN_PROSE_WORDS
    )
