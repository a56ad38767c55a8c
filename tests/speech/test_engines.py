"""The contract of an engine, tested on each that is installed."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from functools import cache

import numpy as np
import pytest

from audio_edition.audio.loudness import integrated_loudness
from audio_edition.audio.stitcher import prepare_clip
from audio_edition.errors import EngineError, EngineNotFoundError, VoiceNotFoundError
from audio_edition.model import Clip, Pronunciation
from audio_edition.speech import engines
from audio_edition.speech.engine_process.client import EngineProcess
from audio_edition.speech.engines import Engine, SupportsPronounce, SupportsTranscribe
from audio_edition.speech.soundness import find_fault, plausible_seconds, spoken_seconds
from audio_edition.speech.voices import choose_voice

SENTENCE = "The wall at Cullen Reach is three kilometres long, and sixty centimetres too low."
LONG = (
    "The keeper of the lock, who has written down the level every morning for thirty years, says that he has run"
    " out of marks on the board;"
)
SIGNS = ("“We won’t,” she said — not now (nor later).", "Café Beyoncé [sic]; naïve…", "A B C, [[or]] X Y Z?")
SHORT = "Nobody had expected it."
LEVELS = (SHORT, "Who will pay for all of that?")


@dataclass(frozen=True)
class EngineUnderTest:
    """An engine and the voice that it uses for English."""

    engine: Engine
    voice: str

    @property
    def sentence(self) -> str:
        """A sentence to speak: a short one for Kokoro, which takes two seconds or more for each second of sound."""
        return SHORT if self.engine.name == "kokoro" else SENTENCE

    def synthesize(self, text: str, rate: int = 175) -> Clip:
        """Return a clip that is synthesized once for all tests; one of them proves that it is always the same."""
        return synthesize_once(self.engine.name, text, rate)


@cache
def synthesize_once(name: str, text: str, rate: int) -> Clip:
    tested = load_engine(name)
    return tested.engine.synthesize(text, tested.voice, rate)


@cache
def load_engine(name: str) -> EngineUnderTest:
    engine = engines.load(name)
    return EngineUnderTest(engine, choose_voice(engine.voices(), None, "en-GB").id)


@pytest.fixture(params=engines.list_installed())
def tested(request: pytest.FixtureRequest) -> EngineUnderTest:
    if request.param == "kokoro":
        request.getfixturevalue("kokoro_files")
    return load_engine(request.param)


def test_a_clip_is_sound_and_has_a_plausible_duration(tested: EngineUnderTest) -> None:
    clip = tested.synthesize(tested.sentence)
    low, high = plausible_seconds(tested.sentence, 175)
    assert low < spoken_seconds(clip) < high
    assert find_fault(clip) is None
    assert max(memoryview(clip.pcm).cast("h")) > 2000


@pytest.mark.slow
def test_the_same_text_gives_the_same_sound_in_another_process_too(tested: EngineUnderTest) -> None:
    first = tested.synthesize(SHORT)
    tested.engine.synthesize("No.", tested.voice, 220)
    assert tested.engine.synthesize(SHORT, tested.voice, 175) == first
    process = EngineProcess(tested.engine.name)
    assert process.synthesize(SHORT, tested.voice, 175, seconds=120) == first
    process.close()


def test_a_higher_rate_gives_faster_speech(tested: EngineUnderTest) -> None:
    slow, fast = (spoken_seconds(tested.synthesize(tested.sentence, rate)) for rate in (175, 300))
    assert fast < 0.7 * slow


def test_a_long_text_is_spoken_to_its_end(tested: EngineUnderTest) -> None:
    if tested.engine.name == "kokoro":
        pytest.skip("splits texts as hibari does, and takes two seconds or more for each second of sound")
    whole, *parts = (
        spoken_seconds(tested.synthesize(text, 300)) for text in (f"{LONG} {SENTENCE}", LONG, SENTENCE)
    )
    assert whole == pytest.approx(sum(parts), rel=0.15)


@pytest.mark.parametrize("text", SIGNS)
def test_punctuation_and_accents_are_spoken_without_errors(tested: EngineUnderTest, text: str) -> None:
    if tested.engine.name == "kokoro" and text != SIGNS[1]:
        pytest.skip("uses the phonemizer of hibari, and is ten times as slow")
    low, high = plausible_seconds(text, 175)
    assert low < spoken_seconds(tested.synthesize(text)) < high


def test_a_text_without_words_raises_an_error(tested: EngineUnderTest) -> None:
    if tested.engine.name in {"tone", "pyttsx3"}:
        pytest.skip("plays a tone, or names the signs")
    for text in ("…", "— ."):
        with pytest.raises(EngineError):
            tested.synthesize(text)


def test_sentences_are_about_equally_loud(tested: EngineUnderTest) -> None:
    loudness = [
        integrated_loudness(prepare_clip(tested.synthesize(text), 0.0)) for text in (tested.sentence, *LEVELS)
    ]
    assert np.ptp(loudness) < 3.5


@pytest.mark.slow
def test_ipa_changes_the_sound_of_its_word_only(tested: EngineUnderTest) -> None:
    if not isinstance(tested.engine, SupportsPronounce):
        pytest.skip("takes no phonemes")
    text = "Then Mister Zhu said so."
    short = tested.engine.pronounce(text, tested.voice, 175, [Pronunciation(start=12, end=15, ipa="dʒuː")])
    longer = tested.engine.pronounce(
        text, tested.voice, 175, [Pronunciation(start=12, end=15, ipa="ˌdʒuːləˈnɒvəskiː")]
    )
    plain = spoken_seconds(tested.synthesize(text))
    assert short.pcm != tested.synthesize(text).pcm
    assert spoken_seconds(short) == pytest.approx(plain, abs=0.35)
    assert 0.3 < spoken_seconds(longer) - spoken_seconds(short) < 1.2


def test_a_transcription_has_the_reading_of_a_word_and_whether_it_is_known(tested: EngineUnderTest) -> None:
    if not isinstance(tested.engine, SupportsTranscribe):
        pytest.skip("does not report readings")
    known, unknown = tested.engine.transcribe(["Ukraine", "Kassenova"], tested.voice)
    assert (known.word, known.known, unknown.known) == ("Ukraine", True, False)
    assert "kɹeɪn" in known.ipa.replace("ˈ", "").replace("r", "ɹ")


def test_voices_have_ids_and_language_tags(tested: EngineUnderTest) -> None:
    for voice in tested.engine.voices():
        assert voice.id
        assert voice.language.split("-")[0].isalpha()


def test_a_missing_voice_raises_an_error(tested: EngineUnderTest) -> None:
    if tested.engine.name == "tone":
        pytest.skip("does not check the voice")
    with pytest.raises(VoiceNotFoundError):
        tested.engine.synthesize("One.", "no/such-voice", 175)


def test_word_timings_are_inside_the_clip_and_in_order(tested: EngineUnderTest) -> None:
    clip = tested.synthesize(tested.sentence)
    times = [word.sample for word in clip.words]
    assert times == sorted(times)
    assert all(0 <= time <= len(clip.pcm) // 2 for time in times)
    assert all(tested.sentence[word.start : word.end].strip() for word in clip.words)


def test_an_engine_has_a_name_a_fingerprint_and_a_licence(tested: EngineUnderTest) -> None:
    assert tested.engine.name in engines.list_installed()
    assert tested.engine.fingerprint
    assert tested.engine.licence
    assert tested.engine.max_characters > 100


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere pyttsx3 uses the system's voices")
def test_the_bundled_espeak_needs_no_system_package() -> None:
    engine = engines.load("pyttsx3")
    assert "espeakng-loader" in engine.fingerprint
    assert len(engine.synthesize("One two three four.", "gmw/en", 175).words) == 4


@pytest.mark.slow
@pytest.mark.parametrize(
    ("voice", "text"),
    [
        ("ef_dora", "Todo irá bien."),
        ("ff_siwis", "C’est fini, dit-il."),
        ("if_sara", "Il porto è gelato."),
        ("pf_dora", "O porto gelou."),
    ],
)
@pytest.mark.usefixtures("kokoro_files")
def test_kokoro_speaks_the_languages_of_its_voices(voice: str, text: str) -> None:
    kokoro = engines.load("kokoro")
    assert voice in {offered.id for offered in kokoro.voices()}
    low, high = plausible_seconds(text, 175)
    assert low < spoken_seconds(kokoro.synthesize(text, voice, 175)) < high


def test_hibari_offers_the_voice_in_its_wheel_and_fetches_no_other() -> None:
    hibari = engines.load("hibari")
    assert [voice.id for voice in hibari.voices()] == ["heart"]
    with pytest.raises(VoiceNotFoundError, match="emma") as caught:
        hibari.synthesize("Hello.", "emma", 175)
    assert "voices --fetch emma" in caught.value.hint


def test_engines_without_what_they_need_are_not_preferred() -> None:
    assert engines.list_preferred() == ("hibari", "piper", "pyttsx3")


@pytest.mark.usefixtures("kokoro_files")
def test_kokoro_is_preferred_if_it_has_a_model() -> None:
    assert engines.list_preferred() == ("hibari", "kokoro", "piper", "pyttsx3")


def test_the_hint_for_a_missing_engine_names_those_that_are_installed() -> None:
    with pytest.raises(EngineNotFoundError) as caught:
        engines.load("gramophone")
    assert "pyttsx3" in caught.value.hint


def test_listing_engines_imports_none_of_them() -> None:
    code = (
        "import sys; from audio_edition.speech import engines; engines.list_installed(); engines.list_preferred();"
        " print({'pyttsx3', 'hibari', 'piper', 'numpy', 'onnxruntime'} & set(sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout.strip() == b"set()"
