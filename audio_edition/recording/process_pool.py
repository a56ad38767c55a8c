"""Worker processes of this machine. They end on request, and when the process of the build has ended."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
import time
from collections.abc import Mapping
from concurrent.futures import ProcessPoolExecutor
from contextlib import suppress
from multiprocessing import forkserver
from multiprocessing.connection import wait
from multiprocessing.context import BaseContext

from audio_edition.recording import worker
from audio_edition.recording.signals import defer_signals, unblock_signals

_EXIT_SECONDS = 1.0
"""The time a worker gets to end its engines."""


class WorkerPool(ProcessPoolExecutor):
    """A `ProcessPoolExecutor` of `count` workers that can be killed in the middle of a job."""

    def __init__(self, count: int) -> None:
        super().__init__(count, _choose_context(), initializer=_initialize_worker, initargs=(dict(os.environ),))

    @property
    def has_lost_worker(self) -> bool:
        """True if a worker has ended unexpectedly."""
        return any(not process.is_alive() for process in list(self._processes.values()))

    def kill(self) -> None:
        """End all workers at once: SIGTERM first, SIGKILL after a second. Jobs under way are lost."""
        processes = list((self._processes or {}).values())
        for process in processes:
            process.terminate()
        left = {process.sentinel: process for process in processes}
        until = time.monotonic() + _EXIT_SECONDS
        while left and (seconds := until - time.monotonic()) > 0:
            for ended in wait(list(left), seconds):
                del left[ended]  # type: ignore[arg-type]
        for process in left.values():
            process.kill()
        self._close_result_pipe()
        self.shutdown(wait=True)

    def _close_result_pipe(self) -> None:
        """Close our own writing end of the pipe of results.

        A worker that dies while it writes a result leaves half of it in the pipe. As long as any process holds the
        writing end open, the pool waits for the other half.
        """
        if self._result_queue is not None:
            self._result_queue._writer.close()  # type: ignore[attr-defined]  # noqa: SLF001 - the class offers no public way


def _choose_context() -> BaseContext:
    """Return the multiprocessing context: forkserver on Linux, spawn elsewhere.

    The fork server has imported only what all workers need, so that workers start fast and share memory. macOS has
    libraries that do not survive a fork, and Windows has no forks. Spawn is also the fallback where the fork server
    cannot create its socket: all temporary folders are full, or their path is too long for a socket.
    """
    if sys.platform == "linux":
        forkserver.set_forkserver_preload([worker.__name__])
        with suppress(OSError), defer_signals(begins_processes=True):
            forkserver.ensure_running()
            return multiprocessing.get_context("forkserver")
    return multiprocessing.get_context("spawn")


def _initialize_worker(environment: Mapping[str, str]) -> None:
    """Set a new worker up: it ignores Ctrl-C, which the parent handles, and exits on SIGTERM or with its parent.

    It takes the parent's environment, which may have changed since the fork server started.
    """
    os.environ.clear()
    os.environ.update(environment)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, lambda _number, _frame: _exit_worker())
    unblock_signals()
    threading.Thread(target=_exit_with_parent, daemon=True).start()


def _exit_with_parent() -> None:
    """Wait until the parent has ended, then exit. A parent that is killed cannot tell its workers."""
    if parent := multiprocessing.parent_process():
        wait([parent.sentinel])
        _exit_worker()


def _exit_worker() -> None:
    worker.kill_engines()
    os._exit(1)
