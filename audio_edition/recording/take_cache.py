"""Takes that were recorded before, by their lines, their pauses and all that becomes of them."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain, pairwise

import msgspec

from audio_edition.audio.encoder import frame_bytes
from audio_edition.cache import Cache, make_key, pack_entry, unpack_entry
from audio_edition.model import FRAME_SAMPLES, Flaw, Line, TakeCue
from audio_edition.recording.job import Job, Recording
from audio_edition.speech.clip_cache import clip_key


class TakeCache:
    """Recordings by what they are of."""

    def __init__(self, store: Cache) -> None:
        self._cache = store

    def get(self, job: Job) -> Recording | None:
        """The recording of such a job."""
        data = self._cache.get(_cache_key(job))
        kept = _decode_recording(data) if data is not None else None
        return kept if kept and _is_recording_of(job, kept) else None

    def put(self, job: Job, recording: Recording) -> None:
        """Keep it."""
        self._cache.put(_cache_key(job), _encode_recording(recording))


def _cache_key(job: Job) -> str:
    said = [(clip_key(line), line.narrator.gain, *_timing_inputs(line)) for line in job.lines]
    return make_key(sorted(job.versions.items()), said, job.pauses, job.bit_rate)


def _timing_inputs(line: Line) -> Iterable[object]:
    """What decides on pauses and cues: two lines may sound alike and be written otherwise."""
    what = line.utterance
    return what.written, what.role, what.paragraph, what.replacements


class _RecordingHeader(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All of a recording but its frames, which follow behind the end of the line."""

    cues: tuple[TakeCue, ...]
    flaws: tuple[Flaw, ...]


def _encode_recording(recording: Recording) -> bytes:
    head = _RecordingHeader(cues=recording.cues, flaws=recording.flaws)
    return pack_entry(head, recording.frames)


def _decode_recording(data: bytes) -> Recording | None:
    parts = unpack_entry(data, _RecordingHeader)
    if not parts:
        return None
    head, frames = parts
    return Recording(frames=frames, cues=head.cues, flaws=head.flaws)


def _is_recording_of(job: Job, made: Recording) -> bool:
    """Whether it can be a recording of the job: whole frames, a cue a line, in order and inside of them."""
    size = frame_bytes(job.bit_rate)
    moments = [0, *chain.from_iterable((cue.start, cue.end) for cue in made.cues)]
    moments.append(len(made.frames) // size * FRAME_SAMPLES)
    is_whole = not len(made.frames) % size and len(made.cues) == len(job.lines)
    return is_whole and all(one <= other for one, other in pairwise(moments))
