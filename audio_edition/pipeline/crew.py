"""Who does the work: processes of this machine, or a cluster's; both are `concurrent.futures.Executor`s."""

from __future__ import annotations

import logging
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from typing import TYPE_CHECKING

from audio_edition.config import Config
from audio_edition.errors import ClusterError
from audio_edition.pipeline.job import Job, Recording
from audio_edition.pipeline.worker import record

if TYPE_CHECKING:
    from distributed import Client

_CONNECT_SECONDS = 15
_FEWEST_AT_CLUSTER = 200
"""Jobs that a cluster is given at a time, whatever its size: it may grow."""


class Crew:
    """Workers, how many jobs they are given at a time, and the errors that say that a job has killed some."""

    def __init__(self, hire: Callable[[], Executor], window: int, fatal: tuple[type[Exception], ...] = ()) -> None:
        self.window = window
        self.fatal = fatal
        self._hire = hire
        self._executor = hire()

    def submit(self, job: Job) -> Future[Recording]:
        """Have a job recorded."""
        with _undisturbed():
            return self._executor.submit(record, job)

    def replace(self) -> None:
        """Hire others, for one has died and the executor with it."""
        self.dismiss()
        self._executor = self._hire()

    def dismiss(self) -> None:
        """Begin nothing new, and end when what was begun has ended."""
        self._executor.shutdown(wait=True)


@contextmanager
def crew(config: Config, work: int) -> Iterator[Crew]:
    """Workers for so many jobs. Raises ClusterError if there is no cluster where it should be."""
    if config.scheduler:
        with _cluster(config.scheduler) as found:
            yield found
        return
    count = max(1, min(config.jobs or os.cpu_count() or 1, work))
    processes = multiprocessing.get_context("spawn")
    found = Crew(lambda: ProcessPoolExecutor(count, processes, initializer=_leave_interrupts), 2 * count)
    try:
        yield found
    finally:
        found.dismiss()


def _leave_interrupts() -> None:
    """Ctrl-C is the parent's to handle."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Ctrl-C comes afterwards: a process that is half begun would print what it thinks of it.

    Where there are signal masks, processes begun meanwhile never hear of it at all.
    """
    if (
        threading.current_thread() is not threading.main_thread()
        or signal.getsignal(signal.SIGINT) is signal.SIG_IGN
    ):
        yield
        return
    came: list[int] = []
    usual = signal.signal(signal.SIGINT, lambda number, _frame: came.append(number))
    try:
        _mask_interrupts(hidden=True)
        yield
    finally:
        _mask_interrupts(hidden=False)
        signal.signal(signal.SIGINT, usual)
    if came:
        raise KeyboardInterrupt


def _mask_interrupts(*, hidden: bool) -> None:
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_BLOCK if hidden else signal.SIG_UNBLOCK, {signal.SIGINT})


@contextmanager
def _cluster(address: str) -> Iterator[Crew]:
    with _connected(address) as client:
        places = sum(client.nthreads().values())
        if not places:
            raise ClusterError(f"{address}: there are no workers", hint=f"start some: dask worker {address}")
        from distributed import KilledWorker

        window = max(_FEWEST_AT_CLUSTER, 4 * places)
        yield Crew(lambda: client.get_executor(pure=False), window, fatal=(KilledWorker,))


@contextmanager
def _connected(address: str) -> Iterator[Client]:
    try:
        from distributed import Client
    except ImportError as error:
        raise ClusterError(
            f"a scheduler needs Dask: {error}", hint="pip install 'audio-edition[cluster]' brings it"
        ) from error
    logging.getLogger("distributed").setLevel(logging.CRITICAL)  # what it would tell, our errors say in a line
    try:
        client = Client(address, timeout=_CONNECT_SECONDS, set_as_default=False)
    except (OSError, ValueError) as error:
        raise ClusterError(
            f"{address}: no scheduler answers there", hint="start one: dask scheduler; it says its address"
        ) from error
    with client:
        yield client
