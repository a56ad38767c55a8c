"""Join the paragraphs of a layout that sets each line, or each word, as a paragraph: books made from PDFs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from audio_edition.model import Block, BlockKind
from audio_edition.readers.plain import wrapped
from audio_edition.readers.plain.printed_pages import PrintedPage

_MIN_LINES, _MIN_WORDS, _MIN_INSIDE = 4, 8, 3
"""Lines, pieces of a word or two, and lines that continue a sentence, of which a layout has at least so many."""

_MAX_LINE = 130
_MAX_PIECE_WORDS, _MIN_WORD_SHARE = 2, 0.8
_MIN_FULL_SHARE = 0.85
"""Share of the lines inside a sentence that must have no room for the next word; lines of verse often have room."""

_MAX_LINK_DENSITY = 0.5


def join_pieces(blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield the blocks, with lines and words that are pieces of paragraphs joined; verse keeps its lines."""
    for (is_piece, _, _), run in groupby(blocks, key=_grouping_key):
        pieces = list(run)
        if not is_piece or len(pieces) < _MIN_LINES:
            yield from pieces
        elif sum(map(_is_word, pieces)) >= _MIN_WORD_SHARE * len(pieces):
            yield from _join_words(pieces)
        else:
            yield from _join_lines(pieces)


def _grouping_key(block: Block) -> tuple[bool, str, str | None]:
    """Return a key that adjacent pieces of a paragraph share."""
    is_piece = (
        block.kind is BlockKind.PARAGRAPH
        and len(block.text) <= _MAX_LINE
        and block.link_density < _MAX_LINK_DENSITY
    )
    return is_piece, block.container, block.language


def _is_word(block: Block) -> bool:
    return len(block.text.split()) <= _MAX_PIECE_WORDS


def _join_words(pieces: Sequence[Block]) -> Iterator[Block]:
    """Yield sentences of pieces of a word or two if most of them lie inside sentences; else the pieces."""
    texts = [piece.text for piece in pieces]
    inside = _count_inside_sentence(texts)
    if len(pieces) < _MIN_WORDS or inside * 2 < len(pieces) or not any(map(wrapped.ends_sentence, texts)):
        yield from pieces
        return
    sentence: list[str] = []
    for piece in pieces:
        sentence.append(piece.text)
        if wrapped.ends_sentence(piece.text):
            yield replace(piece, text=" ".join(sentence))
            sentence = []
    if sentence:
        yield replace(pieces[-1], text=" ".join(sentence))


def _join_lines(pieces: Sequence[Block]) -> Iterator[Block]:
    """Yield paragraphs of lines that fill a column; else the lines."""
    lines = [piece.text for piece in pieces]
    width = wrapped.detect_column(lines) if _count_inside_sentence(lines) >= _MIN_INSIDE else None
    if width is None or wrapped.full_share(lines, width) < _MIN_FULL_SHARE:
        yield from pieces
        return
    page = PrintedPage(body=tuple(lines))
    yield from (replace(pieces[0], text=block.text) for block in wrapped.unwrap([page], width))


def _count_inside_sentence(texts: Sequence[str]) -> int:
    """Return how many pieces continue a sentence; only scripts with small letters show it."""
    return sum(after[0].islower() and not wrapped.ends_sentence(before) for before, after in pairwise(texts))
