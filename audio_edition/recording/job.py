"""The messages between a recording and its workers: a job, the recording that a worker returns, and the result."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from audio_edition.config import Pauses
from audio_edition.errors import AudioEditionError
from audio_edition.model import FRAME_SAMPLES, SAMPLE_RATE, Flaw, Line, Passage, Take, TakeCue
from audio_edition.speech.synthesizer import DurationDoubt


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One passage and the settings to record it with; `doubts` are about the lines with these indexes.

    The worker may use a cache of clips of `cache_size` bytes. Its versions must be equal to `versions`.
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
    """MP3 frames and cues of a passage, the flaws of its clips, and the size of all clips in bytes."""

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
