"""Recognise footnotes without markup: a mark after a word, and further down a line that begins with that mark."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from audio_edition.model import Block, BlockKind

_NOTE_START = re.compile(r"(\[\d{1,3}\]|[⁰¹²³⁴-⁹]{1,3})[ :]*(?=[^\W\d])")
_WORD_BEFORE = r"(?<=[^\W\d_]{3})|(?<=[.,;:!?…\"'”’»)])"
"""A word or a stop: a raised digit after it is a footnote mark; after a sign or a unit it may be a power."""


def remove_note_marks(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Return the blocks without the marks that have a note; the notes become blocks of kind FOOTNOTE."""
    notes = {match[1]: index for index, block in enumerate(blocks) if (match := _NOTE_START.match(block.text))}
    result = list(blocks)
    for mark, note in notes.items():
        positions = _mark_positions(result[:note], mark)
        for index, place in positions:
            text = result[index].text
            result[index] = replace(result[index], text=text[: place.start()] + text[place.end() :])
        if positions:
            result[note] = replace(result[note], kind=BlockKind.FOOTNOTE)
    return tuple(result)


def _mark_positions(above: Sequence[Block], mark: str) -> list[tuple[int, re.Match[str]]]:
    """Return where a mark stands: its only place, else the first one after a word or a punctuation mark."""
    sign = rf"{re.escape(mark)}(?![⁰¹²³⁴-⁹])"
    places = _pattern_positions(above, rf"(?<=\S)(?<![⁰¹²³⁴-⁹]){sign}")
    return places if len(places) == 1 else _pattern_positions(above, rf"(?:{_WORD_BEFORE}){sign}")[:1]


def _pattern_positions(blocks: Sequence[Block], pattern: str) -> list[tuple[int, re.Match[str]]]:
    return [(index, match) for index, block in enumerate(blocks) for match in re.finditer(pattern, block.text)]
