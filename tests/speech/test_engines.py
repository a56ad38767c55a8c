"""The contract every engine keeps, tried on each that is installed here."""

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
class Tried:
    """An engine with the voice that it would speak English with."""

    engine: Engine
    voice: str

    @property
    def sentence(self) -> str:
        """Something to say: a short one for whoever takes two seconds and more for one of sound."""
        return SHORT if self.engine.name == "kokoro" else SENTENCE

    def say(self, text: str, rate: int = 175) -> Clip:
        """Spoken once for all tests: the same text is the same sound, as one of them holds."""
        return said(self.engine.name, text, rate)


@cache
def said(name: str, text: str, rate: int) -> Clip:
    tried = loaded(name)
    return tried.engine.synthesize(text, tried.voice, rate)


@cache
def loaded(name: str) -> Tried:
    engine = engines.load(name)
    return Tried(engine, choose_voice(engine.voices(), None, "en-GB").id)


@pytest.fixture(params=engines.list_installed())
def tried(request: pytest.FixtureRequest) -> Tried:
    if request.param == "kokoro":
        request.getfixturevalue("kokoro_files")
    return loaded(request.param)


def test_it_speaks_for_as_long_as_the_text_would_take(tried: Tried) -> None:
    clip = tried.say(tried.sentence)
    low, high = plausible_seconds(tried.sentence, 175)
    assert low < spoken_seconds(clip) < high
    assert find_fault(clip) is None
    assert max(memoryview(clip.pcm).cast("h")) > 2000


@pytest.mark.slow
def test_the_same_text_is_the_same_sound_in_another_process_too(tried: Tried) -> None:
    first = tried.say(SHORT)
    tried.engine.synthesize("No.", tried.voice, 220)
    assert tried.engine.synthesize(SHORT, tried.voice, 175) == first
    process = EngineProcess(tried.engine.name)
    assert process.synthesize(SHORT, tried.voice, 175, seconds=120) == first
    process.close()


def test_a_higher_rate_is_faster(tried: Tried) -> None:
    slow, fast = (spoken_seconds(tried.say(tried.sentence, rate)) for rate in (175, 300))
    assert fast < 0.7 * slow


def test_a_long_text_is_said_to_its_end(tried: Tried) -> None:
    if tried.engine.name == "kokoro":
        pytest.skip("divides texts as hibari does, and takes two seconds and more for one of sound")
    whole, *parts = (spoken_seconds(tried.say(text, 300)) for text in (f"{LONG} {SENTENCE}", LONG, SENTENCE))
    assert whole == pytest.approx(sum(parts), rel=0.15)


@pytest.mark.parametrize("text", SIGNS)
def test_signs_are_no_trouble(tried: Tried, text: str) -> None:
    if tried.engine.name == "kokoro" and text != SIGNS[1]:
        pytest.skip("has the phonemes of hibari, and is ten times as slow")
    low, high = plausible_seconds(text, 175)
    assert low < spoken_seconds(tried.say(text)) < high


def test_where_there_is_nothing_to_say_it_says_so(tried: Tried) -> None:
    if tried.engine.name in {"tone", "pyttsx3"}:
        pytest.skip("hums or spells signs")
    for text in ("…", "— ."):
        with pytest.raises(EngineError):
            tried.say(text)


def test_sentences_are_about_equally_loud(tried: Tried) -> None:
    loud = [integrated_loudness(prepare_clip(tried.say(text), 0.0)) for text in (tried.sentence, *LEVELS)]
    assert np.ptp(loud) < 3.5


@pytest.mark.slow
def test_what_is_told_in_ipa_sounds_otherwise_and_the_rest_stays(tried: Tried) -> None:
    if not isinstance(tried.engine, SupportsPronounce):
        pytest.skip("takes no phonemes")
    text = "Then Mister Zhu said so."
    told = tried.engine.pronounce(text, tried.voice, 175, [Pronunciation(start=12, end=15, ipa="dʒuː")])
    longer = tried.engine.pronounce(
        text, tried.voice, 175, [Pronunciation(start=12, end=15, ipa="ˌdʒuːləˈnɒvəskiː")]
    )
    plain = spoken_seconds(tried.say(text))
    assert told.pcm != tried.say(text).pcm
    assert spoken_seconds(told) == pytest.approx(plain, abs=0.35)
    assert 0.3 < spoken_seconds(longer) - spoken_seconds(told) < 1.2


def test_it_tells_how_it_reads_a_word_and_whether_it_knows_it(tried: Tried) -> None:
    if not isinstance(tried.engine, SupportsTranscribe):
        pytest.skip("does not tell")
    known, unknown = tried.engine.transcribe(["Ukraine", "Kassenova"], tried.voice)
    assert (known.word, known.known, unknown.known) == ("Ukraine", True, False)
    assert "kɹeɪn" in known.ipa.replace("ˈ", "").replace("r", "ɹ")


def test_voices_have_ids_and_language_tags(tried: Tried) -> None:
    for offered in tried.engine.voices():
        assert offered.id
        assert offered.language.split("-")[0].isalpha()


def test_a_voice_that_is_not_there_is_said_so(tried: Tried) -> None:
    if tried.engine.name == "tone":
        pytest.skip("has no voices to speak of")
    with pytest.raises(VoiceNotFoundError):
        tried.engine.synthesize("One.", "no/such-voice", 175)


def test_words_are_timed_inside_the_clip_and_in_order(tried: Tried) -> None:
    clip = tried.say(tried.sentence)
    times = [word.sample for word in clip.words]
    assert times == sorted(times)
    assert all(0 <= time <= len(clip.pcm) // 2 for time in times)
    assert all(tried.sentence[word.start : word.end].strip() for word in clip.words)


def test_it_has_a_name_a_fingerprint_and_a_licence(tried: Tried) -> None:
    assert tried.engine.name in engines.list_installed()
    assert tried.engine.fingerprint
    assert tried.engine.licence
    assert tried.engine.max_characters > 100


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere pyttsx3 uses the system's voices")
def test_the_bundled_espeak_speaks_without_a_system_package() -> None:
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
    assert voice in {each.id for each in kokoro.voices()}
    low, high = plausible_seconds(text, 175)
    assert low < spoken_seconds(kokoro.synthesize(text, voice, 175)) < high


def test_hibari_offers_the_voice_in_its_wheel_and_fetches_no_other() -> None:
    hibari = engines.load("hibari")
    assert [voice.id for voice in hibari.voices()] == ["heart"]
    with pytest.raises(VoiceNotFoundError, match="emma") as caught:
        hibari.synthesize("Hello.", "emma", 175)
    assert "voices --fetch emma" in caught.value.hint


def test_auto_means_the_best_engine_that_has_what_it_needs() -> None:
    assert engines.list_preferred() == ("hibari", "piper", "pyttsx3")


@pytest.mark.usefixtures("kokoro_files")
def test_with_a_model_kokoro_is_one_of_them() -> None:
    assert engines.list_preferred() == ("hibari", "kokoro", "piper", "pyttsx3")


def test_an_engine_that_is_not_installed_names_those_that_are() -> None:
    with pytest.raises(EngineNotFoundError) as caught:
        engines.load("gramophone")
    assert "pyttsx3" in caught.value.hint


def test_looking_for_engines_imports_none_of_them() -> None:
    code = (
        "import sys; from audio_edition.speech import engines; engines.list_installed(); engines.list_preferred();"
        " print({'pyttsx3', 'hibari', 'piper', 'numpy', 'onnxruntime'} & set(sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout.strip() == b"set()"
