"""`check --listen`: real speech, transcribed by the real recogniser."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from audio_edition import config
from audio_edition.build.stages import build
from audio_edition.cli.recognition_report import print_summary
from audio_edition.errors import EngineError
from audio_edition.speech import recognizer
from audio_edition.verification.asr_segments import MIN_ERROR_RUN
from audio_edition.verification.check import check
from audio_edition.verification.recognition import recognize_edition
from tests.engines import install
from tests.test_project import run_with_network_log

ARTICLE = """The wall is too low

The council met on Tuesday to talk about the sea wall, which was built by hand in 1911, and it agreed to spend £3.5m
on a new one. The mayor said that the money would be found within a year. Nobody who was there believed him.

The old wall will stay where it is until the spring. Fishermen have asked for a gate in it.
"""
CLAUSE = ", which was built by hand in nineteen eleven,"
ENGINES = f"""
from audio_edition.speech.engines.pyttsx3 import Pyttsx3Engine

CLAUSE = {CLAUSE!r}

class Swallowing(Pyttsx3Engine):
    name = "swallowing"

    def pronounce(self, text, voice, rate, pronunciations):
        return super().pronounce(text.replace(CLAUSE, ""), voice, rate, ())

class Doubling(Pyttsx3Engine):
    name = "doubling"

    def pronounce(self, text, voice, rate, pronunciations):
        return super().pronounce(text.replace(CLAUSE, CLAUSE + CLAUSE), voice, rate, ())
"""
BuildArticle = Callable[..., Path]


@pytest.fixture
def build_article(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> BuildArticle:
    """Build the article with an engine, an installed one or one of ENGINES, and return the output folder."""
    install(tmp_path, monkeypatch, ENGINES, swallowing="Swallowing", doubling="Doubling")
    folder = tmp_path / "issue"
    folder.mkdir()
    (folder / "wall.txt").write_text(ARTICLE, encoding="utf-8")

    def run(engine: str, episodes: str = "article") -> Path:
        options = {"engine": engine, "jobs": 1, "date": "2026-11-21", "episodes": episodes}
        output = tmp_path / engine
        build([folder], output, config.load(None, options))
        assert check(output).problems == ()
        return output

    return run


def test_a_sound_edition_has_no_problems_and_few_word_errors(
    build_article: BuildArticle, capsys: pytest.CaptureFixture[str]
) -> None:
    steps: list[tuple[int, int]] = []
    result = recognize_edition(build_article("pyttsx3"), lambda done, total: steps.append((done, total)))
    assert [each for each in result.findings if each.is_problem] == []
    assert result.words > 70
    assert result.wer < 0.2
    assert steps == sorted(steps)
    assert 0 < steps[-1][0] <= steps[-1][1]
    print_summary(result)
    assert (
        f"Listened to {result.words} words; {result.wer:.1%} of them sound different\n" in capsys.readouterr().err
    )


@pytest.mark.slow
def test_a_clause_that_is_spoken_twice_is_found(build_article: BuildArticle) -> None:
    (found,) = (
        each
        for each in recognize_edition(build_article("doubling"), lambda _done, _total: None).findings
        if each.is_problem
    )
    assert found.added >= 7
    assert found.heard.count("built") == 2


@pytest.mark.slow
def test_the_command_reports_a_missing_clause_and_uses_no_network(
    build_article: BuildArticle, tmp_path: Path
) -> None:
    reached, done = run_with_network_log(
        tmp_path, "check", "--listen", "--json", build_article("swallowing", "edition")
    )
    assert (done.returncode, reached) == (6, "")
    assert "edition-2026-11-21 at 0:" in done.stderr
    assert "words are missing" in done.stderr
    assert f"{CLAUSE} and it agreed" in done.stderr
    listened = json.loads(done.stdout)["listened"]
    assert listened["words"] > 70
    assert 0 < listened["wer"] < 0.4
    (found,) = (each for each in listened["findings"] if each["problem"])
    assert found["missing"] >= max(7, MIN_ERROR_RUN)
    assert CLAUSE in found["said"]
    assert "built" not in found["heard"]
    assert "council met on tuesday" in found["heard"]


def test_without_the_recogniser_everything_else_is_checked(build_article: BuildArticle) -> None:
    done = run_command("sys.modules['faster_whisper'] = None;", "check", "--listen", build_article("pyttsx3"))
    assert done.returncode == 0
    assert done.stderr == "not listened to: pip install 'audio-edition[check]' brings the recogniser\n"
    assert "every paragraph" in done.stdout


def run_command(first: str, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    code = f"import sys; {first} from audio_edition.cli import run; run()"
    return subprocess.run(
        [sys.executable, "-c", code, *map(str, arguments)], check=False, capture_output=True, text=True
    )


@pytest.mark.slow
def test_the_weights_are_joined_once_and_again_if_they_are_damaged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("platformdirs.user_cache_path", lambda name: tmp_path / name)
    recognizer.Recognizer()
    model = tmp_path / "audio-edition" / "whisper-base" / "model.bin"
    joined = model.stat()
    recognizer.Recognizer()
    assert model.stat().st_mtime_ns == joined.st_mtime_ns
    with model.open("r+b") as file:
        file.write(b"broken")
    recognizer.Recognizer()
    assert model.stat().st_size == joined.st_size
    assert model.read_bytes()[:6] != b"broken"
    model.unlink()  # 145 MB need not stay


def test_weights_with_another_digest_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("platformdirs.user_cache_path", lambda name: tmp_path / name)
    monkeypatch.setattr(recognizer, "_SHA256", "0" * 64)
    with pytest.raises(EngineError, match="other weights"):
        recognizer.Recognizer()
    assert not list(tmp_path.rglob("model.bin"))
