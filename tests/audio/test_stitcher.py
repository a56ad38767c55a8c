"""Stitching of clips: positions of cues, pauses, trimming, gain."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from audio_edition.audio.loudness import integrated_loudness
from audio_edition.audio.stitcher import LEAD_MS, prepare_clip, stitch
from audio_edition.config import Pauses
from audio_edition.errors import AudioError
from audio_edition.model import SAMPLE_RATE, Clip, Role
from tests.conftest import line, tone, utterance


def test_cues_are_exactly_where_the_sound_is() -> None:
    utterances = (utterance("One."), utterance("Two."), utterance("Three.", paragraph=1))
    samples, cues = stitch([*map(line, utterances)], [tone(500), tone(700), tone(900)], Pauses())
    loud = np.abs(samples) > 0.02
    for cue in cues:
        assert loud[cue.start + 200 : cue.end - 200].mean() > 0.9
    for before, after in pairwise(cues):
        assert not loud[before.end : after.start].any()
    assert cues[0].start == LEAD_MS * SAMPLE_RATE // 1000
    assert [cue.text for cue in cues] == ["One.", "Two.", "Three."]


def test_pauses_have_the_configured_lengths() -> None:
    utterances = (
        utterance("Headline.", role=Role.HEADLINE, paragraph=0),
        utterance("One.", paragraph=1),
        utterance("Two.", paragraph=1),
        utterance("Crosshead.", role=Role.CROSSHEAD, paragraph=2),
        utterance("Three.", paragraph=3),
        utterance("Item.", role=Role.LIST_ITEM, paragraph=4),
    )
    pauses = Pauses(headline=900, sentence=200, paragraph=600, crosshead=800)
    samples, cues = stitch([*map(line, utterances)], [tone(500)] * 6, pauses)
    gaps = [(b.start - a.end) * 1000 // SAMPLE_RATE for a, b in pairwise(cues)]
    assert gaps == [900, 200, 600, 800, 600]
    assert (len(samples) - cues[-1].end) * 1000 // SAMPLE_RATE == 600 * 3 // 4 - LEAD_MS


def test_the_silence_of_a_clip_is_trimmed_and_its_ends_are_faded() -> None:
    sound = tone(400)
    padded = Clip(pcm=bytes(22_050) + sound.pcm + bytes(44_100), sample_rate=22_050)
    samples = prepare_clip(padded, 0.0)
    assert 0.39 < len(samples) / SAMPLE_RATE < 0.45
    assert abs(samples[0]) < 0.004
    assert abs(samples[-1]) < 0.004


def test_the_gain_of_a_narrator_is_applied_before_trimming() -> None:
    sound = tone(1000, level=900)
    plain, louder = prepare_clip(sound, 0.0), prepare_clip(sound, 12.0)
    assert integrated_loudness(louder) - integrated_loudness(plain) == pytest.approx(12, abs=0.05)
    hiss = tone(400, level=60)  # -55 dBFS: silence as it is, a soft consonant if the voice is made 12 dB louder
    soft = Clip(pcm=hiss.pcm + sound.pcm, sample_rate=sound.sample_rate)
    assert len(prepare_clip(soft, 12.0)) - len(prepare_clip(soft, 0.0)) > 0.3 * SAMPLE_RATE


def test_a_silent_clip_raises_an_error() -> None:
    with pytest.raises(AudioError):
        prepare_clip(Clip(pcm=bytes(40_000), sample_rate=22_050), 0.0)
