"""Detector of noise where there should be speech: sound without pitch whose spectral shape does not change.

The spectrum of speech, even of a whisper, changes its shape with every sound of a word. That of noise stays the
same, even if its level changes. For white, blue, pink and brown noise, steady or pulsing, from 8 to 48 kHz, the
levels of the frequency bands vary over time by at most 2.1 dB. For 1,432 clips of hibari, Piper and espeak-ng (140
voices, whispers and robots, 80 to 450 words a minute, words as short as "Six.") they vary by at least 3.2 dB,
mostly by 7 to 10. The detector takes 0.4 ms a clip, about 2 % of the time of the fastest build.
"""

from __future__ import annotations

from functools import cache

import numpy as np
import numpy.typing as npt

Pcm = npt.NDArray[np.int16]
FloatArray = npt.NDArray[np.floating]

_MIN_SHAPE_CHANGE_DB = 2.6
"""Sound whose bands vary by less than this over time keeps its spectral shape."""

_MIN_NOISE_FLATNESS = 0.25
"""The spectral flatness of noise is 0.4 to 0.6. Below this there is a pitch: a hum is an odd voice, not noise."""

_SAMPLED_FRAMES = 32
_MAX_FRAMES = 16
_MIN_FRAMES = 6
"""Evenly spread frames that are sampled, the most loud ones of them that are analysed, and the fewest needed."""

_LOUD_SHARE = 0.01
"""Share of the power of the loudest frame above which a frame is loud: 20 dB below it."""

_BANDS = 8
_TOP_HZ = 4000
_SKIPPED_BINS = 4
"""Bins below the first band, which contain mains hum and DC offset."""


def is_noise(samples: Pcm, sample_rate: int) -> bool:
    """Return True if mono 16-bit sound is noise; False if too little of it is loud enough to decide."""
    bands = _power_spectra(samples, sample_rate)
    if bands is None:
        return False
    levels = bands.mean(axis=2)
    shapes = 10 * np.log10(levels)
    shapes -= shapes.mean(axis=1, keepdims=True)
    if shapes.std(axis=0).mean() >= _MIN_SHAPE_CHANGE_DB:
        return False
    strongest = bands[:, levels.sum(axis=0).argmax()]
    flatness = np.exp(np.log(strongest).mean(axis=1)) / strongest.mean(axis=1)
    return bool(flatness.mean() > _MIN_NOISE_FLATNESS)


def _power_spectra(samples: Pcm, sample_rate: int) -> FloatArray | None:
    """Return the power as an array (frames, bands, bins); None if too few frames are loud."""
    size = 512 << (sample_rate // 32_000).bit_length()  # about 20 ms at any sample rate
    count = len(samples) // size
    sampled = np.linspace(0, count - 1, min(_SAMPLED_FRAMES, count)).astype(int)
    frames = samples[: count * size].reshape(count, size)[sampled].astype(np.float32)
    power = np.einsum("ij,ij->i", frames, frames)
    loud = np.flatnonzero(power >= power.max(initial=0) * _LOUD_SHARE)
    if len(loud) < _MIN_FRAMES:
        return None
    chosen = loud[np.linspace(0, len(loud) - 1, min(_MAX_FRAMES, len(loud))).astype(int)]
    spectrum = np.fft.rfft(frames[chosen] * _hann_window(size))
    width = (min(_TOP_HZ, sample_rate // 2) * size // sample_rate - _SKIPPED_BINS) // _BANDS
    bands = spectrum[:, _SKIPPED_BINS : _SKIPPED_BINS + _BANDS * width].reshape(len(chosen), _BANDS, width)
    power_by_bin: FloatArray = bands.real**2 + bands.imag**2 + 1
    return power_by_bin


@cache
def _hann_window(size: int) -> npt.NDArray[np.float32]:
    return np.hanning(size).astype(np.float32)
