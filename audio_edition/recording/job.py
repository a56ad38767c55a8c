"""The work of a recording: what a worker is given, and what it gives back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from audio_edition.config import Pauses
from audio_edition.model import Flaw, Line, Passage, TakeCue
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
