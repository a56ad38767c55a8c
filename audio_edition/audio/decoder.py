"""MP3 → peaks, loudness and the sound of spans, by an independent decoder (libsndfile); for `check`."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import soundfile
import soxr

from audio_edition.audio.loudness import highest_peak, integrated_loudness, to_decibels
from audio_edition.errors import AudioError
from audio_edition.model import SAMPLE_RATE

STEP_MS = 10
_STEP_SAMPLES = SAMPLE_RATE * STEP_MS // 1000
_BLOCK_STEPS = 6000
_GATE_LUFS = -70.0
"""The absolute gate of ITU-R BS.1770."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DecodedAudio:
    """Measurements of a decoded file: its length in samples, and the peak (0–1) of every STEP_MS.

    `lufs` is the power mean of the loudness of its minutes. For speech it is within 0.1 LU of the integrated one.
    """

    samples: int
    peaks: npt.NDArray[np.float32]
    lufs: float
    true_peak_db: float

    @property
    def duration_ms(self) -> int:
        """Duration in milliseconds."""
        return round(self.samples * 1000 / SAMPLE_RATE)

    def longest_quiet_ms(self, start_ms: int, end_ms: int, level: float) -> int:
        """Return the longest time between start and end, in ms, in which no peak reaches `level` (0–1)."""
        first, last = start_ms // STEP_MS, -(-end_ms // STEP_MS)
        loud = np.flatnonzero(self.peaks[first:last] >= level)
        gaps = np.diff(np.concatenate(([-1], loud, [last - first]))) - 1
        return int(gaps.max()) * STEP_MS


class _SequentialSoundFile(soundfile.SoundFile):  # type: ignore[misc] # soundfile ships no types
    """A sound file without seeks: soundfile seeks after every read, and an MP3 then loses its bit reservoir."""

    def seekable(self) -> bool:
        return False


def decode_mp3(file: Path) -> DecodedAudio:
    """Decode a whole MP3, a minute at a time. Raises AudioError if it is not an MP3 at SAMPLE_RATE."""
    peaks = [np.zeros(0, np.float32)]
    minutes: list[tuple[int, float]] = []
    highest = 0.0
    try:
        with _SequentialSoundFile(file) as sound:
            if sound.samplerate != SAMPLE_RATE:
                raise AudioError(f"{file}: has {sound.samplerate} samples a second, not {SAMPLE_RATE}")
            while len(block := sound.read(_STEP_SAMPLES * _BLOCK_STEPS, dtype="float32")):
                minutes.append((len(block), integrated_loudness(block)))
                highest = max(highest, highest_peak(block))
                padded = np.pad(np.abs(block), (0, -len(block) % _STEP_SAMPLES))
                peaks.append(padded.reshape(-1, _STEP_SAMPLES).max(axis=1))
    except soundfile.LibsndfileError as error:
        raise AudioError(f"{file}: cannot be decoded: {error}") from error
    return DecodedAudio(
        samples=sum(samples for samples, _ in minutes),
        peaks=np.concatenate(peaks),
        lufs=_mean_loudness(minutes),
        true_peak_db=to_decibels(highest),
    )


def decode_spans(file: Path, spans: Iterable[tuple[int, int]], rate: int) -> Iterator[npt.NDArray[np.float32]]:
    """Yield the sound of each span, resampled to `rate` Hz, with one span in memory at a time. Raises AudioError.

    The spans are in milliseconds, in order, and do not overlap.
    """
    position = 0
    try:
        with _SequentialSoundFile(file) as sound:
            for start, end in ((start * SAMPLE_RATE // 1000, end * SAMPLE_RATE // 1000) for start, end in spans):
                while position < start:
                    count = min(start - position, _STEP_SAMPLES * _BLOCK_STEPS)
                    position += len(sound.read(count, dtype="float32")) or start
                block = sound.read(end - start, dtype="float32")
                position = end
                yield np.asarray(soxr.resample(block, SAMPLE_RATE, rate), np.float32)
    except soundfile.LibsndfileError as error:
        raise AudioError(f"{file}: cannot be decoded: {error}") from error


def _mean_loudness(minutes: list[tuple[int, float]]) -> float:
    """Return the power mean of (samples, LUFS), weighted by samples and without silent minutes, in LUFS."""
    powers = [(samples, 10 ** (lufs / 10)) for samples, lufs in minutes if lufs > _GATE_LUFS]
    total = sum(samples for samples, _ in powers)
    return 10 * math.log10(sum(samples * power for samples, power in powers) / total) if total else -math.inf
