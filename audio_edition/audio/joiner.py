"""Takes → one track: positions of the takes, chapters, cues, and the MP3 file.

Frames are copied, not decoded or encoded. Sample n of a take plays at sample first frame × 576 + n of the track,
because players drop the encoder's and decoder's delay once, at the start of the file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import BinaryIO

from fastcrc import crc16

from audio_edition.audio.encoder import frame_bytes, silent_frame
from audio_edition.audio.info_header import info_frame, playing_samples
from audio_edition.errors import AudioError
from audio_edition.model import FRAME_SAMPLES, SAMPLE_RATE, Chapter, Cue, Take, Track, samples_to_ms

_PADDING_FRAMES = 2
"""Frames that players drop from a file; as many are added, so that its final silence has the requested length."""

_CHUNK_BYTES = 1 << 16


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedTake:
    """A take and the index of its first frame in the track."""

    take: Take
    at: int

    @property
    def end(self) -> int:
        """Index of the frame after its last frame."""
        return self.at + self.take.frame_count


@dataclass(frozen=True, slots=True, kw_only=True)
class TrackLayout:
    """A track and its frames: the placed takes, with silence between them and at the end."""

    track: Track
    placed: tuple[PlacedTake, ...]
    frame_count: int


def lay_out(takes: Iterable[Take], tail_ms: int) -> TrackLayout:
    """Place takes one after another, with chapters on whole seconds and `tail_ms` of silence at the end.

    Raises AudioError if the first take does not begin a chapter.
    """
    placed = tuple(_place_takes(takes))
    if not placed or placed[0].take.chapter is None:
        raise AudioError("a track must begin with a chapter")
    frame_count = placed[-1].end + _frames_for_ms(tail_ms) + _PADDING_FRAMES
    samples = playing_samples(frame_count)
    chapters = tuple(_build_chapters(placed, samples_to_ms(samples)))
    cues = tuple(cue for item in placed for cue in _build_cues(item))
    return TrackLayout(
        track=Track(samples=samples, chapters=chapters, cues=cues), placed=placed, frame_count=frame_count
    )


def write_mp3(layout: TrackLayout, tag: bytes, bit_rate: int, file: Path) -> int:
    """Write the tag, the Info frame and all frames in constant memory. Return the size of the file in bytes."""
    with file.open("wb") as out:
        out.write(tag)
        info_at = out.tell()
        out.write(info_frame(layout.frame_count, bit_rate, 0))
        crc = 0
        for chunk in _iter_chunks(layout, bit_rate):
            crc = crc16.arc(chunk, crc)
            out.write(chunk)
        size = out.tell()
        out.seek(info_at)
        out.write(info_frame(layout.frame_count, bit_rate, crc))
    return size


def _place_takes(takes: Iterable[Take]) -> Iterator[PlacedTake]:
    end = 0
    for take in takes:
        earliest = end + _frames_for_ms(take.rest_ms)
        at = _frame_from_second(_second_from_frame(earliest)) if take.chapter is not None else earliest
        yield PlacedTake(take=take, at=at)
        end = at + take.frame_count


def _frames_for_ms(milliseconds: int) -> int:
    """Return the number of frames that last so long, rounded up."""
    return -(-milliseconds * SAMPLE_RATE // (1000 * FRAME_SAMPLES))


def _second_from_frame(frame: int) -> int:
    """Return the first whole second at or after the start of a frame."""
    return -(-frame * FRAME_SAMPLES // SAMPLE_RATE)


def _frame_from_second(second: int) -> int:
    """Return the first frame that starts at or after a second."""
    return -(-second * SAMPLE_RATE // FRAME_SAMPLES)


def _build_chapters(placed: Sequence[PlacedTake], duration_ms: int) -> Iterator[Chapter]:
    """Yield the chapters; each begins on the whole second just before its first frame (24 ms at most)."""
    first_takes = [item for item in placed if item.take.chapter is not None]
    times = [item.at * FRAME_SAMPLES // SAMPLE_RATE * 1000 for item in first_takes]
    for item, (start, end) in zip(first_takes, pairwise([*times, duration_ms]), strict=True):
        yield Chapter(title=item.take.chapter or "", start_ms=start, end_ms=end, section=item.take.section)


def _build_cues(placed: PlacedTake) -> Iterator[Cue]:
    offset = placed.at * FRAME_SAMPLES
    for cue in placed.take.cues:
        yield Cue(
            start_ms=samples_to_ms(offset + cue.start),
            end_ms=samples_to_ms(offset + cue.end),
            text=cue.text,
            breaks=tuple((item.place, samples_to_ms(offset + item.sample)) for item in cue.breaks),
        )


def _iter_chunks(layout: TrackLayout, bit_rate: int) -> Iterator[bytes]:
    """Yield all frames of the layout in order, in chunks of limited size."""
    silence = silent_frame(bit_rate)
    frame = 0
    for item in layout.placed:
        yield silence * (item.at - frame)
        with item.take.frames.open("rb") as frames:
            yield from _read_chunks(frames, item.take.frame_count * frame_bytes(bit_rate))
        frame = item.end
    yield silence * (layout.frame_count - frame)


def _read_chunks(frames: BinaryIO, size: int) -> Iterator[bytes]:
    while size > 0:
        chunk = frames.read(min(size, _CHUNK_BYTES))
        if not chunk:
            raise AudioError("a take is shorter than it was when it was recorded")
        size -= len(chunk)
        yield chunk
