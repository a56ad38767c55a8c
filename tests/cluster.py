"""A Dask cluster on this machine: a scheduler and workers, each a process with its own cache."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

_START_SECONDS = 60


class Cluster:
    """A scheduler and its workers, with their files in `folder`; closing `stack` ends all of them."""

    def __init__(self, folder: Path, stack: ExitStack) -> None:
        self._folder = folder
        self._file = folder / "scheduler.json"
        self._stack = stack
        self.workers: list[subprocess.Popen[bytes]] = []
        self.scheduler = self._start("scheduler", "--host", "127.0.0.1", "--port", "0")

    @property
    def address(self) -> str:
        """Address of the scheduler; waits until it listens."""
        _wait(lambda: self._file.exists() and self._file.stat().st_size > 0, "the scheduler does not start")
        return str(json.loads(self._file.read_text())["address"])

    def start_worker(self, **variables: str) -> None:
        """Start another worker with these variables in its environment."""
        self.workers.append(self._start("worker", "--nthreads", "1", "--no-nanny", **variables))

    def await_workers(self) -> None:
        """Wait until the logs of all workers say that they have registered; a Dask client would leave threads."""
        logs = [self._folder / f"process{number}-worker" / "log" for number in range(len(self.workers))]
        _wait(lambda: all("Registered to" in log.read_text() for log in logs), "the workers do not register")

    def _start(self, *command: str, **variables: str) -> subprocess.Popen[bytes]:
        folder = self._folder / f"process{len(self.workers)}-{command[0]}"
        folder.mkdir()
        with (folder / "log").open("wb") as log:
            process = subprocess.Popen(
                [sys.executable, "-m", "dask", *command, "--no-dashboard", "--scheduler-file", str(self._file)],
                cwd=folder,
                env=os.environ | {"AUDIO_EDITION_CACHE": str(folder / "cache")} | variables,
                stdout=log,
                stderr=log,
            )
        self._stack.callback(process.wait)
        self._stack.callback(process.kill)
        return process


def _wait(condition: Callable[[], bool], message: str) -> None:
    deadline = time.monotonic() + _START_SECONDS
    while not condition():
        if time.monotonic() > deadline:
            raise TimeoutError(message)
        time.sleep(0.05)


@contextmanager
def run_scheduler(folder: Path) -> Iterator[Cluster]:
    """Run a scheduler without workers."""
    with ExitStack() as stack:
        yield Cluster(folder, stack)
