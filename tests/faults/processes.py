"""The tool in processes of its own, for tests of what befalls them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

FACTOR = int(os.environ.get("AUDIO_EDITION_FAULTS", "1"))
"""How much longer than in CI such tests go on."""


def begin(*arguments: str | Path, **options: object) -> subprocess.Popen[str]:
    """The tool, running; what it says can be read from its pipes."""
    return subprocess.Popen(  # type: ignore[call-overload,no-any-return]
        [sys.executable, "-m", "audio_edition", *map(str, arguments)],
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


def build(articles: Path, output: Path, *options: str, **others: object) -> subprocess.Popen[str]:
    """A build of an issue whose date is known, running."""
    return begin("build", articles, "-o", output, "-q", "--date", "2026-11-21", *options, **others)
