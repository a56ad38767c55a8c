"""Two builds into one output: the second says so, unless the first has died."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from tests.build.test_build import hashes
from tests.engines import install
from tests.faults.processes import begin, build, ended

SLOW = """
import os, time
from audio_edition.speech.engines.tone import ToneEngine

class Slow(ToneEngine):
    def synthesize(self, text, voice, rate):
        if "been the talk" in text and os.environ["SLOW"]:
            open(os.environ["BEGUN"], "a").close()
            time.sleep(2)
        return super().synthesize(text, voice, rate)
"""


@pytest.fixture
def begun(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Is there when the first build speaks its articles."""
    install(tmp_path, monkeypatch, SLOW, slow="Slow")
    monkeypatch.setenv("BEGUN", str(tmp_path / "begun"))
    monkeypatch.setenv("SLOW", "1")
    return tmp_path / "begun"


def await_file(file: Path) -> None:
    until = time.monotonic() + 60
    while not file.exists() and time.monotonic() < until:
        time.sleep(0.01)


@pytest.mark.slow
def test_the_second_says_at_once_that_another_is_writing_and_spoils_nothing(
    issue: Path, tmp_path: Path, begun: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out"
    first = build(issue, out, "--engine", "slow", "--jobs", "1")
    await_file(begun)
    code, said = ended(build(issue, out, "--engine", "tone"))
    assert (code, f"{out}: another build is writing here" in said) == (6, True)
    assert first.poll() is None
    assert ended(first) == (0, "")
    monkeypatch.setenv("SLOW", "")
    assert ended(build(issue, tmp_path / "alone", "--engine", "slow")) == (0, "")
    assert hashes(out) == hashes(tmp_path / "alone")


def test_the_lock_of_a_build_that_was_killed_is_in_nobodys_way(issue: Path, tmp_path: Path, begun: Path) -> None:
    out = tmp_path / "out"
    first = build(issue, out, "--engine", "slow", "--jobs", "1")
    await_file(begun)
    first.kill()
    first.communicate()
    assert (out / ".audio-edition.lock").exists()
    assert ended(build(issue, out, "--engine", "tone")) == (0, "")
    assert list(out.glob(".staging-*")) == []
    assert ended(begin("check", out))[0] == 0
