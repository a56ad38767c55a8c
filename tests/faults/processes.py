"""The tool in processes of its own, for tests of what befalls them."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

FACTOR = int(os.environ.get("AUDIO_EDITION_FAULTS", "1"))
"""How much longer than in CI such tests go on."""


def begin(*arguments: str | Path, prefix: Sequence[str] = (), **options: Any) -> subprocess.Popen[str]:
    """The tool, running, by way of the command before it; what it says can be read from its pipes."""
    return subprocess.Popen(
        [*prefix, sys.executable, "-m", "audio_edition", *map(str, arguments)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        **options,
    )


def ended(process: subprocess.Popen[str], seconds: float = 120) -> tuple[int, str]:
    """Its exit code and what it said on stderr."""
    _, said = process.communicate(timeout=seconds)
    return process.returncode, said


def build(articles: Path, output: Path, *options: str, **others: Any) -> subprocess.Popen[str]:
    """A build of an issue whose date is known, running; by one worker if nobody says how many."""
    usual = ("-q", "--date", "2026-11-21", "--jobs", "1")
    return begin("build", articles, "-o", output, *usual, *options, **others)
