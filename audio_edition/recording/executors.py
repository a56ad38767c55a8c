"""The executors that run jobs: worker processes of this machine or of a Dask cluster.

Both are `concurrent.futures.Executor`s.
"""

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
"""A cluster gets at least so many jobs at a time, because workers may join it later."""


class RecordingExecutor:
    """An executor that can be replaced when workers die.

    `max_pending` is the number of jobs to submit at a time, `worker_lost_errors` are the exceptions that mean a job
    killed its worker.
    """

    def __init__(
        self,
        create_executor: Callable[[], Executor],
        max_pending: int,
        worker_lost_errors: tuple[type[Exception], ...] = (),
    ) -> None:
        self.max_pending = max_pending
        self.worker_lost_errors = worker_lost_errors
        self._create_executor = create_executor
        self._executor = create_executor()

    def submit(self, job: Job, on_done: Callable[[Future[Recording]], None]) -> Future[Recording]:
        """Submit a job; `on_done` is called with its future when it has ended. Raises BrokenExecutor."""
        with defer_signals(begins_processes=True):
            future = self._executor.submit(record_passage, job)
            future.add_done_callback(on_done)
            return future

    def has_lost_worker(self) -> bool:
        """Return True if a local worker has died. A cluster watches its own workers."""
        return isinstance(self._executor, WorkerPool) and self._executor.has_lost_worker

    def restart(self) -> None:
        """Replace the executor, which is broken because a worker died."""
        self.kill()
        self._executor = self._create_executor()

    def shutdown(self) -> None:
        """Let the jobs under way finish, then end the workers."""
        self._executor.shutdown(wait=True)

    def kill(self) -> None:
        """End the workers at once and drop the jobs under way."""
        if isinstance(self._executor, WorkerPool):
            self._executor.kill()
        else:
            self._executor.shutdown(wait=False)  # on a cluster this cancels the submitted jobs


@contextmanager
def open_executor(config: Config, job_count: int) -> Iterator[RecordingExecutor]:
    """Start workers for `job_count` jobs and end them afterwards, at once if an exception passes.

    Raises ClusterError if no cluster answers at `config.scheduler`.
    """
    with ExitStack() as stack:
        if config.scheduler:
            executor = stack.enter_context(_open_cluster_executor(config.scheduler))
        else:
            count = max(1, min(config.jobs or os.cpu_count() or 1, job_count))
            executor = RecordingExecutor(lambda: WorkerPool(count), 2 * count)
        try:
            yield executor
        except BaseException:
            executor.kill()
            raise
        executor.shutdown()


@contextmanager
def _open_cluster_executor(address: str) -> Iterator[RecordingExecutor]:
    with _connect_client(address) as client:
        threads = sum(client.nthreads().values())
        if not threads:
            raise ClusterError(f"{address}: there are no workers", hint=f"start some: dask worker {address}")
        from distributed import KilledWorker

        max_pending = max(_MIN_CLUSTER_PENDING, 4 * threads)
        yield RecordingExecutor(lambda: client.get_executor(pure=False), max_pending, (KilledWorker,))


@contextmanager
def _connect_client(address: str) -> Iterator[Client]:
    try:
        from distributed import Client
    except ImportError as error:
        raise ClusterError(
            f"a scheduler needs Dask: {error}", hint="pip install 'audio-edition[cluster]' brings it"
        ) from error
    logging.getLogger("distributed").setLevel(logging.CRITICAL)  # our errors say the same in one line
    try:
        client = Client(address, timeout=_CONNECT_TIMEOUT_SECONDS, set_as_default=False)
    except (OSError, ValueError) as error:
        raise ClusterError(
            f"{address}: no scheduler answers there", hint="start one: dask scheduler; it says its address"
        ) from error
    with client:
        yield client
