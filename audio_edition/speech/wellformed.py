"""Whether what an engine or a cache gives is a clip at all; what can be heard in it is for `soundness`."""

from __future__ import annotations

from audio_edition.model import Clip, WordTiming

_SAMPLE_RATES = range(4_000, 384_001)
"""Samples a second, from half of a telephone's to twice the most that sound cards play."""


def find_malformation(clip: object) -> str | None:
    """What keeps it from being sound, in words; None if nothing does."""
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
