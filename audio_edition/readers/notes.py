"""Footnotes that only their numbers show: a mark behind a word, and further down a line that begins with it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from audio_edition.model import Block, BlockKind

_NOTE_START = re.compile(r"(\[\d{1,3}\]|[⁰¹²³⁴-⁹]{1,3})[ :]*(?=[^\W\d])")
_WORD_BEFORE = r"(?<=[^\W\d_]{3})|(?<=[.,;:!?…\"'”’»)])"
"""A figure raised behind a sign or a unit may be a power; behind a word or a stop it is none."""


def remove_note_marks(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks without the marks for which there is a note; the notes are called by name."""
    notes = {match[1]: index for index, block in enumerate(blocks) if (match := _NOTE_START.match(block.text))}
    found = list(blocks)
    for mark, note in notes.items():
        marked = _mark_positions(found[:note], mark)
        for index, place in marked:
            text = found[index].text
            found[index] = replace(found[index], text=text[: place.start()] + text[place.end() :])
        if marked:
            found[note] = replace(found[note], kind=BlockKind.FOOTNOTE)
    return tuple(found)


def _mark_positions(above: Sequence[Block], mark: str) -> list[tuple[int, re.Match[str]]]:
    """Where a mark stands: its only place, or the first one behind a word or a stop."""
    sign = rf"{re.escape(mark)}(?![⁰¹²³⁴-⁹])"
    places = _pattern_positions(above, rf"(?<=\S)(?<![⁰¹²³⁴-⁹]){sign}")
    return places if len(places) == 1 else _pattern_positions(above, rf"(?:{_WORD_BEFORE}){sign}")[:1]


def _pattern_positions(blocks: Sequence[Block], pattern: str) -> list[tuple[int, re.Match[str]]]:
    return [(index, match) for index, block in enumerate(blocks) for match in re.finditer(pattern, block.text)]
