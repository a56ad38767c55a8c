"""Reader of the chapters in an MP3's ID3v2.3 tag; for `check`."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from audio_edition.model import Chapter


def read_chapters(data: bytes) -> tuple[Chapter, ...]:
    """Return the chapters in file order, given the start of a file. Raises ValueError if the tag is incomplete."""
    if data[:5] != b"ID3\x03\x00" or len(data) < 10 + tag_size(data):
        raise ValueError("no ID3v2.3 tag")
    try:
        return tuple(
            _parse_chapter(content)
            for name, content in _iter_frames(data[10 : 10 + tag_size(data)])
            if name == b"CHAP"
        )
    except struct.error as error:
        raise ValueError("a broken chapter in the ID3v2.3 tag") from error


def tag_size(data: bytes) -> int:
    """Return the size of the tag in bytes, without its ten-byte header."""
    return sum((byte & 0x7F) << shift for byte, shift in zip(data[6:10], (21, 14, 7, 0), strict=True))


def _iter_frames(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 0
    while at + 10 <= len(data) and data[at]:
        name, size, _ = struct.unpack_from(">4sIH", data, at)
        yield name, data[at + 10 : at + 10 + size]
        at += 10 + size


def _parse_chapter(content: bytes) -> Chapter:
    _, _, rest = content.partition(b"\0")
    start, end = struct.unpack_from(">II", rest)
    title = next((text for name, text in _iter_frames(rest[16:]) if name == b"TIT2"), b"\x01")
    return Chapter(title=title[1:].decode("utf-16").rstrip("\0"), start_ms=start, end_ms=end)
