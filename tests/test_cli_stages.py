"""The progress that a build shows on a terminal."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from audio_edition.cli.build_progress import format_progress
from audio_edition.progress import Stage, StageProgress
from tests.terminal import on_terminal


def stderr_on_terminal(*command: str | Path) -> str:
    """Return what a command writes to stderr on a terminal, without sequences that move the cursor."""
    status, written = on_terminal(*command, stdout=subprocess.DEVNULL)
    assert status == 0
    return re.sub(r"\x1b\[[\d?]*[a-zA-Z]", "", written)


def test_a_build_shows_one_progress_line_per_stage_with_its_result(issue: Path, tmp_path: Path) -> None:
    command = (sys.executable, "-m", "audio_edition", "build", issue, "-o", tmp_path / "out", "--engine", "tone")
    shown = stderr_on_terminal(*command)
    assert "3 articles, 6 paragraphs spoken, 0 blocks dropped\r\nRead by" in shown
    lines = [line.rstrip("\r").split("\r")[-1] for line in shown.split("\n") if "[#" in line]
    assert [line.split()[0] for line in lines] == ["Reading", "Auditions", "Speaking", "Writing"]
    assert all("100%" in line for line in lines)
    assert re.search(r"\d:\d\d of sound, \d+ × real time", lines[2])
    again = stderr_on_terminal(*command, "--title", "Another", "--quiet")
    assert again == ""


@pytest.mark.parametrize(
    ("done", "seconds", "elapsed", "text"),
    [
        (0, 0.0, 5.0, ""),
        (250, 90.0, 1.0, "1:30 of sound, 90 × real time"),
        (250, 90.0, 10.0, "1:30 of sound, 9 × real time, 0:30 left"),
        (1000, 360.0, 40.0, "6:00 of sound, 9 × real time"),
    ],
)
def test_the_remaining_time_is_shown_once_it_can_be_estimated(
    done: int, seconds: float, elapsed: float, text: str
) -> None:
    assert (
        format_progress(StageProgress(stage=Stage.SPEAKING, done=done, total=1000, seconds=seconds), elapsed)
        == text
    )
