"""Division of long sentences for transcripts, at punctuation after which the voice pauses."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import numpy as np

from audio_edition.audio.loudness import Samples, from_decibels
from audio_edition.model import SAMPLE_RATE, CueBreak, Utterance

_BREAK_MARK = re.compile(r"[,;:.!?…—–)”’\"]\s+(?=\S)|\s[—–-]\s+")

_STEP_SAMPLES = SAMPLE_RATE // 100
_QUIET_PEAK = from_decibels(-42)
_MIN_PAUSE_STEPS = 6
"""A pause is at least so many steps of 10 ms with so low a peak; stops within words are shorter."""

_PAUSE_LETTERS = 4.0
"""Letters that last as long as a pause."""

_REACH_SHARE = 0.12
_REACH_SECONDS = 0.35
"""Largest distance of a pause from its expected time: a share of the sentence, but at least so many seconds."""


def find_breaks(utterance: Utterance, sound: Samples) -> tuple[CueBreak, ...]:
    """Return the breaks in order: a place in the written text, and the sample at which the text after it begins."""
    pauses = _find_pauses(sound)
    reach = max(_REACH_SECONDS * SAMPLE_RATE, _REACH_SHARE * len(sound))
    breaks: list[CueBreak] = []
    for place, share in _expected_breaks(utterance):
        expected = share * len(sound)
        later = [pause for pause in pauses if not breaks or pause > breaks[-1].sample]
        nearest = min(later, key=lambda pause: abs(pause - expected), default=None)
        if nearest is not None and abs(nearest - expected) <= reach:
            breaks.append(CueBreak(place=place, sample=nearest))
    return tuple(breaks)


def _expected_breaks(utterance: Utterance) -> Iterator[tuple[int, float]]:
    """Yield the start of each clause in the written text, and the share of spoken letters before it."""
    text = utterance.written
    lengths = _spoken_lengths(utterance)
    total = sum(lengths) or 1
    for mark in _BREAK_MARK.finditer(text):
        yield mark.end(), sum(lengths[: mark.end()]) / total


def _spoken_lengths(utterance: Utterance) -> Sequence[float]:
    """Return the number of letters that are spoken for each written character; pauses count as letters."""
    lengths = [_PAUSE_LETTERS if char in ",;:.—–" else float(char.isalnum()) for char in utterance.written]
    for replacement in utterance.replacements:
        width = replacement.end - replacement.start
        for place in range(replacement.start, replacement.end):
            lengths[place] = len(replacement.spoken) / width
    return lengths


def _find_pauses(sound: Samples) -> list[int]:
    """Return the samples at which speech continues after a pause."""
    peaks = np.abs(sound[: len(sound) // _STEP_SAMPLES * _STEP_SAMPLES]).reshape(-1, _STEP_SAMPLES).max(axis=1)
    loud = np.flatnonzero(peaks > _QUIET_PEAK)
    after = np.flatnonzero(np.diff(loud) > _MIN_PAUSE_STEPS) + 1
    return [int(step) * _STEP_SAMPLES for step in loud[after]]
