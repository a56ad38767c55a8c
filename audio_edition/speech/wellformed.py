"""Structural check of a clip from an engine or a cache; `soundness` checks its sound."""

from __future__ import annotations

from audio_edition.model import Clip, WordTiming

_SAMPLE_RATES = range(4_000, 384_001)
"""Sample rates in Hz, from half of a telephone's to twice the highest that sound cards play."""


def find_malformation(clip: object) -> str | None:
    """Return the reason why an object is not a valid clip, for a message; None if it is a valid clip."""
    if not isinstance(clip, Clip) or type(clip.pcm) is not bytes:
        return f"{type(clip).__name__} instead of a clip of bytes"
    if type(clip.sample_rate) is not int or clip.sample_rate not in _SAMPLE_RATES:
        return f"a sample rate of {clip.sample_rate!r}"
    if not clip.pcm:
        return "no sound at all"
    if len(clip.pcm) % 2:
        return "half a sample too many"
    if not all(isinstance(word, WordTiming) for word in clip.words):
        return "times that are not of words"
    return None
