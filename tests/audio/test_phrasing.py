"""Pauses in a sentence, and the places of its text they belong to."""

from __future__ import annotations

import sys

import numpy as np
import pytest

from audio_edition.audio.phrasing import find_breaks
from audio_edition.audio.stitcher import prepare_clip
from audio_edition.model import SAMPLE_RATE, Replacement
from audio_edition.speech import engines
from tests.conftest import tone, utterance


def sounding(*seconds: float) -> np.ndarray[tuple[int], np.dtype[np.float32]]:
    """Stretches of sound with 0.15 s of silence between them."""
    parts = [prepare_clip(tone(round(each * 1000)), 0.0) for each in seconds]
    gap = np.zeros(round(0.15 * SAMPLE_RATE), np.float32)
    return np.concatenate([each for part in parts for each in (part, gap)][:-1])


def test_a_break_is_where_sound_goes_on_after_the_mark() -> None:
    said = utterance("Half of this is here, and the other half is there.")
    (found,) = find_breaks(said, sounding(2.0, 2.4))
    assert said.written[found.place :].startswith("and the other")
    assert found.sample == pytest.approx(2.15 * SAMPLE_RATE, abs=0.02 * SAMPLE_RATE)


def test_a_mark_without_a_pause_is_no_break_nor_a_pause_without_a_mark() -> None:
    assert find_breaks(utterance("One half, and the other."), sounding(2.0)) == ()
    assert find_breaks(utterance("One half and the other"), sounding(1.0, 1.0)) == ()


def test_figures_count_as_they_are_spoken() -> None:
    text = "In 1939, he left."
    long = Replacement(start=3, end=7, spoken="nineteen hundred and thirty-nine", rule="year")
    (found,) = find_breaks(utterance(text, replacements=(long,)), sounding(3.0, 1.0))
    assert text[found.place :] == "he left."
    assert find_breaks(utterance(text), sounding(3.0, 1.0)) == ()


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere pyttsx3 uses the system's voices")
def test_the_words_that_espeak_says_when_it_says_them() -> None:
    text = (
        "The keeper of the lock, who has written down the level every morning for thirty years, says that he has"
        " run out of marks on the board, that nobody has asked him about it, and that he expects no one to ask."
    )
    clip = engines.load("pyttsx3").synthesize(text, "gmw/en", 175)
    sound = prepare_clip(clip, 0.0)
    begun = {word.start: word.sample / clip.sample_rate for word in clip.words}
    found = find_breaks(utterance(text), sound)
    assert len(found) == 4
    for each in found:
        assert each.sample / SAMPLE_RATE == pytest.approx(begun[each.place], abs=0.06)
