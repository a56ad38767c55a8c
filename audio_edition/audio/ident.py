"""The soft chime before a section: two struck bars, a fifth apart, synthesized from decaying sines."""

from __future__ import annotations

import numpy as np

from audio_edition.audio.loudness import Samples, from_decibels, integrated_loudness
from audio_edition.model import SAMPLE_RATE

_LUFS = -27.0
"""Loudness: 8 LU below speech, so that no listener changes the volume."""

_SECONDS = 2.0
_NOTES = ((0.0, 392.0), (0.28, 587.33))
"""Start in seconds and pitch in Hz: G4, then D5."""

_PARTIALS = ((1.0, 1.0, 0.45), (2.76, 0.18, 0.16), (5.40, 0.05, 0.07))
"""Partials of a free bar: frequency ratio, amplitude, decay time constant in seconds (Fletcher & Rossing)."""

_ATTACK = 0.012
_RELEASE = 0.4


def render_ident() -> Samples:
    """Return the chime, without silence at either end."""
    time = np.arange(round(_SECONDS * SAMPLE_RATE)) / SAMPLE_RATE
    sound = sum(_strike_bar(time - start, pitch) for start, pitch in _NOTES)
    faded = np.asarray(sound * np.clip((_SECONDS - time) / _RELEASE, 0, 1), np.float32)
    return faded * np.float32(from_decibels(_LUFS - integrated_loudness(faded)))


def _strike_bar(
    time: np.ndarray[tuple[int], np.dtype[np.float64]], pitch: float
) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    """Return the sound of a bar that is struck at time 0."""
    elapsed = np.maximum(time, 0)
    attack = np.clip(elapsed / _ATTACK, 0, 1)
    partials = sum(
        amplitude * np.exp(-elapsed / decay) * np.sin(2 * np.pi * pitch * ratio * elapsed)
        for ratio, amplitude, decay in _PARTIALS
    )
    return np.asarray(np.where(time > 0, attack * partials, 0))
