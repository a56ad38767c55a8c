"""The workers of this machine: processes that end when they are told to, and when whoever hired them has gone."""

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
"""What a worker gets to end its engines."""


class WorkerPool(ProcessPoolExecutor):
    """So many processes, begun when they are needed."""

    def __init__(self, count: int) -> None:
        super().__init__(count, _choose_context(), initializer=_initialize_worker, initargs=(dict(os.environ),))

    @property
    def has_lost_worker(self) -> bool:
        """Whether a process has ended, though nobody told it to."""
        return any(not process.is_alive() for process in list(self._processes.values()))

    def kill(self) -> None:
        """End them at once, whatever is under way."""
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
        """Close our own end of where the answers come from.

        A process that dies in the middle of an answer otherwise leaves the pool waiting for the rest of it, as long
        as anybody might write there.
        """
        if self._result_queue is not None:
            self._result_queue._writer.close()  # type: ignore[attr-defined]  # noqa: SLF001 - there is no other way


def _choose_context() -> BaseContext:
    """How processes begin: on Linux as forks of one that has imported what all of them need, and nothing else.

    macOS has libraries that do not survive a fork, Windows has no forks. Nor is there that one where its socket can
    lie in no temporary folder: all are full, or the path is too long for a socket's.
    """
    if sys.platform == "linux":
        forkserver.set_forkserver_preload([worker.__name__])
        with suppress(OSError), defer_signals(begins_processes=True):
            forkserver.ensure_running()
            return multiprocessing.get_context("forkserver")
    return multiprocessing.get_context("spawn")


def _initialize_worker(environment: Mapping[str, str]) -> None:
    """In a worker: Ctrl-C is the parent's to handle; SIGTERM, or the parent's end, is ours.

    The environment may be another by now than when what this is a fork of began.
    """
    os.environ.clear()
    os.environ.update(environment)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, lambda _number, _frame: _exit_worker())
    unblock_signals()
    threading.Thread(target=_exit_with_parent, daemon=True).start()


def _exit_with_parent() -> None:
    """Leave when the parent has ended: killed, it has told nobody."""
    if parent := multiprocessing.parent_process():
        wait([parent.sentinel])
        _exit_worker()


def _exit_worker() -> None:
    worker.kill_engines()
    os._exit(1)
