"""Join a paragraph's initial, which books and magazines set large and apart, with the rest of its word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from audio_edition.model import Block, BlockKind
from audio_edition.readers.mending.vocabulary import WORD, Vocabulary

_ALONE = re.compile(r"[“\"‘'«„]?([^\W\d_])")
_SPACED = re.compile(r"([“\"‘'«„]?)([^\W\d_]) ([^\W\d_]+)(?=[\s,])")
_LETTER_WORDS = frozenset("AEIOUYÀÒÉ")
"""Letters that are words by themselves in some language: "A man", "I was", "O nome"."""

_NUMERALS = frozenset("IVXLCDM")
_MIN_PROSE_WORDS = 6
"""Words of a paragraph with an initial at least; shorter ones may be entries of an index, or names of buttons."""

_MAX_REST = 2
"""Letters of the rest of a word whose initial may be a word, too: "I N the", but not "A WAY of"."""


def join_initials(blocks: Sequence[Block], words: Vocabulary) -> Iterator[Block]:
    """Yield the blocks, an initial joined with the word behind it.

    The initial stands in a block of its own ("T", "he lighthouse") or before a space ("T HE lighthouse").
    """
    initial: Block | None = None
    for block in blocks:
        text = None if initial is None else _join(initial.text, block, words)
        if initial is not None and text is None:
            yield initial
        initial = None
        if text is not None:
            yield replace(block, text=text)
        elif block.kind is BlockKind.PARAGRAPH and _is_initial(block.text):
            initial = block
        else:
            yield _close_space(block, words)
    if initial is not None:
        yield initial


def _is_initial(text: str) -> bool:
    return len(text) < 3 and _ALONE.fullmatch(text) is not None and text[-1].isupper()


def _join(initial: str, block: Block, words: Vocabulary) -> str | None:
    """Return the text of a block behind its initial; None if that is a numeral or a label."""
    rest = WORD.match(block.text)
    if rest is None or block.kind is not BlockKind.PARAGRAPH or len(block.text.split()) < _MIN_PROSE_WORDS:
        return None
    letter, is_word = initial[-1], initial[-1] in _LETTER_WORDS
    is_known = words.has_whole(letter + rest[0]) and (len(rest[0]) <= _MAX_REST or not words.has_piece(rest[0]))
    if rest[0][0].islower() and (letter != "X" or is_known):
        return f"{initial}{'' if is_known or not is_word else ' '}{block.text}"
    if not rest[0].isupper() or ((letter in _NUMERALS or is_word or len(rest[0]) == 1) and not is_known):
        return None
    return f"{initial}{block.text}"


def _close_space(block: Block, words: Vocabulary) -> Block:
    """Return a block without the space behind its initial, if the joined word is known."""
    if block.text[1:3].find(" ") < 0 or (match := _SPACED.match(block.text)) is None or block.level:
        return block
    opening, letter, rest = match.groups()
    fits = rest.isupper() or rest.islower()
    is_word = letter in _LETTER_WORDS and (len(rest) > _MAX_REST or words.has_piece(rest))
    if not letter.isupper() or not fits or is_word or not words.has_whole(letter + rest):
        return block
    return replace(block, text=f"{opening}{letter}{block.text[match.start(3) :]}")
