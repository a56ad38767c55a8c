"""Noise where there should be speech: sound that has no pitch and keeps its colour from beginning to end.

Speech changes its colour with every sound of a word, whispered speech too; noise has the same everywhere, however
loud it is at each moment. White, blue, pink and brown noise, steady or pulsing, from 8 to 48 kHz, differs from
moment to moment by at most 2.1 dB. 1,432 clips of hibari, Piper and espeak-ng (140 voices, whispers and robots, 80
to 450 words a minute, words as short as "Six.") differ by 3.2 dB at least, most by 7 to 10. It takes 0.4 ms a clip,
some two hundredths of the fastest build.
"""

from __future__ import annotations

from functools import cache

import numpy as np
import numpy.typing as npt

Pcm = npt.NDArray[np.int16]
FloatArray = npt.NDArray[np.floating]

_MIN_COLOUR_CHANGE_DB = 2.6
"""What differs by less than this from moment to moment never changes its colour."""

_MIN_NOISE_FLATNESS = 0.25
"""Noise is as flat as 0.4 to 0.6; where it is less so, there is a pitch: a hum is an odd voice, but no noise."""

_SAMPLED_MOMENTS = 32
_MAX_MOMENTS = 16
_MIN_MOMENTS = 6
"""Of so many moments, evenly spread, at most so many loud ones are looked at; fewer of them tell nothing."""

_LOUD_SHARE = 0.01
"""Of the power of the loudest moment: 20 dB below it."""

_BANDS = 8
_TOP_HZ = 4000
_SKIPPED_BINS = 4
"""Bins below the first band, where hum and offset are."""


def is_noise(samples: Pcm, sample_rate: int) -> bool:
    """Whether nobody speaks in sound that is loud enough to be speech."""
    bands = _power_spectra(samples, sample_rate)
    if bands is None:
        return False
    levels = bands.mean(axis=2)
    colours = 10 * np.log10(levels)
    colours -= colours.mean(axis=1, keepdims=True)
    if colours.std(axis=0).mean() >= _MIN_COLOUR_CHANGE_DB:
        return False
    strongest = bands[:, levels.sum(axis=0).argmax()]
    flatness = np.exp(np.log(strongest).mean(axis=1)) / strongest.mean(axis=1)
    return bool(flatness.mean() > _MIN_NOISE_FLATNESS)


def _power_spectra(samples: Pcm, sample_rate: int) -> FloatArray | None:
    """Power by moment, band and bin; None if too little is loud."""
    size = 512 << (sample_rate // 32_000).bit_length()  # some 20 ms, whatever the rate
    count = len(samples) // size
    looks = np.linspace(0, count - 1, min(_SAMPLED_MOMENTS, count)).astype(int)
    moments = samples[: count * size].reshape(count, size)[looks].astype(np.float32)
    power = np.einsum("ij,ij->i", moments, moments)
    loud = np.flatnonzero(power >= power.max(initial=0) * _LOUD_SHARE)
    if len(loud) < _MIN_MOMENTS:
        return None
    chosen = loud[np.linspace(0, len(loud) - 1, min(_MAX_MOMENTS, len(loud))).astype(int)]
    spectrum = np.fft.rfft(moments[chosen] * _hann_window(size))
    width = (min(_TOP_HZ, sample_rate // 2) * size // sample_rate - _SKIPPED_BINS) // _BANDS
    inside = spectrum[:, _SKIPPED_BINS : _SKIPPED_BINS + _BANDS * width].reshape(len(chosen), _BANDS, width)
    power_by_bin: FloatArray = inside.real**2 + inside.imag**2 + 1
    return power_by_bin


@cache
def _hann_window(size: int) -> npt.NDArray[np.float32]:
    return np.hanning(size).astype(np.float32)
