"""Where a long sentence may be divided: at marks after which its voice is heard to pause."""

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
"""Frames of 10 ms whose peak is so low, and how many of them are a pause; stops within words are shorter."""

_REACH_SHARE = 0.12
_REACH_SECONDS = 0.35
"""How far a pause may be from where the letters before it put it: a share of the sentence, or seconds at least."""


def find_breaks(utterance: Utterance, sound: Samples) -> tuple[CueBreak, ...]:
    """Places of the written text and the samples of the sound at which what follows them begins, in order."""
    pauses = _find_pauses(sound)
    reach = max(_REACH_SECONDS * SAMPLE_RATE, _REACH_SHARE * len(sound))
    found: list[CueBreak] = []
    for place, share in _expected_breaks(utterance):
        expected = share * len(sound)
        later = [pause for pause in pauses if not found or pause > found[-1].sample]
        nearest = min(later, key=lambda pause: abs(pause - expected), default=None)
        if nearest is not None and abs(nearest - expected) <= reach:
            found.append(CueBreak(place=place, sample=nearest))
    return tuple(found)


def _expected_breaks(utterance: Utterance) -> Iterator[tuple[int, float]]:
    """Where a clause begins in the written text, and the share of the spoken letters before it."""
    text = utterance.written
    lengths = _spoken_lengths(utterance)
    total = sum(lengths) or 1
    for mark in _BREAK_MARK.finditer(text):
        yield mark.end(), sum(lengths[: mark.end()]) / total


def _spoken_lengths(utterance: Utterance) -> Sequence[float]:
    """For each written character the letters that are spoken for it; a pause counts as some."""
    lengths = [_PAUSE_LETTERS if each in ",;:.—–" else float(each.isalnum()) for each in utterance.written]
    for each in utterance.replacements:
        width = each.end - each.start
        for place in range(each.start, each.end):
            lengths[place] = len(each.spoken) / width
    return lengths


_PAUSE_LETTERS = 4.0


def _find_pauses(sound: Samples) -> list[int]:
    """The samples at which speech goes on after a pause."""
    frames = np.abs(sound[: len(sound) // _STEP_SAMPLES * _STEP_SAMPLES]).reshape(-1, _STEP_SAMPLES).max(axis=1)
    loud = np.flatnonzero(frames > _QUIET_PEAK)
    after = np.flatnonzero(np.diff(loud) > _MIN_PAUSE_STEPS) + 1
    return [int(each) * _STEP_SAMPLES for each in loud[after]]
