"""How loud an edition is: EBU R 128 measures, and the level all voices are brought to."""

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
"""A podcast's -16 LUFS are those of two channels; the same sound in one channel measures 3 less."""

CEILING_DBTP = -1.0
"""The highest true peak a listener may get."""

OVERSAMPLING = 4
"""Finds the peaks between samples to 0.6 dB at most, to 0.1 dB in speech (ITU-R BS.1770-5, annex 2)."""

_CANDIDATE_SHARE = 0.75
_CANDIDATE_MARGIN = 64
"""Of the highest sample, and samples: between lower ones, and from farther away, speech has no higher peak."""

_GATING_BLOCK_SAMPLES = SAMPLE_RATE * 2 // 5
"""Samples of one gating block; what is shorter has no loudness."""


def integrated_loudness(samples: Samples) -> float:
    """LUFS of the whole, gated (ITU-R BS.1770-5); what is shorter than 0.4 s counts as followed by silence."""
    padded = np.pad(samples, (0, max(0, _GATING_BLOCK_SAMPLES - len(samples))))
    return float(loudness.integrated_loudness(padded, SAMPLE_RATE))


def true_peaks(samples: Samples) -> Samples:
    """The highest magnitude at and right after each sample, those between samples included."""
    dense = np.abs(soxr.resample(samples, SAMPLE_RATE, OVERSAMPLING * SAMPLE_RATE))
    # Not max(axis=1), which takes five times as long for rows of four.
    return np.asarray(reduce(np.maximum, (dense[phase::OVERSAMPLING] for phase in range(OVERSAMPLING))), np.float32)


def highest_peak(samples: Samples) -> float:
    """The true peak of the whole, looked for around its highest samples."""
    magnitude = np.abs(samples)
    high = np.flatnonzero(magnitude >= _CANDIDATE_SHARE * magnitude.max(initial=0))
    cuts = np.flatnonzero(np.diff(high) > 2 * _CANDIDATE_MARGIN)
    groups = np.split(high, cuts + 1)
    stretches = (
        samples[max(0, group[0] - _CANDIDATE_MARGIN) : group[-1] + _CANDIDATE_MARGIN]
        for group in groups
        if len(group)
    )
    return float(max((true_peaks(stretch).max() for stretch in stretches), default=0))


def from_decibels(decibels: float) -> float:
    """Factor of a gain."""
    return float(10 ** (decibels / 20))


def to_decibels(factor: float) -> float:
    """Gain of a factor, -200 dB of none."""
    return 20 * math.log10(max(factor, 1e-10))
