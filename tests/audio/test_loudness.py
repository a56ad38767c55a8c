"""Loudness, peaks and the limiter, compared with ffmpeg's ebur128 filter where ffmpeg is installed."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import numpy as np
import pytest
import soundfile
from hypothesis import given
from hypothesis import strategies as st

from audio_edition.audio.encoder import encode, peak_overshoot_db
from audio_edition.audio.ident import render_ident
from audio_edition.audio.info_header import info_frame
from audio_edition.audio.limiter import limit_peaks
from audio_edition.audio.loudness import (
    CEILING_DBTP,
    Samples,
    from_decibels,
    integrated_loudness,
    to_decibels,
    true_peaks,
)
from audio_edition.config import BIT_RATES
from audio_edition.model import SAMPLE_RATE
from tests.conftest import require


def speechlike(seconds: float, seed: int = 1, level: float = 0.3) -> Samples:
    """Return pulses of a voice in syllables, with high peaks as in speech."""
    time = np.arange(round(seconds * SAMPLE_RATE)) / SAMPLE_RATE
    rng = np.random.default_rng(seed)
    harmonics = sum(np.cos(2 * np.pi * 110 * n * time) / n for n in range(1, 60))
    syllables = np.repeat(rng.uniform(0, 1, round(seconds * 5) + 1) ** 2, SAMPLE_RATE // 5)[: len(time)]
    return np.asarray(level * harmonics * syllables, np.float32)


def ebur128(file: Path) -> tuple[float, float]:
    """Return the integrated loudness (LUFS) and the true peak (dBFS) measured by ffmpeg."""
    options = "-nostats -af ebur128=peak=true -f null -".split()
    command = [require("ffmpeg"), "-i", str(file), *options]
    summary = subprocess.run(command, capture_output=True, text=True, check=True).stderr.rpartition("Summary:")[2]
    loudness, peak = re.search(r"I: +(-?[\d.]+) LUFS", summary), re.search(r"Peak: +(-?[\d.]+) dBFS", summary)
    assert loudness
    assert peak
    return float(loudness[1]), float(peak[1])


def test_loudness_and_peak_agree_with_ffmpeg(tmp_path: Path) -> None:
    samples = speechlike(20)
    file = tmp_path / "a.wav"
    soundfile.write(file, samples, SAMPLE_RATE, "FLOAT")
    loudness, peak = ebur128(file)
    assert integrated_loudness(samples) == pytest.approx(loudness, abs=0.1)
    assert to_decibels(float(true_peaks(samples).max())) == pytest.approx(peak, abs=0.2)


def test_sound_shorter_than_a_gating_block_has_a_loudness() -> None:
    assert -60 < integrated_loudness(speechlike(0.2)) < 0


@given(seed=st.integers(0, 10_000), level=st.floats(0.01, 3.0), seconds=st.floats(0.01, 2.0))
def test_no_peak_is_above_the_ceiling_and_quieter_sound_is_unchanged(
    seed: int, level: float, seconds: float
) -> None:
    samples = speechlike(seconds, seed, level)
    result = limit_peaks(samples, -3.0)
    assert len(result) == len(samples)
    assert to_decibels(float(true_peaks(result).max())) <= -2.99
    if true_peaks(samples).max() < from_decibels(-3):
        assert (samples == result).all()


def test_the_limiter_changes_only_samples_near_a_peak() -> None:
    samples = speechlike(4, level=0.02)
    samples[SAMPLE_RATE * 2] = 1.0
    changed = np.flatnonzero(limit_peaks(samples, CEILING_DBTP) != samples)
    assert abs(changed.min() - SAMPLE_RATE * 2) <= SAMPLE_RATE // 40
    assert abs(changed.max() - SAMPLE_RATE * 2) <= SAMPLE_RATE // 40


@pytest.mark.parametrize("bit_rate", BIT_RATES)
def test_an_mp3_has_the_loudness_of_its_samples_and_stays_below_the_ceiling(bit_rate: int, tmp_path: Path) -> None:
    samples = limit_peaks(speechlike(20, level=0.5), CEILING_DBTP - peak_overshoot_db(bit_rate))
    frames = encode(samples, bit_rate)
    file = tmp_path / "a.mp3"
    file.write_bytes(info_frame(len(frames) // (3 * bit_rate), bit_rate, 0) + frames)
    loudness, peak = ebur128(file)
    assert loudness == pytest.approx(integrated_loudness(samples), abs=0.4)
    assert peak <= CEILING_DBTP


def test_the_chime_is_soft_has_silent_ends_and_is_always_the_same() -> None:
    chime = render_ident()
    assert -28 < integrated_loudness(chime) < -26
    assert np.abs(chime).max() < 0.2
    assert abs(chime[0]) < 0.001
    assert abs(chime[-1]) < 0.001
    assert (render_ident() == chime).all()
