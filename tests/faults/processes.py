"""The tool in processes of its own, for tests that stop, kill or disturb it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

FACTOR = int(os.environ.get("AUDIO_EDITION_FAULTS", "1"))
"""How many times as many cases are tried as in CI."""


def start_tool(*arguments: str | Path, prefix: Sequence[str] = (), **options: Any) -> subprocess.Popen[str]:
    """Start the tool, through the command `prefix` if there is one, with pipes for its output."""
    return subprocess.Popen(
        [*prefix, sys.executable, "-m", "audio_edition", *map(str, arguments)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        **options,
    )


def wait_for_exit(process: subprocess.Popen[str], seconds: float = 120) -> tuple[int, str]:
    """Wait for a process; return its exit code and its stderr."""
    _, stderr = process.communicate(timeout=seconds)
    return process.returncode, stderr


def start_build(articles: Path, output: Path, *options: str, **others: Any) -> subprocess.Popen[str]:
    """Start a build of an issue with a fixed date and, unless the options differ, one worker."""
    usual = ("-q", "--date", "2026-11-21", "--jobs", "1")
    return start_tool("build", articles, "-o", output, *usual, *options, **others)
