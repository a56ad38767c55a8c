"""A look-ahead limiter: reduces the gain around peaks that are too high and leaves all other samples unchanged."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import numpy as np
import numpy.typing as npt

from audio_edition.audio.loudness import Samples, from_decibels, true_peaks
from audio_edition.model import SAMPLE_RATE

_SUSPECT_SHARE = 0.8
"""Share of the ceiling below which samples need no check: true peaks of speech are at most 18 % higher."""

_RAMP_SAMPLES = SAMPLE_RATE // 100
"""Length of the gain's fall before a peak and of its rise after it: 10 ms, the period of a low voice."""

_SILENT_GAP = np.zeros(64, np.float32)
"""Silence between spans, so that resampling does not spread the end of one into the next."""


def limit_peaks(samples: Samples, ceiling_db: float) -> Samples:
    """Return the samples with no true peak above `ceiling_db` dBTP."""
    ceiling = from_decibels(ceiling_db)
    result = samples.copy()
    suspects = list(_find_suspect_spans(samples, _SUSPECT_SHARE * ceiling))
    if not suspects:
        return result
    gain = _gain_curve(true_peaks(_concatenate_spans(samples, suspects)), ceiling)
    at = 0
    for start, end in suspects:
        result[start:end] *= gain[at : at + end - start]
        at += end - start + len(_SILENT_GAP)
    return result


def _concatenate_spans(samples: Samples, spans: Iterable[tuple[int, int]]) -> Samples:
    """Return the spans, each followed by silence; one search for peaks takes a quarter of the time of many."""
    return np.concatenate([part for start, end in spans for part in (samples[start:end], _SILENT_GAP)])


def _find_suspect_spans(samples: Samples, level: float) -> Iterator[tuple[int, int]]:
    """Yield separate spans around samples above `level`, with room for the gain to fall and rise."""
    reach = 2 * _RAMP_SAMPLES
    high = np.flatnonzero(np.abs(samples) > level)
    if not len(high):
        return
    cuts = np.flatnonzero(np.diff(high) > 2 * reach)
    firsts, lasts = high[np.concatenate(([0], cuts + 1))], high[np.concatenate((cuts, [len(high) - 1]))]
    for first, last in zip(firsts.tolist(), lasts.tolist(), strict=True):
        yield max(0, first - reach), min(len(samples), last + reach + 1)


def _gain_curve(peaks: Samples, ceiling: float) -> Samples:
    """Return the gain at each sample: the lowest that is needed nearby, smoothed.

    The window of the minimum is as wide as both means together, so all values averaged at a peak are low enough.
    """
    needed = ceiling / np.maximum(peaks, ceiling)
    lowest = np.pad(
        _moving_minimum(np.pad(needed, _RAMP_SAMPLES, mode="edge"), 2 * _RAMP_SAMPLES + 1),
        _RAMP_SAMPLES,
        mode="edge",
    )
    return np.asarray(_moving_mean(_moving_mean(lowest, _RAMP_SAMPLES + 1), _RAMP_SAMPLES + 1), np.float32)


def _moving_mean(values: npt.NDArray[np.floating[Any]], width: int) -> npt.NDArray[np.float64]:
    """Return the mean of every window, in time independent of its width; applied twice, a triangular window."""
    sums = np.concatenate(([0.0], np.cumsum(values, dtype=np.float64)))
    return np.asarray((sums[width:] - sums[:-width]) / width)


def _moving_minimum(values: Samples, width: int) -> Samples:
    """Return the minimum of every window, in time independent of its width (van Herk 1992, Gil & Werman 1993)."""
    blocks = np.pad(values, (0, -len(values) % width), constant_values=np.inf).reshape(-1, width)
    forth = np.minimum.accumulate(blocks, axis=1).ravel()
    back = np.minimum.accumulate(blocks[:, ::-1], axis=1)[:, ::-1].ravel()
    count = len(values) - width + 1
    return np.asarray(np.minimum(back[:count], forth[width - 1 : width - 1 + count]), np.float32)
