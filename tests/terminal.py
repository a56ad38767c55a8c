"""Commands whose output is a terminal."""

from __future__ import annotations

import os
import pty
import subprocess
from pathlib import Path


def on_terminal(*command: str | Path, stdout: int | None = None) -> tuple[int, str]:
    """The status of a command, and what it writes to a terminal: stderr, and stdout if that goes nowhere else."""
    ours, theirs = pty.openpty()
    out = theirs if stdout is None else stdout
    with subprocess.Popen([*map(str, command)], stdin=subprocess.DEVNULL, stdout=out, stderr=theirs) as process:
        os.close(theirs)
        written = b""
        try:
            while part := os.read(ours, 65536):
                written += part
        except OSError:  # how Linux says that the other end is closed
            pass
    os.close(ours)
    return process.returncode, written.decode()
