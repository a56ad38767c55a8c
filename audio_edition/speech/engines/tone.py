"""An engine for tests where the sound does not matter: a steady tone as long as the text would take to say."""

from __future__ import annotations

import math
from array import array
from typing import ClassVar

from audio_edition.model import Clip, Voice

_SAMPLE_RATE = 16_000
_PITCHES = {"low": 200, "high": 400}
"""Pitches in Hz; a period of each is a whole number of samples."""


class ToneEngine:
    """Plays a tone for about as long as a reader would speak; deterministic and fast."""

    name: ClassVar[str] = "tone"
    licence: ClassVar[str] = "MIT"
    max_characters: ClassVar[int] = 2000
    fingerprint = "tone 2"

    def voices(self) -> tuple[Voice, ...]:
        """Return a low and a high tone, for any language ("und")."""
        return tuple(Voice(id=name, name=name, language="und") for name in _PITCHES)

    def synthesize(self, text: str, voice: str, rate: int) -> Clip:
        """Return a tone of the voice's pitch; six characters count as a word."""
        count = round(_SAMPLE_RATE * (0.2 + len(text) / 6 * 60 / rate))
        period = _SAMPLE_RATE // _PITCHES[voice]
        wave = array("h", (round(8000 * math.sin(2 * math.pi * n / period)) for n in range(period)))
        return Clip(pcm=(wave * (count // period + 1))[:count].tobytes(), sample_rate=_SAMPLE_RATE)
