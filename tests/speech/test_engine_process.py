"""The processes of engines that hang, crash, return no speech or print; they are installed as packages."""

from __future__ import annotations

import time
from contextlib import closing
from pathlib import Path

import pytest

from audio_edition.errors import (
    BadClipError,
    EngineCrashError,
    EngineError,
    EngineNotFoundError,
    EngineTimeoutError,
    VoiceNotFoundError,
)
from audio_edition.model import Voice
from audio_edition.speech.engine_process.client import EngineProcess
from audio_edition.speech.synthesizer import Synthesizer, split_text
from audio_edition.speech.voices import choose_voice
from tests.conftest import line
from tests.engines import install

ENGINES = """
import os, pathlib, signal, sys, time
from audio_edition.errors import EngineError
from audio_edition.model import Clip, Voice
from audio_edition.speech.engines.tone import ToneEngine

class Hanging(ToneEngine):
    def synthesize(self, text, voice, rate):
        time.sleep(600)

class Crashing(ToneEngine):
    def synthesize(self, text, voice, rate):
        os.kill(os.getpid(), signal.SIGSEGV)

class Silent(ToneEngine):
    def synthesize(self, text, voice, rate):
        return Clip(pcm=bytes(48000), sample_rate=24000)

class Short(ToneEngine):
    def synthesize(self, text, voice, rate):
        return super().synthesize("x", voice, rate)

class Raising(ToneEngine):
    def synthesize(self, text, voice, rate):
        raise ZeroDivisionError("of its own making")

class Chattering(ToneEngine):
    def synthesize(self, text, voice, rate):
        print("chatter" * 10000, flush=True)
        os.write(1, b"more chatter")
        return super().synthesize(text, voice, rate)

class Recovering(ToneEngine):
    def synthesize(self, text, voice, rate):
        flag = pathlib.Path(os.environ["RECOVERED"])
        if not flag.exists():
            flag.touch()
            os._exit(3)
        return super().synthesize(text, voice, rate)
"""


@pytest.fixture(autouse=True)
def bad_engines(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Install the engines of ENGINES, each under its name in lower case."""
    names = "Hanging Crashing Silent Short Raising Chattering Recovering".split()
    install(tmp_path, monkeypatch, ENGINES, **{name.lower(): name for name in names})
    monkeypatch.setenv("RECOVERED", str(tmp_path / "recovered"))


def speak_a_line(name: str) -> None:
    with Synthesizer() as synthesizer:
        list(synthesizer.speak([line("A sentence of some length that takes its time.", engine=name)]))


def test_an_engine_that_hangs_raises_a_timeout_error() -> None:
    process = EngineProcess("hanging")
    start = time.monotonic()
    with pytest.raises(EngineTimeoutError, match="no answer within"):
        process.synthesize("Hello.", "low", 175, seconds=0.5)
    assert time.monotonic() - start < 10


@pytest.mark.parametrize(
    ("name", "error"),
    [("crashing", EngineCrashError), ("silent", BadClipError), ("short", BadClipError), ("raising", EngineError)],
)
def test_a_bad_engine_raises_an_engine_error(name: str, error: type[EngineError]) -> None:
    with pytest.raises(error):
        speak_a_line(name)


def test_what_an_engine_prints_does_not_corrupt_its_answers() -> None:
    speak_a_line("chattering")


def test_a_line_is_spoken_after_one_crash() -> None:
    speak_a_line("recovering")


def test_the_hint_for_a_missing_extra_contains_the_pip_command() -> None:
    with closing(EngineProcess("absent")) as process, pytest.raises(EngineNotFoundError) as caught:
        process.voices()
    assert "pip install 'audio-edition[absent]'" in caught.value.hint


def test_an_engine_process_answers_again_after_a_crash() -> None:
    with closing(EngineProcess("crashing")) as process:
        with pytest.raises(EngineCrashError):
            process.synthesize("Hello.", "low", 175)
        assert process.voices()


VOICES = (
    Voice(id="gmw/en-US", name="English (America)", language="en-US"),
    Voice(id="gmw/en", name="English (Great Britain)", language="en-GB"),
    Voice(id="gmw/de", name="German", language="de"),
)


@pytest.mark.parametrize(
    ("wanted", "language", "expected"),
    [
        (None, "en-GB", "gmw/en"),
        (None, "en-US", "gmw/en-US"),
        (None, "en-ZA", "gmw/en-US"),
        (None, "de-AT", "gmw/de"),
        ("german", "en-GB", "gmw/de"),
        ("EN-US", "en-GB", "gmw/en-US"),
        ("gmw/de", "en-GB", "gmw/de"),
    ],
)
def test_a_voice_is_chosen_by_id_name_or_language(wanted: str | None, language: str, expected: str) -> None:
    assert choose_voice(VOICES, wanted, language).id == expected


@pytest.mark.parametrize(("wanted", "language"), [("nonesuch", "en-GB"), (None, "fr")])
def test_a_voice_or_language_that_is_missing_raises_an_error(wanted: str | None, language: str) -> None:
    with pytest.raises(VoiceNotFoundError):
        choose_voice(VOICES, wanted, language)


def test_long_texts_are_split_at_punctuation_without_losing_any_text() -> None:
    text = "One two three. Four five six, seven eight nine; ten. " * 20
    parts = split_text(text.strip(), 60)
    assert " ".join(parts) == text.strip()
    assert max(map(len, parts)) <= 60
    assert all(part.endswith((".", ";", ",")) for part in parts)
