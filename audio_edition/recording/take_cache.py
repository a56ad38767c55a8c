"""Cache of recorded passages, keyed by their lines, pauses, bit rate and versions."""

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
    """Recordings by job."""

    def __init__(self, cache: Cache) -> None:
        self._cache = cache

    def get(self, job: Job) -> Recording | None:
        """Return the recording of a job; None if it is missing or damaged."""
        data = self._cache.get(_cache_key(job))
        recording = _decode_recording(data) if data is not None else None
        return recording if recording and _is_recording_of(job, recording) else None

    def put(self, job: Job, recording: Recording) -> None:
        """Store the recording of a job; a failed write is ignored."""
        self._cache.put(_cache_key(job), _encode_recording(recording))


def _cache_key(job: Job) -> str:
    lines = [(clip_key(line), line.narrator.gain, *_timing_inputs(line)) for line in job.lines]
    return make_key(sorted(job.versions.items()), lines, job.pauses, job.bit_rate)


def _timing_inputs(line: Line) -> Iterable[object]:
    """Return the inputs that determine pauses and cues: lines of equal sound may differ in their written text."""
    utterance = line.utterance
    return utterance.written, utterance.role, utterance.paragraph, utterance.replacements


class _RecordingHeader(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The header line of an entry; the MP3 frames follow it."""

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


def _is_recording_of(job: Job, recording: Recording) -> bool:
    """Return True if the frames are whole and there is one cue per line, in order and within the sound."""
    size = frame_bytes(job.bit_rate)
    moments = [0, *chain.from_iterable((cue.start, cue.end) for cue in recording.cues)]
    moments.append(len(recording.frames) // size * FRAME_SAMPLES)
    is_whole = not len(recording.frames) % size and len(recording.cues) == len(job.lines)
    return is_whole and all(earlier <= later for earlier, later in pairwise(moments))
