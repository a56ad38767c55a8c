"""Who does the work: processes of this machine, or a cluster's; both are `concurrent.futures.Executor`s."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

from audio_edition.config import Config
from audio_edition.errors import ClusterError
from audio_edition.recording.job import Job, Recording
from audio_edition.recording.process_pool import WorkerPool
from audio_edition.recording.signals import defer_signals
from audio_edition.recording.worker import record_passage

if TYPE_CHECKING:
    from distributed import Client

_CONNECT_TIMEOUT_SECONDS = 15
_MIN_CLUSTER_PENDING = 200
"""Jobs that a cluster is given at a time, whatever its size: it may grow."""


class RecordingExecutor:
    """Workers, how many jobs they are given at a time, and the errors that say that a job has killed some."""

    def __init__(self, hire: Callable[[], Executor], window: int, fatal: tuple[type[Exception], ...] = ()) -> None:
        self.max_pending = window
        self.worker_lost_errors = fatal
        self._create_executor = hire
        self._executor = hire()

    def submit(self, job: Job, tell: Callable[[Future[Recording]], None]) -> Future[Recording]:
        """Have a job recorded, and `tell` when that is done."""
        with defer_signals(begins_processes=True):
            future = self._executor.submit(record_passage, job)
            future.add_done_callback(tell)
            return future

    def has_lost_worker(self) -> bool:
        """Whether somebody has gone, as far as can be seen from here."""
        return isinstance(self._executor, WorkerPool) and self._executor.has_lost_worker

    def restart(self) -> None:
        """Hire others, for one has died and the executor with it."""
        self.kill()
        self._executor = self._create_executor()

    def shutdown(self) -> None:
        """Begin nothing new, and end when what was begun has ended."""
        self._executor.shutdown(wait=True)

    def kill(self) -> None:
        """End at once, whatever is under way."""
        if isinstance(self._executor, WorkerPool):
            self._executor.kill()
        else:
            self._executor.shutdown(wait=False)  # a cluster's cancels what it was given


@contextmanager
def open_executor(config: Config, work: int) -> Iterator[RecordingExecutor]:
    """Workers for so many jobs, who end at once if anything goes wrong.

    Raises ClusterError if there is no cluster where it should be.
    """
    with ExitStack() as stack:
        if config.scheduler:
            found = stack.enter_context(_open_cluster_executor(config.scheduler))
        else:
            count = max(1, min(config.jobs or os.cpu_count() or 1, work))
            found = RecordingExecutor(lambda: WorkerPool(count), 2 * count)
        try:
            yield found
        except BaseException:
            found.kill()
            raise
        found.shutdown()


@contextmanager
def _open_cluster_executor(address: str) -> Iterator[RecordingExecutor]:
    with _connect_client(address) as client:
        places = sum(client.nthreads().values())
        if not places:
            raise ClusterError(f"{address}: there are no workers", hint=f"start some: dask worker {address}")
        from distributed import KilledWorker

        window = max(_MIN_CLUSTER_PENDING, 4 * places)
        yield RecordingExecutor(lambda: client.get_executor(pure=False), window, fatal=(KilledWorker,))


@contextmanager
def _connect_client(address: str) -> Iterator[Client]:
    try:
        from distributed import Client
    except ImportError as error:
        raise ClusterError(
            f"a scheduler needs Dask: {error}", hint="pip install 'audio-edition[cluster]' brings it"
        ) from error
    logging.getLogger("distributed").setLevel(logging.CRITICAL)  # what it would tell, our errors say in a line
    try:
        client = Client(address, timeout=_CONNECT_TIMEOUT_SECONDS, set_as_default=False)
    except (OSError, ValueError) as error:
        raise ClusterError(
            f"{address}: no scheduler answers there", hint="start one: dask scheduler; it says its address"
        ) from error
    with client:
        yield client
