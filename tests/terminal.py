"""Commands whose output goes to a pseudo-terminal."""

from __future__ import annotations

import os
import pty
import subprocess
from pathlib import Path


def on_terminal(*command: str | Path, stdout: int | None = None) -> tuple[int, str]:
    """Return the status of a command and what it writes to a terminal: stderr, and stdout unless redirected."""
    controller, terminal = pty.openpty()
    out = terminal if stdout is None else stdout
    with subprocess.Popen([*map(str, command)], stdin=subprocess.DEVNULL, stdout=out, stderr=terminal) as process:
        os.close(terminal)
        written = b""
        try:
            while part := os.read(controller, 65536):
                written += part
        except OSError:  # Linux reports that the other end is closed
            pass
    os.close(controller)
    return process.returncode, written.decode()
