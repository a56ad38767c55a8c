"""Builds in a process of its own, which ends when the caller stops waiting for it."""

from __future__ import annotations

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
from audio_edition.podcast.build_report import FILE_NAME, read_report
from audio_edition.progress import format_count

_POLL_SECONDS = 0.1
_CLEANUP_SECONDS = 3
"""Time that a build gets to clean up after an interrupt."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildOutcome:
    """The outcome of a build in one line."""

    is_published: bool
    line: str


class SubprocessBuilder:
    """Builds `articles` into `output` with `audio-edition build`; without `config_file` it looks for one."""

    def __init__(self, articles: Sequence[Path], output: Path, config_file: Path | None = None) -> None:
        self.articles = tuple(articles)
        self.output = output
        self._config_file = config_file

    @property
    def settings_file(self) -> Path | None:
        """The edition.toml that the next build uses."""
        return self._config_file or config.find_file(self.articles)

    def build(self) -> int:
        """Build with the usual output on stderr and return the exit code."""
        with self._run_build(stderr=None) as process:
            return process.wait()

    def rebuild(self, stopped: threading.Event) -> BuildOutcome | None:
        """Build without output and return the outcome; None if `stopped` is set meanwhile.

        Raises OSError if the process cannot be started, PublishError if the report cannot be read.
        """
        before = up_to_date.list_file_states(self.output)
        with tempfile.TemporaryFile() as log, self._run_build("--quiet", stderr=log) as process:
            while process.poll() is None:
                if stopped.wait(_POLL_SECONDS):
                    return None
            log.seek(0)
            return self._read_outcome(process.returncode, log.read().decode(errors="replace"), before)

    @contextmanager
    def _run_build(self, *options: str, stderr: IO[bytes] | None) -> Iterator[subprocess.Popen[bytes]]:
        """Yield the process of a build and end it afterwards. It does not get the terminal's Ctrl-C itself."""
        settings = ["--config", str(self._config_file)] if self._config_file else []
        arguments = ["-o", str(self.output), "--", *map(str, self.articles)]
        process = subprocess.Popen(  # noqa: S603 - our own command, no shell
            [sys.executable, "-m", "audio_edition", "build", *options, *settings, *arguments],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=stderr,
            start_new_session=True,
        )
        try:
            yield process
        finally:
            _stop_process(process)

    def _read_outcome(self, code: int, log: str, before: dict[str, list[int]]) -> BuildOutcome:
        if code not in {0, IncompleteEditionError.exit_code}:
            return BuildOutcome(is_published=False, line=f"not built, the edition stays: {_find_error(log, code)}")
        report = read_report(self.output / FILE_NAME)
        is_new = up_to_date.list_file_states(self.output) != before
        counts = ", ".join(
            (format_count(len(report.articles), "article"), format_count(len(report.episodes), "episode"))
        )
        missing = "".join(f"; without {failure.error}" for failure in report.failures)
        return BuildOutcome(
            is_published=True, line=(f"built: {counts}" if is_new else "nothing has changed") + missing
        )


def _find_error(log: str, code: int) -> str:
    """Return the error in the output of a build, or its last line."""
    lines = [line for line in log.splitlines() if line.strip()] or [f"the build ended with status {code}"]
    error = next((line for line in lines if line.startswith("error: ")), lines[-1])
    return error.removeprefix("error: ")


def _stop_process(process: subprocess.Popen[bytes]) -> None:
    """Interrupt a process so that it cleans up; kill it with its children if that takes too long."""
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
