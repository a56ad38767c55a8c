"""Clips → the sound of one passage: trimmed, faded, resampled, levelled and joined with pauses."""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

import numpy as np
import soxr

from audio_edition.audio.loudness import Samples, from_decibels
from audio_edition.audio.phrasing import find_breaks
from audio_edition.config import Pauses
from audio_edition.errors import AudioError
from audio_edition.model import OPENING_ROLES, SAMPLE_RATE, Clip, Line, Role, TakeCue, Utterance

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # pydub warns at import if there is no ffmpeg, which is not needed here
    from pydub import AudioSegment
    from pydub.silence import detect_leading_silence

LEAD_MS = 300
"""Silence before speech, so that a chapter that begins on a whole second begins before its words."""

_SILENCE_DBFS = -50.0
"""Level below which the levelled sound is silence."""

_KEPT_SILENCE_MS = 15
"""Part of an engine's silence that stays, so that no soft consonant is cut off."""

_LONG_SENTENCE = 120
"""Characters above which a transcript may have to divide a sentence."""

_FADE_MS = 4
"""Length of a fade: long enough to prevent clicks, too short to be heard."""


def stitch(lines: Sequence[Line], clips: Iterable[Clip], pauses: Pauses) -> tuple[Samples, tuple[TakeCue, ...]]:
    """Return the sound of a passage and a cue for each line. Raises AudioError."""
    parts = [_silence(LEAD_MS)]
    cues = []
    end = len(parts[0])
    for line, clip, pause in zip(lines, clips, _pause_lengths(lines, pauses), strict=True):
        sound = prepare_clip(clip, line.narrator.gain)
        cues.append(_make_cue(line.utterance, sound, end))
        parts += (sound, _silence(pause))
        end += len(sound) + len(parts[-1])
    return np.concatenate(parts), tuple(cues)


def _make_cue(utterance: Utterance, sound: Samples, start: int) -> TakeCue:
    breaks = find_breaks(utterance, sound) if len(utterance.written) > _LONG_SENTENCE else ()
    return TakeCue(
        start=start,
        end=start + len(sound),
        text=utterance.written,
        breaks=tuple(replace(item, sample=item.sample + start) for item in breaks),
    )


def prepare_clip(clip: Clip, gain: float) -> Samples:
    """Return the clip trimmed of silence, faded against clicks and amplified by `gain` dB. Raises AudioError."""
    sound = AudioSegment(clip.pcm, sample_width=2, frame_rate=clip.sample_rate, channels=1)
    quiet = _SILENCE_DBFS - gain
    head = detect_leading_silence(sound, quiet)
    tail = detect_leading_silence(sound.reverse(), quiet)
    kept = sound[max(0, head - _KEPT_SILENCE_MS) : len(sound) - max(0, tail - _KEPT_SILENCE_MS)]
    if not len(kept):
        raise AudioError("an engine's clip is silent throughout")
    faded = kept.fade_in(_FADE_MS).fade_out(_FADE_MS)
    return _resample(np.frombuffer(faded.raw_data, "<i2"), clip.sample_rate) * np.float32(from_decibels(gain))


def _resample(pcm: np.ndarray[tuple[int], np.dtype[np.int16]], rate: int) -> Samples:
    samples = pcm.astype(np.float32) / np.float32(32768)
    return samples if rate == SAMPLE_RATE else np.asarray(soxr.resample(samples, rate, SAMPLE_RATE), np.float32)


def _silence(milliseconds: int) -> Samples:
    return np.zeros(milliseconds * SAMPLE_RATE // 1000, np.float32)


def _pause_lengths(lines: Sequence[Line], pauses: Pauses) -> Iterator[int]:
    """Yield the silence after each line, in ms; after the last one, LEAD_MS less, which the next passage adds."""
    for this, following in pairwise(line.utterance for line in lines):
        yield pauses.sentence if this.paragraph == following.paragraph else _pause_after(this, pauses)
    if lines:
        yield max(0, _pause_after(lines[-1].utterance, pauses) - LEAD_MS)


def _pause_after(utterance: Utterance, pauses: Pauses) -> int:
    """Return the silence after a paragraph, in ms: shorter in lists, longer after headlines and openings."""
    if utterance.role is Role.HEADLINE:
        return pauses.headline
    if utterance.role is Role.CROSSHEAD or utterance.role in OPENING_ROLES:
        return pauses.crosshead
    return pauses.paragraph * 3 // 4 if utterance.role is Role.LIST_ITEM else pauses.paragraph
