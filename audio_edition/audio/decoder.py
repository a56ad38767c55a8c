"""MP3 → how loud it is when, as an independent decoder hears it; for `check`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import soundfile

from audio_edition.errors import AudioError

STEP_MS = 10
_BLOCK_STEPS = 6000


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """A decoded file: its length in samples, its sample rate, and the loudest sample (0–1) of every STEP_MS."""

    samples: int
    sample_rate: int
    peaks: npt.NDArray[np.float32]

    @property
    def duration_ms(self) -> int:
        """How long it lasts."""
        return round(self.samples * 1000 / self.sample_rate)

    def longest_quiet_ms(self, start_ms: int, end_ms: int, level: float) -> int:
        """The longest time between two times in which no sample reaches `level` (0–1)."""
        first, last = start_ms // STEP_MS, -(-end_ms // STEP_MS)
        loud = np.flatnonzero(self.peaks[first:last] >= level)
        gaps = np.diff(np.concatenate(([-1], loud, [last - first]))) - 1
        return int(gaps.max()) * STEP_MS


class _Forward(soundfile.SoundFile):  # type: ignore[misc] # soundfile ships no types
    """Read from start to end: soundfile seeks after every read, and a seek costs an MP3 its bit reservoir."""

    def seekable(self) -> bool:
        return False


def listen(file: Path) -> Heard:
    """Decode a whole MP3, a minute at a time. Raises AudioError if it is none."""
    loudest = [np.zeros(0, np.float32)]
    samples = 0
    try:
        with _Forward(file) as sound:
            step = sound.samplerate * STEP_MS // 1000
            while len(block := sound.read(step * _BLOCK_STEPS, dtype="float32")):
                samples += len(block)
                padded = np.pad(np.abs(block), (0, -len(block) % step))
                loudest.append(padded.reshape(-1, step).max(axis=1))
            rate = int(sound.samplerate)
    except soundfile.LibsndfileError as error:
        raise AudioError(f"{file}: cannot be decoded: {error}") from error
    return Heard(samples=samples, sample_rate=rate, peaks=np.concatenate(loudest))
