"""Breaks of a sentence: pauses in its sound and the places in its text that belong to them."""

from __future__ import annotations

import sys

import numpy as np
import pytest

from audio_edition.audio.phrasing import find_breaks
from audio_edition.audio.stitcher import prepare_clip
from audio_edition.model import SAMPLE_RATE, Replacement
from audio_edition.speech import engines
from tests.conftest import tone, utterance


def tones(*durations: float) -> np.ndarray[tuple[int], np.dtype[np.float32]]:
    """Return tones of these durations, in seconds, with 0.15 s of silence between them."""
    parts = [prepare_clip(tone(round(seconds * 1000)), 0.0) for seconds in durations]
    gap = np.zeros(round(0.15 * SAMPLE_RATE), np.float32)
    return np.concatenate([sound for part in parts for sound in (part, gap)][:-1])


def test_a_break_is_where_sound_continues_after_a_punctuation_mark() -> None:
    sentence = utterance("Half of this is here, and the other half is there.")
    (found,) = find_breaks(sentence, tones(2.0, 2.4))
    assert sentence.written[found.place :].startswith("and the other")
    assert found.sample == pytest.approx(2.15 * SAMPLE_RATE, abs=0.02 * SAMPLE_RATE)


def test_a_mark_without_a_pause_and_a_pause_without_a_mark_are_no_breaks() -> None:
    assert find_breaks(utterance("One half, and the other."), tones(2.0)) == ()
    assert find_breaks(utterance("One half and the other"), tones(1.0, 1.0)) == ()


def test_the_position_of_a_break_is_estimated_from_the_spoken_form() -> None:
    text = "In 1939, he left."
    year = Replacement(start=3, end=7, spoken="nineteen hundred and thirty-nine", rule="year")
    (found,) = find_breaks(utterance(text, replacements=(year,)), tones(3.0, 1.0))
    assert text[found.place :] == "he left."
    assert find_breaks(utterance(text), tones(3.0, 1.0)) == ()


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere pyttsx3 uses the system's voices")
def test_breaks_agree_with_the_word_timings_of_espeak() -> None:
    text = (
        "The keeper of the lock, who has written down the level every morning for thirty years, says that he has"
        " run out of marks on the board, that nobody has asked him about it, and that he expects no one to ask."
    )
    clip = engines.load("pyttsx3").synthesize(text, "gmw/en", 175)
    sound = prepare_clip(clip, 0.0)
    word_starts = {word.start: word.sample / clip.sample_rate for word in clip.words}
    breaks = find_breaks(utterance(text), sound)
    assert len(breaks) == 4
    for item in breaks:
        assert item.sample / SAMPLE_RATE == pytest.approx(word_starts[item.place], abs=0.06)
