"""Measures the gain that a voice needs, once, on a sample text of its language.

The gain belongs to the voice and not to the article. A paragraph then sounds the same whatever else is in the
edition, and can be published before the rest is spoken. Articles of one voice differ by 0.1 LU (pyttsx3, hibari,
Piper).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

import numpy as np

from audio_edition import languages
from audio_edition.audio.encoder import peak_overshoot_db
from audio_edition.audio.limiter import limit_peaks
from audio_edition.audio.loudness import CEILING_DBTP, TARGET_LUFS, from_decibels, integrated_loudness
from audio_edition.audio.stitcher import stitch
from audio_edition.config import Config
from audio_edition.errors import BadClipError
from audio_edition.model import Clip, Line, Narrator, Role, Utterance
from audio_edition.speech.soundness import nominal_seconds, spoken_seconds
from audio_edition.speech.synthesizer import Synthesizer

_MIN_DURATION_RATIO = 0.65
"""Least share of the nominal duration. The fastest voice (espeak-ng's French) needs 0.80, most 0.92 to 1.03."""

_GAIN_ROUNDS = 3
"""The limiter takes back some of the gain of a voice with high peaks; the third round corrects less than 0.1 LU."""


def level_narrator(narrator: Narrator, language: str, synthesizer: Synthesizer, config: Config) -> Narrator:
    """Return the narrator with the gain that brings its speech to TARGET_LUFS. Raises EngineError or AudioError."""
    lines = [Line(utterance=each, narrator=narrator) for each in _sample_utterances(language)]
    clips = [spoken.clip for spoken in synthesizer.speak(lines)]
    _require_pace(narrator, lines, clips)
    samples, _ = stitch(lines, clips, config.pauses)
    gain = 0.0
    for _ in range(_GAIN_ROUNDS):
        mastered = limit_peaks(
            samples * np.float32(from_decibels(gain)), CEILING_DBTP - peak_overshoot_db(config.bit_rate)
        )
        gain += TARGET_LUFS - integrated_loudness(mastered)
    return replace(narrator, gain=round(gain, 2))


def _require_pace(narrator: Narrator, lines: Iterable[Line], clips: Iterable[Clip]) -> None:
    """Raise BadClipError if the clips are too short to contain the whole text; single clips vary more."""
    seconds = sum(map(spoken_seconds, clips))
    nominal = sum(nominal_seconds(line.utterance.spoken, narrator.rate) for line in lines)
    if seconds < _MIN_DURATION_RATIO * nominal:
        raise BadClipError(
            f"engine {narrator.engine}: voice {narrator.voice} says a text of {nominal:.0f} s in {seconds:.0f} s,"
            " too fast to be all of it"
        )


def _sample_utterances(language: str) -> Iterator[Utterance]:
    home = languages.find(language) or languages.load(languages.DEFAULT_LANGUAGE)
    for sentence in home.levelling_sentences:
        yield Utterance(written=sentence, spoken=sentence, role=Role.BODY, paragraph=0, language=language)
