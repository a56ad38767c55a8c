"""A look-ahead limiter: turns the sound down around peaks that are too high, and touches nothing else."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from audio_edition.audio.loudness import CEILING_DBTP, Samples, from_decibels, true_peaks
from audio_edition.model import SAMPLE_RATE

_MARGIN_DB = 0.8
"""MP3 is not the sound that was encoded: at 64 kbit/s speech came out up to 0.6 dB higher."""

_CEILING = from_decibels(CEILING_DBTP - _MARGIN_DB)

_SUSPECT = _CEILING * 0.7
"""Between samples that are all 3 dB lower than the ceiling, speech has no peak above it."""

_HOLD = SAMPLE_RATE // 100
"""Samples before and after a peak in which the gain falls and rises: 10 ms, the period of a low voice."""

_FADE = np.hanning(2 * _HOLD + 1).astype(np.float32)
_FADE /= _FADE.sum()


def limited(samples: Samples) -> Samples:
    """The samples with no true peak above the ceiling."""
    result = samples.copy()
    for start, end in _suspects(samples):
        peaks = true_peaks(samples[start:end])
        if peaks.max() > _CEILING:
            result[start:end] *= _gain(peaks)
    return result


def _suspects(samples: Samples) -> Iterator[tuple[int, int]]:
    """Stretches around high samples, apart from each other, in which the gain has room to fall and rise."""
    reach = 2 * _HOLD
    high = np.flatnonzero(np.abs(samples) > _SUSPECT)
    if not len(high):
        return
    cuts = np.flatnonzero(np.diff(high) > 2 * reach)
    firsts, lasts = high[np.concatenate(([0], cuts + 1))], high[np.concatenate((cuts, [len(high) - 1]))]
    for first, last in zip(firsts.tolist(), lasts.tolist(), strict=True):
        yield max(0, first - reach), min(len(samples), last + reach + 1)


def _gain(peaks: Samples) -> Samples:
    """At each sample the lowest gain needed near it, smoothed; at a peak all that is averaged is low enough."""
    needed = _CEILING / np.maximum(peaks, _CEILING)
    around = np.lib.stride_tricks.sliding_window_view(np.pad(needed, _HOLD, mode="edge"), 2 * _HOLD + 1)
    lowest = np.pad(around.min(axis=1), _HOLD, mode="edge")
    return np.asarray(np.convolve(lowest, _FADE, "valid"), np.float32)
