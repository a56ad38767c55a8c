"""The work of a recording: what a worker is given, and what it gives back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from audio_edition.config import Pauses
from audio_edition.errors import AudioEditionError
from audio_edition.model import FRAME_SAMPLES, SAMPLE_RATE, Flaw, Line, Passage, Take, TakeCue
from audio_edition.speech.synthesizer import DurationDoubt


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One passage and how to say it; `doubts` are about the lines of these indexes.

    The worker may keep and find clips in a cache of so many bytes. It must have these `versions`.
    """

    passage: Passage
    lines: tuple[Line, ...]
    pauses: Pauses
    bit_rate: int
    versions: Mapping[str, str]
    cache_size: int = 0
    doubts: Mapping[int, DurationDoubt] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Recording:
    """MP3 frames of a passage, its cues, the clips that were flawed at first, and the bytes of all clips."""

    frames: bytes
    cues: tuple[TakeCue, ...]
    flaws: tuple[Flaw, ...]
    clip_bytes: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class JobResult:
    """The outcome of a job: its take and the flaws in it, or the error."""

    job: Job
    take: Take | None = None
    flaws: tuple[Flaw, ...] = ()
    error: AudioEditionError | None = None

    @property
    def seconds(self) -> float:
        """Duration of the take in seconds, 0 without a take."""
        return self.take.frame_count * FRAME_SAMPLES / SAMPLE_RATE if self.take else 0.0
