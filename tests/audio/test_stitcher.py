from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from audio_edition.audio.stitcher import LEAD_MS, conditioned, stitch
from audio_edition.errors import AudioError
from audio_edition.model import SAMPLE_RATE, Clip, Passage, Role
from tests.conftest import tone, utterance


def test_cues_lie_exactly_where_the_sound_is() -> None:
    said = (utterance("One.", paragraph=0), utterance("Two.", paragraph=0), utterance("Three.", paragraph=1))
    pcm, cues = stitch(Passage(utterances=said), [tone(500), tone(700), tone(900)])
    loud = np.abs(np.frombuffer(pcm, "<i2").astype(int)) > 500
    for cue in cues:
        assert loud[cue.start + 200 : cue.end - 200].mean() > 0.9
    for before, after in pairwise(cues):
        assert not loud[before.end : after.start].any()
    assert cues[0].start == LEAD_MS * SAMPLE_RATE // 1000
    assert [cue.text for cue in cues] == ["One.", "Two.", "Three."]


def test_a_paragraph_pauses_longer_than_a_sentence_and_a_headline_longer_still() -> None:
    said = (
        utterance("Headline.", role=Role.HEADLINE, paragraph=0),
        utterance("One.", paragraph=1),
        utterance("Two.", paragraph=1),
        utterance("Three.", paragraph=2),
    )
    _, cues = stitch(Passage(utterances=said), [tone(500)] * 4)
    headline, sentence, paragraph = (b.start - a.end for a, b in pairwise(cues))
    assert sentence < paragraph < headline


def test_an_engines_silence_is_trimmed_and_edges_are_faded() -> None:
    sound = tone(400)
    padded = Clip(pcm=bytes(22_050) + sound.pcm + bytes(44_100), sample_rate=22_050)
    samples = np.frombuffer(conditioned(padded), "<i2").astype(int)
    assert 0.39 < len(samples) / SAMPLE_RATE < 0.45
    assert abs(samples[0]) < 100
    assert abs(samples[-1]) < 100


def test_a_silent_clip_is_an_error() -> None:
    with pytest.raises(AudioError):
        conditioned(Clip(pcm=bytes(40_000), sample_rate=22_050))
