"""Two builds into one output folder: the second one is refused unless the first one has died."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from tests.build.test_build import hashes
from tests.engines import install
from tests.faults.processes import start_build, start_tool, wait_for_exit

SLOW = """
import os, time
from audio_edition.speech.engines.tone import ToneEngine

class Slow(ToneEngine):
    def synthesize(self, text, voice, rate):
        if "been the talk" in text and os.environ["SLOW"]:
            open(os.environ["STARTED"], "a").close()
            time.sleep(2)
        return super().synthesize(text, voice, rate)
"""


@pytest.fixture
def started(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file that exists once the first build speaks its articles."""
    install(tmp_path, monkeypatch, SLOW, slow="Slow")
    monkeypatch.setenv("STARTED", str(tmp_path / "started"))
    monkeypatch.setenv("SLOW", "1")
    return tmp_path / "started"


def wait_for_file(file: Path) -> None:
    deadline = time.monotonic() + 60
    while not file.exists() and time.monotonic() < deadline:
        time.sleep(0.01)


@pytest.mark.slow
def test_a_second_build_is_refused_at_once_and_does_not_harm_the_first(
    issue: Path, tmp_path: Path, started: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out"
    first = start_build(issue, out, "--engine", "slow", "--jobs", "1")
    wait_for_file(started)
    code, stderr = wait_for_exit(start_build(issue, out, "--engine", "tone"))
    assert (code, f"{out}: another build is writing here" in stderr) == (6, True)
    assert first.poll() is None
    assert wait_for_exit(first) == (0, "")
    monkeypatch.setenv("SLOW", "")
    assert wait_for_exit(start_build(issue, tmp_path / "alone", "--engine", "slow")) == (0, "")
    assert hashes(out) == hashes(tmp_path / "alone")


def test_the_lock_of_a_killed_build_does_not_block_the_next_one(issue: Path, tmp_path: Path, started: Path) -> None:
    out = tmp_path / "out"
    first = start_build(issue, out, "--engine", "slow", "--jobs", "1")
    wait_for_file(started)
    first.kill()
    first.communicate()
    assert (out / ".audio-edition.lock").exists()
    assert wait_for_exit(start_build(issue, out, "--engine", "tone")) == (0, "")
    assert list(out.glob(".staging-*")) == []
    assert wait_for_exit(start_tool("check", out))[0] == 0
