"""Clips → the sound of one passage: trimmed, faded, resampled, and joined with pauses that fit each joint."""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Iterator
from itertools import pairwise

import numpy as np
import soxr

from audio_edition.errors import AudioError
from audio_edition.model import SAMPLE_RATE, Clip, Passage, Role, TakeCue, Utterance

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # pydub looks for ffmpeg on import; nothing here needs it
    from pydub import AudioSegment
    from pydub.silence import detect_leading_silence

LEAD_MS = 300
"""Silence before a passage speaks: a chapter that is cut to a whole second still begins before its words."""

TAIL_MS = {Role.SECTION: 500, Role.HEADLINE: 700, Role.STANDFIRST: 700}
"""Silence after a passage, by the role of its last utterance; the next one's lead adds to it."""

SENTENCE_MS = 300
PARAGRAPH_MS = {
    Role.SECTION: 700,
    Role.KICKER: 600,
    Role.HEADLINE: 800,
    Role.CROSSHEAD: 700,
    Role.LIST_ITEM: 500,
}
_PARAGRAPH_MS = _TAIL_MS = 650

_SILENCE_DBFS = -50.0
_KEPT_MS = 15
"""Of an engine's own silence this much stays, so that no soft consonant is clipped."""

_FADE_MS = 4
"""Long enough against clicks, too short to hear."""


def stitch(passage: Passage, clips: Iterable[Clip]) -> tuple[bytes, tuple[TakeCue, ...]]:
    """Mono s16 PCM at SAMPLE_RATE of the passage, and where each utterance lies in it. Raises AudioError."""
    pcm = bytearray(_silence(LEAD_MS))
    cues = []
    pauses = _pauses(passage.utterances)
    for utterance, clip, pause in zip(passage.utterances, clips, pauses, strict=True):
        start = len(pcm) // 2
        pcm += conditioned(clip)
        cues.append(TakeCue(start=start, end=len(pcm) // 2, text=utterance.written))
        pcm += _silence(pause)
    return bytes(pcm), tuple(cues)


def conditioned(clip: Clip) -> bytes:
    """The clip without the engine's silence at either end, faded against clicks, at SAMPLE_RATE."""
    sound = AudioSegment(clip.pcm, sample_width=2, frame_rate=clip.sample_rate, channels=1)
    head = detect_leading_silence(sound, _SILENCE_DBFS)
    tail = detect_leading_silence(sound.reverse(), _SILENCE_DBFS)
    kept = sound[max(0, head - _KEPT_MS) : len(sound) - max(0, tail - _KEPT_MS)]
    if not len(kept):
        raise AudioError("an engine's clip is silent throughout")
    return _resampled(kept.fade_in(_FADE_MS).fade_out(_FADE_MS).raw_data, clip.sample_rate)


def _resampled(pcm: bytes, rate: int) -> bytes:
    if rate == SAMPLE_RATE:
        return pcm
    return bytes(soxr.resample(np.frombuffer(pcm, "<i2"), rate, SAMPLE_RATE).tobytes())


def _silence(milliseconds: int) -> bytes:
    return bytes(2 * (milliseconds * SAMPLE_RATE // 1000))


def _pauses(utterances: tuple[Utterance, ...]) -> Iterator[int]:
    """Milliseconds of silence after each utterance: by what ends there, a sentence, a paragraph or the passage."""
    for this, following in pairwise(utterances):
        same = this.paragraph == following.paragraph
        yield SENTENCE_MS if same else PARAGRAPH_MS.get(this.role, _PARAGRAPH_MS)
    if utterances:
        yield TAIL_MS.get(utterances[-1].role, _TAIL_MS - LEAD_MS)
