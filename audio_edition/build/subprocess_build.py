"""A build in a process of its own, which does not outlive whoever waits for it."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from audio_edition import config
from audio_edition.build import up_to_date
from audio_edition.errors import IncompleteEditionError
from audio_edition.progress import format_count

_POLL_SECONDS = 0.1
_CLEANUP_SECONDS = 3
"""What a build gets to put its things away."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildOutcome:
    """What a build has done, in one line."""

    is_published: bool
    line: str


class SubprocessBuilder:
    """Builds `articles` into `output` as `audio-edition build` does; without a config file, with the one found."""

    def __init__(self, articles: Sequence[Path], output: Path, config_file: Path | None = None) -> None:
        self.articles = tuple(articles)
        self.output = output
        self._config_file = config_file

    @property
    def settings_file(self) -> Path | None:
        """The edition.toml that the next build uses."""
        return self._config_file or config.find_file(self.articles)

    def build(self) -> int:
        """Build, with all that `build` shows on stderr; its exit code."""
        with self._run_build(stderr=None) as process:
            return process.wait()

    def rebuild(self, stopped: threading.Event) -> BuildOutcome | None:
        """Build and show nothing; None if it is stopped meanwhile. Raises OSError if there can be no process."""
        before = up_to_date.list_file_states(self.output)
        with tempfile.TemporaryFile() as said, self._run_build("--quiet", stderr=said) as process:
            while process.poll() is None:
                if stopped.wait(_POLL_SECONDS):
                    return None
            said.seek(0)
            return self._read_outcome(process.returncode, said.read().decode(errors="replace"), before)

    @contextmanager
    def _run_build(self, *options: str, stderr: IO[bytes] | None) -> Iterator[subprocess.Popen[bytes]]:
        """The process, which has ended afterwards; Ctrl-C on the terminal reaches it only through us."""
        settings = ["--config", str(self._config_file)] if self._config_file else []
        places = ["-o", str(self.output), "--", *map(str, self.articles)]
        process = subprocess.Popen(  # noqa: S603 - our own command, no shell
            [sys.executable, "-m", "audio_edition", "build", *options, *settings, *places],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=stderr,
            start_new_session=True,
        )
        try:
            yield process
        finally:
            _stop_process(process)

    def _read_outcome(self, code: int, said: str, before: dict[str, list[int]]) -> BuildOutcome:
        if code not in {0, IncompleteEditionError.exit_code}:
            return BuildOutcome(is_published=False, line=f"not built, the edition stays: {_find_error(said, code)}")
        report = json.loads((self.output / "report.json").read_text(encoding="utf-8"))
        is_new = up_to_date.list_file_states(self.output) != before
        made = ", ".join(format_count(len(report[f"{noun}s"]), noun) for noun in ("article", "episode"))
        missing = "".join(f"; without {failure['error']}" for failure in report["failures"])
        return BuildOutcome(
            is_published=True, line=(f"built: {made}" if is_new else "nothing has changed") + missing
        )


def _find_error(said: str, code: int) -> str:
    """The build's error, or the last it said."""
    lines = [line for line in said.splitlines() if line.strip()] or [f"the build ended with status {code}"]
    error = next((line for line in lines if line.startswith("error: ")), lines[-1])
    return error.removeprefix("error: ")


def _stop_process(process: subprocess.Popen[bytes]) -> None:
    """Have a process put its things away and end; if that takes too long, it ends with its children."""
    if process.poll() is not None:
        return
    if hasattr(os, "killpg"):
        process.send_signal(signal.SIGINT)
        with suppress(subprocess.TimeoutExpired):
            process.wait(_CLEANUP_SECONDS)
            return
        os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
    process.wait()
