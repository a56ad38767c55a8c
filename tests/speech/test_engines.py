"""The contract every engine keeps, tried on each that is installed here."""

from __future__ import annotations

import subprocess
import sys

import pytest

from audio_edition.errors import EngineNotFoundError, VoiceNotFoundError
from audio_edition.speech import engines
from audio_edition.speech.engines import Engine
from audio_edition.speech.soundness import plausible_seconds
from audio_edition.speech.voices import choose_voice

SENTENCE = "The wall at Cullen Reach is three point one kilometres long, and sixty centimetres too low."


@pytest.fixture(params=engines.installed())
def engine(request: pytest.FixtureRequest) -> Engine:
    return engines.load(request.param)


def voice(engine: Engine) -> str:
    return choose_voice(engine.voices(), None, "en-GB").id


def test_it_speaks_for_as_long_as_the_text_would_take(engine: Engine) -> None:
    clip = engine.synthesize(SENTENCE, voice(engine), 175)
    low, high = plausible_seconds(SENTENCE, 175)
    assert low < clip.seconds < high
    assert max(memoryview(clip.pcm).cast("h")) > 2000


def test_the_same_text_is_the_same_sound(engine: Engine) -> None:
    chosen = voice(engine)
    first = engine.synthesize(SENTENCE, chosen, 175)
    engine.synthesize("Something else in between.", chosen, 220)
    assert engine.synthesize(SENTENCE, chosen, 175) == first


def test_a_higher_rate_is_faster(engine: Engine) -> None:
    chosen = voice(engine)
    slow, fast = (engine.synthesize(SENTENCE, chosen, rate).seconds for rate in (120, 300))
    assert fast < 0.7 * slow


def test_voices_have_ids_and_language_tags(engine: Engine) -> None:
    for offered in engine.voices():
        assert offered.id
        assert offered.language.split("-")[0].isalpha()


def test_words_are_timed_inside_the_clip_and_in_order(engine: Engine) -> None:
    clip = engine.synthesize(SENTENCE, voice(engine), 175)
    times = [word.sample for word in clip.words]
    assert times == sorted(times)
    assert all(0 <= time <= len(clip.pcm) // 2 for time in times)
    assert all(SENTENCE[word.start : word.end].strip() for word in clip.words)


def test_it_has_a_name_a_fingerprint_and_a_licence(engine: Engine) -> None:
    assert engine.name in engines.installed()
    assert engine.fingerprint
    assert engine.licence
    assert engine.max_characters > 100


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere pyttsx3 uses the system's voices")
def test_the_bundled_espeak_speaks_without_a_system_package() -> None:
    engine = engines.load("pyttsx3")
    assert "espeakng-loader" in engine.fingerprint
    words = engine.synthesize("One two three four.", "gmw/en", 175).words
    assert len(words) == 4
    with pytest.raises(VoiceNotFoundError):
        engine.synthesize("One.", "no/such-voice", 175)


def test_an_engine_that_is_not_installed_names_those_that_are() -> None:
    with pytest.raises(EngineNotFoundError) as caught:
        engines.load("gramophone")
    assert "pyttsx3" in caught.value.hint


def test_looking_for_engines_imports_none_of_them() -> None:
    code = (
        "import sys; from audio_edition.speech import engines; engines.installed(); print('pyttsx3' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout.strip() == b"False"
