"""Example of an engine in a separate package: each letter is a tone with a vowel's formants, a murmur or a hiss."""

from __future__ import annotations

from typing import ClassVar

import numpy as np
import numpy.typing as npt

from audio_edition.errors import EngineError, VoiceNotFoundError
from audio_edition.model import Clip, Voice

_RATE = 16_000
_PITCHES = {"bee": 200.0, "bumblebee": 100.0}
_FORMANTS = {"a": (750, 1250), "e": (500, 1900), "i": (300, 2300), "o": (500, 900), "u": (320, 800)}
_MURMUR = (250, 1100)
_HISSES = frozenset("cfhkpqstxz")


class BuzzEngine:
    """Speaks letters, not words, in any language; the same text always gives the same sound."""

    name: ClassVar[str] = "buzz"
    licence: ClassVar[str] = "MIT"
    max_characters: ClassVar[int] = 2000
    fingerprint = "buzz 1"

    def voices(self) -> tuple[Voice, ...]:
        """Return a high and a low voice, for any language ("und")."""
        return tuple(Voice(id=name, name=name, language="und", licence="MIT") for name in _PITCHES)

    def synthesize(self, text: str, voice: str, rate: int) -> Clip:
        """Return a sound for every letter and a gap for every other character; six characters count as a word."""
        if voice not in _PITCHES:
            raise VoiceNotFoundError(f"buzz has no voice {voice!r}", hint=f"it has {', '.join(_PITCHES)}")
        if not any(map(str.isalnum, text)):
            raise EngineError(f"there is nothing to say in {text[:40]!r}")
        count = round(_RATE * 10 / rate)
        sounds = np.concatenate([_sound(letter, _PITCHES[voice], count) for letter in text.casefold()])
        return Clip(pcm=np.rint(sounds * 9000).astype("<i2").tobytes(), sample_rate=_RATE)


def _sound(letter: str, pitch: float, count: int) -> npt.NDArray[np.float64]:
    """Return the sound of a letter, faded in and out, with an amplitude of about 1."""
    if not letter.isalnum():
        return np.zeros(count)
    if letter in _HISSES:
        return np.random.default_rng(ord(letter)).normal(0, 0.2, count) * np.hanning(count)
    harmonics = pitch * np.arange(1, int(4000 / pitch))[:, None]
    formants = np.array(_FORMANTS.get(letter, _MURMUR))
    levels = np.exp(-(((harmonics - formants) / 150) ** 2)).sum(axis=1, keepdims=True)
    waves = levels * np.sin(2 * np.pi * harmonics * np.arange(count) / _RATE)
    return np.asarray(waves.sum(axis=0) / np.sqrt((levels**2).sum()) * np.hanning(count))
