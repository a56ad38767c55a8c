"""Writer of ID3v2.3 tags (id3.org, "ID3 tag version 2.3.0" and "ID3v2 Chapter Frame Addendum").

It is our own because chapters must be in time order and mutagen sorts them by size. It writes v2.3 with UTF-16
because ffmpeg and Apple lose long chapter titles of v2.4.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from audio_edition.errors import AudioError
from audio_edition.languages.tags import iso_639_2
from audio_edition.model import Chapter

_UTF16 = b"\x01"
_LATIN1 = b"\x00"
_FRONT_COVER = b"\x03"
_NO_OFFSET = b"\xff\xff\xff\xff"
_TOP_LEVEL, _ORDERED = 0b10, 0b01

MAX_TOC_ENTRIES = 255
"""Most entries of one table of contents, whose count is one byte."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EpisodeTags:
    """Tags that a player shows for an episode; `track` is its number and the total."""

    title: str
    artist: str
    album: str
    issue_date: date
    track: tuple[int, int]
    language: str
    cover: bytes
    chapters: tuple[Chapter, ...]
    genre: str = "Podcast"


def render_tag(tags: EpisodeTags) -> bytes:
    """Return the ID3v2.3 tag. Raises AudioError if there are more chapters than its tables can hold."""
    number, total = tags.track
    frames = b"".join(
        (
            _text_frame(b"TIT2", tags.title),
            _text_frame(b"TPE1", tags.artist),
            _text_frame(b"TALB", tags.album),
            _text_frame(b"TYER", f"{tags.issue_date:%Y}"),
            _text_frame(b"TDAT", f"{tags.issue_date:%d%m}"),
            _text_frame(b"TRCK", f"{number}/{total}"),
            _text_frame(b"TCON", tags.genre),
            _text_frame(b"TLAN", iso_639_2(tags.language)),
            *_toc_frames(tags.title, tags.chapters),
            *(_chapter_frame(index, chapter) for index, chapter in enumerate(tags.chapters)),
            _frame(b"APIC", _LATIN1 + b"image/jpeg\0" + _FRONT_COVER + b"\0" + tags.cover),
        )
    )
    return b"ID3\x03\x00\x00" + _encode_synchsafe(len(frames)) + frames


def _frame(name: bytes, content: bytes) -> bytes:
    return name + struct.pack(">IH", len(content), 0) + content


def _text_frame(name: bytes, text: str) -> bytes:
    # A lone surrogate cannot be encoded, and a NUL would end the text.
    clean = text.encode("utf-16-le", "replace").decode("utf-16-le").replace("\0", "")
    return _frame(name, _UTF16 + b"\xff\xfe" + clean.encode("utf-16-le"))


def _encode_synchsafe(size: int) -> bytes:
    """Return a size as four bytes of seven bits each. Raises AudioError if it is too large."""
    if size >= 1 << 28:
        raise AudioError("the tag would be larger than ID3 allows")
    return bytes(size >> shift & 0x7F for shift in (21, 14, 7, 0))


def _chapter_frame(index: int, chapter: Chapter) -> bytes:
    times = struct.pack(">II", chapter.start_ms, chapter.end_ms)
    return _frame(b"CHAP", _element_id("chp", index) + times + _NO_OFFSET * 2 + _text_frame(b"TIT2", chapter.title))


def _element_id(kind: str, index: int) -> bytes:
    return f"{kind}{index}\0".encode("ascii")


def _toc_frames(title: str, chapters: Sequence[Chapter]) -> Iterator[bytes]:
    """Yield one ordered top-level table; above 255 chapters it lists a table for each section or part of one."""
    names = [_element_id("chp", index) for index in range(len(chapters))]
    if len(names) <= MAX_TOC_ENTRIES:
        yield _toc_frame(b"toc\0", title, names, _TOP_LEVEL | _ORDERED)
        return
    groups = list(_group_chapters(chapters))
    if len(groups) > MAX_TOC_ENTRIES:
        raise AudioError(f"{len(chapters)} chapters are more than a tag can list")
    yield _toc_frame(b"toc\0", title, [_element_id("toc", n) for n in range(len(groups))], _TOP_LEVEL | _ORDERED)
    for number, (heading, indices) in enumerate(groups):
        yield _toc_frame(_element_id("toc", number), heading, [names[index] for index in indices], _ORDERED)


def _group_chapters(chapters: Sequence[Chapter]) -> Iterator[tuple[str, list[int]]]:
    for section, run in groupby(enumerate(chapters), key=lambda item: item[1].section):
        indices = [index for index, _ in run]
        for start in range(0, len(indices), MAX_TOC_ENTRIES):
            part = indices[start : start + MAX_TOC_ENTRIES]
            yield section or chapters[part[0]].title, part


def _toc_frame(name: bytes, title: str, children: Sequence[bytes], flags: int) -> bytes:
    header = name + struct.pack("BB", flags, len(children))
    return _frame(b"CTOC", header + b"".join(children) + _text_frame(b"TIT2", title))
