"""Takes → one track: where each take lies, its chapters and cues, and the MP3 that plays them.

Nothing is decoded or encoded here: frames are copied. A take's sample n plays at its first frame × 576 + n,
because players drop the encoder's and the decoder's delay once, at the start of the file.
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
"""What players drop of a file, so that the silence at its end is as long as asked for."""

_CHUNK_BYTES = 1 << 16


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedTake:
    """A take and the index of its first frame in the track."""

    take: Take
    at: int

    @property
    def end(self) -> int:
        """Index of the frame after its last."""
        return self.at + self.take.frame_count


@dataclass(frozen=True, slots=True, kw_only=True)
class TrackLayout:
    """A track and the frames it is made of: the placed takes, silence between them and at the end."""

    track: Track
    placed: tuple[PlacedTake, ...]
    frame_count: int


def lay_out(takes: Iterable[Take], tail_ms: int) -> TrackLayout:
    """Places for takes one after another, chapters on whole seconds, at the end silence of `tail_ms`.

    The first take must begin a chapter.
    """
    placed = tuple(_place_takes(takes))
    if not placed or placed[0].take.chapter is None:
        raise AudioError("a track must begin with a chapter")
    frame_count = placed[-1].end + _frames_for_ms(tail_ms) + _PADDING_FRAMES
    samples = playing_samples(frame_count)
    chapters = tuple(_build_chapters(placed, samples_to_ms(samples)))
    cues = tuple(cue for each in placed for cue in _build_cues(each))
    return TrackLayout(
        track=Track(samples=samples, chapters=chapters, cues=cues), placed=placed, frame_count=frame_count
    )


def write_mp3(layout: TrackLayout, tag: bytes, bit_rate: int, file: Path) -> int:
    """Write the tag, the Info frame and all frames; the file's size in bytes. Memory stays flat."""
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
        rested = end + _frames_for_ms(take.rest_ms)
        at = _frame_from_second(_second_from_frame(rested)) if take.chapter is not None else rested
        yield PlacedTake(take=take, at=at)
        end = at + take.frame_count


def _frames_for_ms(milliseconds_: int) -> int:
    """Frames of as much silence, or a little more."""
    return -(-milliseconds_ * SAMPLE_RATE // (1000 * FRAME_SAMPLES))


def _second_from_frame(frame: int) -> int:
    """The first whole second at or after a frame's start."""
    return -(-frame * FRAME_SAMPLES // SAMPLE_RATE)


def _frame_from_second(second: int) -> int:
    """The first frame that starts at or after a second."""
    return -(-second * SAMPLE_RATE // FRAME_SAMPLES)


def _build_chapters(placed: Sequence[PlacedTake], duration_ms: int) -> Iterator[Chapter]:
    """Chapters from the whole second before their take's first frame (24 ms at most) to the next."""
    starts = [each for each in placed if each.take.chapter is not None]
    times = [each.at * FRAME_SAMPLES // SAMPLE_RATE * 1000 for each in starts]
    for each, (start, end) in zip(starts, pairwise([*times, duration_ms]), strict=True):
        yield Chapter(title=each.take.chapter or "", start_ms=start, end_ms=end, section=each.take.section)


def _build_cues(placed: PlacedTake) -> Iterator[Cue]:
    offset = placed.at * FRAME_SAMPLES
    for cue in placed.take.cues:
        yield Cue(
            start_ms=samples_to_ms(offset + cue.start),
            end_ms=samples_to_ms(offset + cue.end),
            text=cue.text,
            breaks=tuple((each.place, samples_to_ms(offset + each.sample)) for each in cue.breaks),
        )


def _iter_chunks(layout: TrackLayout, bit_rate: int) -> Iterator[bytes]:
    """All frames of the layout in order, in pieces of bounded size."""
    silence = silent_frame(bit_rate)
    frame = 0
    for each in layout.placed:
        yield silence * (each.at - frame)
        with each.take.frames.open("rb") as frames:
            yield from _read_chunks(frames, each.take.frame_count * frame_bytes(bit_rate))
        frame = each.end
    yield silence * (layout.frame_count - frame)


def _read_chunks(frames: BinaryIO, size: int) -> Iterator[bytes]:
    while size > 0:
        piece = frames.read(min(size, _CHUNK_BYTES))
        if not piece:
            raise AudioError("a take is shorter than it was when it was recorded")
        size -= len(piece)
        yield piece
