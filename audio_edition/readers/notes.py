"""Recognise footnotes without markup: a mark after a word, and further down a line that begins with that mark.

Lists of addresses, as text browsers and converters write them for links, have the same form.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from audio_edition.model import Block, BlockKind

_RAISED = "⁰¹²³⁴-⁹"
_NOTE_START = re.compile(rf"(\[\d{{1,3}}\]|[{_RAISED}]{{1,3}})[ :]*(?=[^\W\d])|\[Footnote (\d{{1,3}}|[A-Z]):")
_MARK = re.compile(rf"(?<=\S)(?<![{_RAISED}])(?:\[(?:\d{{1,3}}|[A-Z])\]|[{_RAISED}]{{1,3}})(?![{_RAISED}])")
_WORD_BEFORE = re.compile(r"(?:[^\W\d_]{3}|[.,;:!?…\"'”’»)])$")
"""A word or a stop: a raised digit after it is a footnote mark; after a sign or a unit it may be a power."""

_ADDRESS = re.compile(r"\[(\d{1,4})\]:? *<?(?:https?://|mailto:)\S+( \"[^\"]*\")?")
_LINK_NUMBER = re.compile(r" ?\[(\d{1,4})\]")


class _Place(NamedTuple):
    """A mark: the index of its block, where it begins and ends, and True if it stands behind a word or a stop."""

    block: int
    start: int
    end: int
    after_word: bool


def remove_note_marks(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Return the blocks without the marks that have a note; the notes become blocks of kind FOOTNOTE."""
    blocks = _remove_link_numbers(blocks)
    notes = {
        match[1] or f"[{match[2]}]": index
        for index, block in enumerate(blocks)
        if (match := _NOTE_START.match(block.text))
    }
    result = list(blocks)
    places = _find_marks(blocks) if notes else {}
    removed = []
    for mark, note in notes.items():
        if (found := _choose_place(places.get(mark, ()), note)) is not None:
            removed.append(found)
            result[note] = replace(result[note], kind=BlockKind.FOOTNOTE)
    for block, start, end, _ in sorted(removed, reverse=True):
        text = result[block].text
        result[block] = replace(result[block], text=text[:start] + text[end:])
    return tuple(result)


def _find_marks(blocks: Sequence[Block]) -> Mapping[str, Sequence[_Place]]:
    """Return where each mark stands, in order."""
    places: defaultdict[str, list[_Place]] = defaultdict(list)
    for index, block in enumerate(blocks):
        for match in _MARK.finditer(block.text):
            after_word = _WORD_BEFORE.search(block.text, max(match.start() - 3, 0), match.start()) is not None
            places[match[0]].append(_Place(index, match.start(), match.end(), after_word))
    return places


def _choose_place(places: Sequence[_Place], note: int) -> _Place | None:
    """Return the only place of a mark above its note, else the first one after a word or a punctuation mark."""
    above = [place for place in places if place.block < note]
    return above[0] if len(above) == 1 else next((place for place in above if place.after_word), None)


def _remove_link_numbers(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Return the blocks without the numbers of links ("the map [3]") whose addresses are listed at the end."""
    addresses = {match[1]: index for index, block in enumerate(blocks) if (match := _ADDRESS.fullmatch(block.text))}
    if not addresses:
        return blocks
    return tuple(_edit_linked_blocks(blocks, addresses))


def _edit_linked_blocks(blocks: Sequence[Block], addresses: Mapping[str, int]) -> Iterator[Block]:
    listed = frozenset(addresses.values())
    first = min(listed)
    for index, block in enumerate(blocks):
        if index in listed:
            yield replace(block, kind=BlockKind.FOOTNOTE)
        elif index < first and "[" in block.text:
            text = _LINK_NUMBER.sub(lambda number: "" if number[1] in addresses else number[0], block.text)
            yield replace(block, text=text.strip() or block.text)
        else:
            yield block
