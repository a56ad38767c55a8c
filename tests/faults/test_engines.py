"""Engines that fail in many ways, once or always, at one line: the build names the failure in bounded time."""

from __future__ import annotations

import json
import time
from pathlib import Path

import numpy as np
import pytest

from audio_edition.errors import EngineError
from audio_edition.model import Clip
from audio_edition.speech.engine_process.client import EngineProcess
from audio_edition.speech.noise import is_noise
from audio_edition.speech.soundness import samples_of
from tests.conftest import line
from tests.engines import install
from tests.faults.processes import start_build, start_tool, wait_for_exit
from tests.tally import Tally

pytestmark = pytest.mark.slow

ENGINES = """
import ctypes, os, pathlib, signal, sys, time
import numpy
from audio_edition.errors import EngineError
from audio_edition.model import Clip
from audio_edition.speech.engines.tone import ToneEngine

class OwnError(EngineError):  # defined in this module only, and impossible to pickle
    def __init__(self, message):
        super().__init__(message)
        self.hint = lambda: "no text"

    def __reduce__(self):
        raise TypeError("it has a lambda")

def clip(samples, rate=16000):
    return Clip(pcm=numpy.asarray(samples).astype("<i2").tobytes(), sample_rate=rate)

def noise(count, slope):
    spectrum = numpy.fft.rfft(numpy.random.default_rng(0).normal(size=count))
    shaped = numpy.fft.irfft(spectrum * numpy.arange(1, len(spectrum) + 1) ** slope, count)
    return clip(8000 * shaped / abs(shaped).max())

def fail(way, right):
    samples = numpy.frombuffer(right.pcm, "<i2")
    if way == "hangs":
        time.sleep(600)
    elif way == "hangs in C":
        ctypes.PyDLL(None).sleep(600)  # without releasing the GIL
    elif way == "segfault":
        ctypes.string_at(0)
    elif way == "killed":
        os.kill(os.getpid(), signal.SIGKILL)
    elif way == "leaves":
        os._exit(0)
    elif way == "exits":
        sys.exit("enough")
    elif way == "nothing":
        return None
    elif way == "text":
        return "a sentence"
    elif way == "empty":
        return clip([])
    elif way == "silence":
        return clip(numpy.zeros(len(samples)))
    elif way == "white noise":
        return noise(len(samples), 0)
    elif way == "pink noise":
        return noise(len(samples), -0.5)
    elif way == "half":
        return clip(samples[: len(samples) // 2])
    elif way == "a tenth":
        return clip(samples[: len(samples) // 10])
    elif way == "tenfold":
        return clip(numpy.tile(samples, 10))
    elif way == "a third of the rate":
        return Clip(pcm=right.pcm, sample_rate=right.sample_rate // 3)
    elif way == "twice the rate":
        return Clip(pcm=right.pcm, sample_rate=right.sample_rate * 2)
    elif way == "a sixth of the rate":
        return Clip(pcm=right.pcm, sample_rate=right.sample_rate // 6)
    elif way == "thrice the rate":
        return Clip(pcm=right.pcm, sample_rate=right.sample_rate * 3)
    elif way == "no rate":
        return Clip(pcm=right.pcm, sample_rate=0)
    elif way == "odd":
        return Clip(pcm=right.pcm + b"x", sample_rate=right.sample_rate)
    elif way == "enormous":
        return Clip(pcm=bytes(1 << 28), sample_rate=right.sample_rate)
    elif way == "garbage":
        for handle in range(3, 40):
            try:
                os.write(handle, b"garbage, and more of it" * 20)
            except OSError:
                pass
    elif way == "closes":
        os.closerange(0, 40)
        time.sleep(600)
    elif way == "raises":
        raise ZeroDivisionError("of its own making")
    elif way == "own error":
        raise OwnError("out of paper")
    elif way == "unpicklable":
        return Clip(pcm=right.pcm, sample_rate=right.sample_rate, words=(lambda: None,))
    return right

class Faulty(ToneEngine):  # fails at the line about the heron; once only if ONCE names a flag file
    def synthesize(self, text, voice, rate):
        right = super().synthesize(text, voice, rate)
        if "heron stands" not in text:
            return right
        if way := os.environ["FAULT"]:
            flag = os.environ.get("ONCE")
            if not flag or not pathlib.Path(flag).exists():
                if flag:
                    pathlib.Path(flag).touch()
                return fail(way, right)
        return right

class Resampled(ToneEngine):  # has a different sample rate for every line, and declares it
    def synthesize(self, text, voice, rate):
        right = super().synthesize(text, voice, rate)
        times = 1 + len(text) % 3
        return clip(numpy.repeat(numpy.frombuffer(right.pcm, "<i2"), times), 16000 * times)
"""

