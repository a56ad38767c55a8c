"""Recognise footnotes at the foot of a page: they begin with a number or a sign that stands behind a word above."""

from __future__ import annotations

import re
from collections.abc import Sequence

from audio_edition.model import Block, BlockKind

_NOTE_START = re.compile(r"\s*(?:\[(\d{1,3})\]|(\d{1,3})[.)]?|([*†‡§¶]{1,3}))\s*(?=[^\W\d_][^\W_]|[“\"‘'(])")
_WORD_CHARACTERS = r"(?:(?<=[^\W\d_]{3})|(?<=[^\W\d_]{2}[.,;:!?…\"'”’»)\]]))"
_STOP = r"(?<=[^\W\d_][.,;:!?…\"'”’»)\]])"
_PAGED_ENDING, _UNPAGED_ENDING = r"(?=$|[\s.,;:!?…\"'”’»)\]])", r"(?=\s*$|\s+[A-Z“\"‘])"
_MAX_NOTES = 60


def split_off_notes(lines: Sequence[str], *, is_paged: bool) -> tuple[list[str], list[Block]]:
    """Return the lines of a page without the notes at its foot and their marks, and the notes.

    In a text without pages the marks must stand behind a stop at the end of a sentence.
    """
    result = list(lines)
    starts = _find_note_starts(result)
    found: list[Block] = []
    for start in reversed(starts):
        match = _NOTE_START.match(result[start])
        if match is None or not _remove_mark(result, start, match, is_paged=is_paged):
            break
        note = " ".join(line.strip() for line in result[start:] if line.strip())
        found.insert(0, Block(text=note, kind=BlockKind.FOOTNOTE))
        del result[start:]
    return result, found


def _find_note_starts(lines: Sequence[str]) -> list[int]:
    """Return the positions of the lines that begin a note; nothing but notes follows the first one."""
    starts: list[int] = []
    part: list[int] = []
    for position in range(len(lines) - 1, -1, -1):
        if not lines[position].strip():
            continue
        if _NOTE_START.match(lines[position]):
            part.append(position)
        if position == 0 or not lines[position - 1].strip():  # the first line of a part between blank lines
            if not part or part[-1] != position or len(starts) > _MAX_NOTES:
                break
            starts, part = [*reversed(part), *starts], []
    return starts


def _remove_mark(lines: list[str], end: int, note: re.Match[str], *, is_paged: bool) -> bool:
    """Remove the mark of a note from the lines before `end`; return False if it is not there."""
    mark = re.escape(next(filter(None, note.groups())))
    sign = rf"\[{mark}\]" if note[1] else mark
    pattern = _WORD_CHARACTERS + sign + _PAGED_ENDING if is_paged else _STOP + sign + _UNPAGED_ENDING
    for position in range(end - 1, -1, -1):
        text, count = re.subn(pattern, "", lines[position], count=1)
        if count:
            lines[position] = text
            return True
    return False
