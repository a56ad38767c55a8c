"""What is wrong with a clip, seen by itself: nobody speaks, far too much or too little, a hole, clipping."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from audio_edition.model import Clip

SILENCE_PEAK = 200
"""A clip whose loudest of 32,768 steps is below this (-44 dBFS) has nobody speaking in it."""

_QUIET_DB = 45.0
"""What is so much lower than the loudest of a clip is silence, to within a few milliseconds of speech."""

MAX_GAP_SECONDS = 1.2
"""Seconds. The engines pause for 0.6 s at most inside a sentence (pyttsx3, hibari and Piper on 280 sentences)."""

_MIN_CLIPPED_RUN = 4
"""So many samples in a row at full scale are no peak but a cut one."""

Pcm = npt.NDArray[np.int16]


def samples_of(clip: Clip) -> Pcm:
    """The clip's samples; every machine that has wheels of our dependencies is little-endian, as they are."""
    return np.frombuffer(clip.pcm, "<i2")


def speech_span(clip: Clip) -> tuple[int, int]:
    """The samples from the first to the last that is loud enough to be speech; (0, 0) if nobody speaks."""
    loud = _loud_indexes(samples_of(clip))
    return (int(loud[0]), int(loud[-1]) + 1) if len(loud) else (0, 0)


def spoken_seconds(clip: Clip) -> float:
    """How long somebody speaks, silence at either end left out."""
    start, end = speech_span(clip)
    return (end - start) / clip.sample_rate


def nominal_seconds(text: str, rate: int) -> float:
    """How long a text takes at `rate` words a minute, a word being six characters with its space."""
    return len(text) / 6 * 60 / rate


def plausible_seconds(text: str, rate: int) -> tuple[float, float]:
    """Bounds of how long any voice can take to say a text at `rate` words a minute.

    Languages and engines differ by a third, letters said one by one ("I M F") take five times as long as the same
    characters in words.
    """
    nominal = nominal_seconds(text, rate)
    return 0.55 * nominal - 0.3, 5 * nominal + 3


def is_silent(clip: Clip) -> bool:
    """Whether nobody speaks in it."""
    samples = samples_of(clip)
    return not len(samples) or int(np.abs(samples.astype(np.int32)).max()) < SILENCE_PEAK


def find_fault(clip: Clip) -> str | None:
    """What is wrong with the sound, whatever it says; None if nothing is."""
    samples = samples_of(clip)
    hole = _longest_gap(samples) / clip.sample_rate
    if hole > MAX_GAP_SECONDS:
        return f"{hole:.1f} s of silence inside"
    if _longest_clipped_run(samples) >= _MIN_CLIPPED_RUN:
        return "clipped"
    return None


def _loud_indexes(samples: Pcm) -> npt.NDArray[np.intp]:
    if not len(samples):
        return np.zeros(0, np.intp)
    magnitude = np.abs(samples.astype(np.int32))
    level = max(SILENCE_PEAK / 4, magnitude.max() * 10 ** (-_QUIET_DB / 20))
    return np.flatnonzero(magnitude >= level)


def _longest_gap(samples: Pcm) -> int:
    loud = _loud_indexes(samples)
    return int(np.diff(loud).max(initial=0))


def _longest_clipped_run(samples: Pcm) -> int:
    full = np.flatnonzero((samples >= 32767) | (samples <= -32767))
    breaks = np.flatnonzero(np.diff(full) > 1)
    return int(np.diff(np.concatenate(([-1], breaks, [len(full) - 1]))).max())
