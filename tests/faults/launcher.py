"""The command line, imported once and forked for every line of stdin, so that hundreds of builds start fast.

A line is JSON: the arguments and the file for the output. The answer is the exit code as `subprocess` gives it.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path


def main() -> None:
    """Answer requests until stdin ends; a child process exits as the command does."""
    from audio_edition import cli
    from audio_edition.build import stages
    from audio_edition.cli import add, build, script, segment
    from audio_edition.recording import worker
    from audio_edition.verification import check

    assert all((add, build, script, segment, stages, check, worker))
    for line in sys.stdin:
        request = json.loads(line)
        child = os.fork()
        if not child:
            _detach(Path(request["output"]))
            sys.argv[1:] = request["arguments"]
            cli.run()
        _, status = os.waitpid(child, 0)
        sys.stdout.write(f"{os.waitstatus_to_exitcode(status)}\n")
        sys.stdout.flush()


def _detach(output: Path) -> None:
    """Start a new process group, as a shell does for a command, and redirect the output to a file."""
    os.setsid()
    out = os.open(output, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    for stream in (1, 2):
        os.dup2(out, stream)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)


if __name__ == "__main__":
    main()
