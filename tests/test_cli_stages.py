"""What a build shows on a terminal while it works."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from audio_edition.cli.build_progress import format_progress
from audio_edition.progress import Stage, StageProgress
from tests.terminal import on_terminal


def on_a_terminal(*command: str | Path) -> str:
    """What a command writes to stderr when that is a terminal, without what moves the cursor."""
    status, written = on_terminal(*command, stdout=subprocess.DEVNULL)
    assert status == 0
    return re.sub(r"\x1b\[[\d?]*[a-zA-Z]", "", written)


def test_a_line_a_stage_with_what_was_made(issue: Path, tmp_path: Path) -> None:
    command = (sys.executable, "-m", "audio_edition", "build", issue, "-o", tmp_path / "out", "--engine", "tone")
    shown = on_a_terminal(*command)
    assert "3 articles, 6 paragraphs spoken, 0 blocks dropped\r\nRead by" in shown
    lines = [line.rstrip("\r").split("\r")[-1] for line in shown.split("\n") if "[#" in line]
    assert [line.split()[0] for line in lines] == ["Reading", "Auditions", "Speaking", "Writing"]
    assert all("100%" in line for line in lines)
    assert re.search(r"\d:\d\d of sound, \d+ × real time", lines[2])
    again = on_a_terminal(*command, "--title", "Another", "--quiet")
    assert again == ""


@pytest.mark.parametrize(
    ("done", "seconds", "elapsed", "words"),
    [
        (0, 0.0, 5.0, ""),
        (250, 90.0, 1.0, "1:30 of sound, 90 × real time"),
        (250, 90.0, 10.0, "1:30 of sound, 9 × real time, 0:30 left"),
        (1000, 360.0, 40.0, "6:00 of sound, 9 × real time"),
    ],
)
def test_the_time_left_is_told_once_it_is_known(done: int, seconds: float, elapsed: float, words: str) -> None:
    assert (
        format_progress(StageProgress(stage=Stage.SPEAKING, done=done, total=1000, seconds=seconds), elapsed)
        == words
    )