WAYS = {
    "segfault": "its process ended with status -11",
    "killed": "its process ended with status -9",
    "leaves": "its process ended with status 0",
    "exits": "SystemExit: enough",
    "nothing": "NoneType instead of a clip",
    "text": "str instead of a clip",
    "empty": "no sound at all",
    "silence": "silence for",
    "white noise": "noise for",
    "pink noise": "noise for",
    "a tenth": "too short",
    "tenfold": "too long",
    "a sixth of the rate": "a sample rate of 2666",
    "thrice the rate": "too short",
    "no rate": "a sample rate of 0",
    "odd": "half a sample too many",
    "enormous": "bytes of sound",
    "garbage": "cannot be read",
    "closes": "has closed its pipe",
    "unpicklable": "times that are not of words",
    "raises": "ZeroDivisionError: of its own making",
    "own error": "OwnError: out of paper",
}
"""Ways to fail, and the message for each; an error that the engine raises itself is not retried."""

TEXT = (
    "The river has been low since May, and the eel traps at the weir hang a yard above the water. On the far bank a"
    " {} stands in the mud all day, as if it had been told that the fish would soon be back.\n\nNobody remembers"
    " such a summer. Boats wait below the gate for days, and in the evening all of them fly away.\n"
)


@pytest.fixture(autouse=True)
def engines(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install(tmp_path, monkeypatch, ENGINES, faulty="Faulty", resampled="Resampled")
    monkeypatch.setenv("FAULT", "")


@pytest.fixture
def birds(tmp_path: Path) -> Path:
    """Three short articles, one of them about a heron."""
    folder = tmp_path / "birds"
    folder.mkdir()
    for bird in ("crane", "heron", "stork"):
        (folder / f"{bird}.txt").write_text(f"The river and the {bird}\n\n{TEXT.format(bird)}", encoding="utf-8")
    return folder


LINE = line("On the far bank a heron stands in the mud all day.", engine="faulty")


@pytest.mark.parametrize("way", [*WAYS, "hangs", "hangs in C"])
def test_every_failure_of_an_engine_raises_an_engine_error_in_bounded_time(
    way: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, tally: Tally
) -> None:
    from audio_edition.speech.engine_process import client
    from audio_edition.speech.synthesizer import Synthesizer

    monkeypatch.setenv("FAULT", way)
    monkeypatch.setattr(client, "SPEAK_SECONDS", 0.5 if way.startswith("hangs") else 20)
    monkeypatch.setattr(client, "SECONDS_PER_CHARACTER", 0)
    with tally("an engine fails at a line"), Synthesizer() as synthesizer:
        start = time.monotonic()
        with pytest.raises(EngineError, match=WAYS.get(way, "no answer within")) as caught:
            list(synthesizer.speak([LINE]))
        assert time.monotonic() - start < 20
        assert "\n" not in str(caught.value)
        monkeypatch.setenv("FAULT", "")
    if way in {"exits", "raises", "own error"}:
        return
    monkeypatch.setenv("FAULT", way)
    monkeypatch.setenv("ONCE", str(tmp_path / "once"))
    with tally("an engine fails once at a line"), Synthesizer() as synthesizer:
        (spoken,) = synthesizer.speak([LINE])
        assert spoken.flaw
        assert (spoken.flaw.mended, spoken.flaw.passing) == (True, True)
        assert WAYS.get(way, "no answer within") in spoken.flaw.fault


@pytest.mark.parametrize("way", ["white noise", "own error"])
def test_the_other_articles_are_published_and_the_failed_one_is_named_with_its_reason(
    birds: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    monkeypatch.setenv("FAULT", way)
    options = ("--engine", "faulty", "--jobs", "2")
    code, stderr = wait_for_exit(start_build(birds, tmp_path / "out", *options))
    assert code == 7
    (reason,) = (line for line in stderr.splitlines() if line.startswith("  /"))
    assert reason.startswith(f"  {birds / 'heron.txt'}: engine faulty: ")
    assert WAYS[way] in reason
    assert "build again to try them once more" in stderr
    assert wait_for_exit(start_tool("check", tmp_path / "out"))[0] == 0
    report = json.loads((tmp_path / "out" / "report.json").read_text())
    assert [article["id"] for article in report["articles"]] == ["crane", "stork"]
    monkeypatch.setenv("FAULT", "")
    assert wait_for_exit(start_build(birds, tmp_path / "out", *options)) == (0, "")


def test_a_line_that_failed_once_is_published_and_its_flaw_is_reported_once(
    birds: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FAULT", "segfault")
    monkeypatch.setenv("ONCE", str(tmp_path / "once"))

    def flaws(*options: str) -> list[str]:
        assert wait_for_exit(start_build(birds, tmp_path / "out", "--engine", "faulty", *options)) == (0, "")
        articles = json.loads((tmp_path / "out" / "report.json").read_text())["articles"]
        return [flaw["fault"] for article in articles for flaw in article["flaws"]]

    assert flaws() == ["engine faulty: its process ended with status -11"]
    assert flaws("--title", "Another") == []


@pytest.mark.parametrize(
    ("way", "once"),
    [("half", True), ("a third of the rate", True), ("a third of the rate", False), ("twice the rate", False)],
)
def test_a_line_that_takes_half_or_thrice_its_time_is_noticed_in_a_single_short_article(
    birds: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, way: str, once: bool
) -> None:
    monkeypatch.setenv("FAULT", way)
    if once:
        monkeypatch.setenv("ONCE", str(tmp_path / "once"))
    options = ("--engine", "faulty", "--episodes", "article")
    assert wait_for_exit(start_build(birds / "heron.txt", tmp_path / "out", *options)) == (0, "")
    (article,) = json.loads((tmp_path / "out" / "report.json").read_text())["articles"]
    (flaw,) = article["flaws"]
    assert ("heron" in flaw["text"], "takes" in flaw["fault"], flaw["mended"]) == (True, True, once)
    assert wait_for_exit(start_tool("check", tmp_path / "out"))[0] == (0 if once else 6)


def test_an_engine_may_change_its_sample_rate_with_every_line(birds: Path, tmp_path: Path) -> None:
    assert wait_for_exit(start_build(birds, tmp_path / "out", "--engine", "resampled")) == (0, "")
    assert wait_for_exit(start_tool("check", tmp_path / "out"))[0] == 0


def noise(slope: float, rate: int, seconds: float, beat: float) -> Clip:
    """Return noise whose amplitude grows with frequency to the power of `slope`, pulsing `beat` times a second."""
    count = int(rate * seconds)
    spectrum = np.fft.rfft(np.random.default_rng(7).normal(size=count))
    samples = np.fft.irfft(spectrum * np.arange(1.0, len(spectrum) + 1) ** slope, count)
    samples *= 0.55 + 0.45 * np.sin(2 * np.pi * beat * np.arange(count) / rate)
    return Clip(pcm=(samples / np.abs(samples).max() * 12000).astype("<i2").tobytes(), sample_rate=rate)


@pytest.mark.parametrize("rate", [16_000, 22_050, 24_000, 44_100])
@pytest.mark.parametrize("slope", [0.5, 0, -0.5, -1])
def test_noise_of_every_colour_is_recognised(rate: int, slope: float) -> None:
    for beat in (0, 4):
        assert is_noise(samples_of(noise(slope, rate, 2, beat)), rate)


WORDS = (
    "Six.",
    "Yes.",
    "No, sir.",
    "Shh! Psst, Sis, hush!",
    "I M F.",
    "The wall is too low.",
    "Why gulls can count.",
)


@pytest.mark.parametrize(
    ("engine", "voices"),
    [
        ("pyttsx3", ["gmw/en", "gmw/en+whisper", "gmw/en+whisperf", "gmw/en+croak", "gmw/de", "roa/fr", "zlw/pl"]),
        ("hibari", ["heart"]),
        ("tone", ["low", "high"]),
    ],
)
def test_speech_is_not_taken_for_noise_even_when_whispered_or_hissed(engine: str, voices: list[str]) -> None:
    process = EngineProcess(engine)
    try:
        for voice in voices:
            for rate in (100, 175, 400):
                for text in WORDS:
                    clip = process.synthesize(text, voice, rate)
                    assert not is_noise(samples_of(clip), clip.sample_rate), (voice, rate, text)
    finally:
        process.close()


def test_speech_with_swapped_bytes_is_recognised_as_noise() -> None:
    process = EngineProcess("pyttsx3")
    try:
        clip = process.synthesize("Boats wait below the gate for days, in the shade.", "gmw/en", 175)
    finally:
        process.close()
    assert is_noise(samples_of(clip).byteswap(), clip.sample_rate)
