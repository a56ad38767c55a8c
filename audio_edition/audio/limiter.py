"""A look-ahead limiter: turns the sound down around peaks that are too high, and touches nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import numpy as np
import numpy.typing as npt

from audio_edition.audio.loudness import Samples, from_decibels, true_peaks
from audio_edition.model import SAMPLE_RATE

_NEAR = 0.8
"""Of the ceiling: between lower samples there is no peak above it, for those of speech are 18 % higher at most."""

_HOLD = SAMPLE_RATE // 100
"""Samples before and after a peak in which the gain falls and rises: 10 ms, the period of a low voice."""

_GAP = np.zeros(64, np.float32)
"""So much silence keeps what resampling makes of the end of one stretch out of the next."""


def limited(samples: Samples, ceiling_db: float) -> Samples:
    """The samples with no true peak above so many dBTP."""
    ceiling = from_decibels(ceiling_db)
    result = samples.copy()
    suspects = list(_suspects(samples, _NEAR * ceiling))
    if not suspects:
        return result
    gain = _gain(true_peaks(_in_a_row(samples, suspects)), ceiling)
    at = 0
    for start, end in suspects:
        result[start:end] *= gain[at : at + end - start]
        at += end - start + len(_GAP)
    return result


def _in_a_row(samples: Samples, stretches: Iterable[tuple[int, int]]) -> Samples:
    """The stretches with silence after each: to look for peaks in one go costs a quarter of looking in each."""
    return np.concatenate([part for start, end in stretches for part in (samples[start:end], _GAP)])


def _suspects(samples: Samples, level: float) -> Iterator[tuple[int, int]]:
    """Stretches around high samples, apart from each other, in which the gain has room to fall and rise."""
    reach = 2 * _HOLD
    high = np.flatnonzero(np.abs(samples) > level)
    if not len(high):
        return
    cuts = np.flatnonzero(np.diff(high) > 2 * reach)
    firsts, lasts = high[np.concatenate(([0], cuts + 1))], high[np.concatenate((cuts, [len(high) - 1]))]
    for first, last in zip(firsts.tolist(), lasts.tolist(), strict=True):
        yield max(0, first - reach), min(len(samples), last + reach + 1)


def _gain(peaks: Samples, ceiling: float) -> Samples:
    """At each sample the lowest gain needed near it, smoothed; at a peak all that is averaged is low enough."""
    needed = ceiling / np.maximum(peaks, ceiling)
    lowest = np.pad(_lowest(np.pad(needed, _HOLD, mode="edge"), 2 * _HOLD + 1), _HOLD, mode="edge")
    return np.asarray(_averaged(_averaged(lowest, _HOLD + 1), _HOLD + 1), np.float32)


def _averaged(values: npt.NDArray[np.floating[Any]], width: int) -> npt.NDArray[np.float64]:
    """The mean of every window, in time that does not grow with its width; of two windows' means a triangle's."""
    sums = np.concatenate(([0.0], np.cumsum(values, dtype=np.float64)))
    return np.asarray((sums[width:] - sums[:-width]) / width)


def _lowest(values: Samples, width: int) -> Samples:
    """The minimum of every window, in time that does not grow with its width (van Herk 1992, Gil & Werman 1993)."""
    blocks = np.pad(values, (0, -len(values) % width), constant_values=np.inf).reshape(-1, width)
    forth = np.minimum.accumulate(blocks, axis=1).ravel()
    back = np.minimum.accumulate(blocks[:, ::-1], axis=1)[:, ::-1].ravel()
    count = len(values) - width + 1
    return np.asarray(np.minimum(back[:count], forth[width - 1 : width - 1 + count]), np.float32)
