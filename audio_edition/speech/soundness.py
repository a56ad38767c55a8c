"""Checks of a single clip: silence, an implausible duration, a gap in the speech, clipping."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from audio_edition.model import Clip

SILENCE_PEAK = 200
"""A clip whose peak, of 32,768, is below this (-44 dBFS) is silent."""

_QUIET_DB = 45.0
"""Samples so far below the peak of a clip are silence; the ends of speech are then right to a few milliseconds."""

MAX_GAP_SECONDS = 1.2
"""The engines pause for at most 0.6 s inside a sentence (pyttsx3, hibari and Piper on 280 sentences)."""

_MIN_CLIPPED_RUN = 4
"""This many samples in a row at full scale are a clipped peak."""

Pcm = npt.NDArray[np.int16]


def samples_of(clip: Clip) -> Pcm:
    """Return the samples of a clip without copying them; all platforms that have our wheels are little-endian."""
    return np.frombuffer(clip.pcm, "<i2")


def speech_span(clip: Clip) -> tuple[int, int]:
    """Return the start and end of speech, in samples; (0, 0) if there is none."""
    loud = _loud_indexes(samples_of(clip))
    return (int(loud[0]), int(loud[-1]) + 1) if len(loud) else (0, 0)


def spoken_seconds(clip: Clip) -> float:
    """Return the duration of the speech, without the silence at either end."""
    start, end = speech_span(clip)
    return (end - start) / clip.sample_rate


def nominal_seconds(text: str, rate: int) -> float:
    """Return the duration of a text at `rate` words a minute; a word counts as six characters, with its space."""
    return len(text) / 6 * 60 / rate


def plausible_seconds(text: str, rate: int) -> tuple[float, float]:
    """Return the shortest and longest duration, in seconds, of a text spoken at `rate` words a minute by any voice.

    Languages and engines differ by a third. Letters that are spelled out ("I M F") take five times as long as the
    same characters in words.
    """
    nominal = nominal_seconds(text, rate)
    return 0.55 * nominal - 0.3, 5 * nominal + 3


def is_silent(clip: Clip) -> bool:
    """Return True if no sample is loud enough to be speech."""
    samples = samples_of(clip)
    return not len(samples) or int(np.abs(samples.astype(np.int32)).max()) < SILENCE_PEAK


def find_fault(clip: Clip) -> str | None:
    """Return the fault of a clip that can be found without its text; None if there is none."""
    samples = samples_of(clip)
    gap = _longest_gap(samples) / clip.sample_rate
    if gap > MAX_GAP_SECONDS:
        return f"{gap:.1f} s of silence inside"
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
