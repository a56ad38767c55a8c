"""Loudness and true peaks (EBU R 128, ITU-R BS.1770), and the target levels of an edition."""

from __future__ import annotations

import math
from functools import reduce

import loudness
import numpy as np
import numpy.typing as npt
import soxr

from audio_edition.model import SAMPLE_RATE

Samples = npt.NDArray[np.float32]
"""Mono sound at SAMPLE_RATE, full scale 1.0."""

TARGET_LUFS = -19.0
"""Podcasts use -16 LUFS in two channels; the same sound in one channel measures 3 LU less."""

CEILING_DBTP = -1.0
"""The highest true peak of a published file."""

OVERSAMPLING = 4
"""Factor that finds peaks between samples to within 0.6 dB, in speech 0.1 dB (ITU-R BS.1770-5, annex 2)."""

_CANDIDATE_SHARE = 0.75
_CANDIDATE_MARGIN = 64
"""True peaks of speech are within this many samples of a sample that has this share of the highest magnitude."""

_GATING_BLOCK_SAMPLES = SAMPLE_RATE * 2 // 5
"""Samples of one gating block; shorter sound has no loudness."""


def integrated_loudness(samples: Samples) -> float:
    """Return the gated loudness in LUFS (ITU-R BS.1770-5). Sound shorter than 0.4 s is padded with silence."""
    padded = np.pad(samples, (0, max(0, _GATING_BLOCK_SAMPLES - len(samples))))
    return float(loudness.integrated_loudness(padded, SAMPLE_RATE))


def true_peaks(samples: Samples) -> Samples:
    """Return the highest magnitude from each sample to the next, including values between samples."""
    dense = np.abs(soxr.resample(samples, SAMPLE_RATE, OVERSAMPLING * SAMPLE_RATE))
    # max(axis=1) takes five times as long for rows of four.
    return np.asarray(reduce(np.maximum, (dense[phase::OVERSAMPLING] for phase in range(OVERSAMPLING))), np.float32)


def highest_peak(samples: Samples) -> float:
    """Return the true peak of the sound, searched only around its highest samples."""
    magnitude = np.abs(samples)
    high = np.flatnonzero(magnitude >= _CANDIDATE_SHARE * magnitude.max(initial=0))
    cuts = np.flatnonzero(np.diff(high) > 2 * _CANDIDATE_MARGIN)
    groups = np.split(high, cuts + 1)
    spans = (
        samples[max(0, group[0] - _CANDIDATE_MARGIN) : group[-1] + _CANDIDATE_MARGIN]
        for group in groups
        if len(group)
    )
    return float(max((true_peaks(span).max() for span in spans), default=0))


def from_decibels(decibels: float) -> float:
    """Return the amplitude factor of a gain in dB."""
    return float(10 ** (decibels / 20))


def to_decibels(factor: float) -> float:
    """Return the gain in dB of an amplitude factor; -200 dB for zero."""
    return 20 * math.log10(max(factor, 1e-10))
