"""Jobs → takes: sends jobs to an executor, replaces workers that die, and skips jobs whose takes are cached."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Collection, Iterable, Iterator
from concurrent.futures import BrokenExecutor, CancelledError, Future
from pathlib import Path
from queue import Empty, SimpleQueue

from audio_edition.audio.encoder import encode, frame_bytes
from audio_edition.audio.ident import render_ident
from audio_edition.errors import AudioEditionError, ClusterError, EngineCrashError, EngineTimeoutError
from audio_edition.model import Take, TakeCue
from audio_edition.recording.caches import Caches
from audio_edition.recording.executors import RecordingExecutor
from audio_edition.recording.job import Job, JobResult, Recording
from audio_edition.recording.signals import defer_signals

_MAX_HUNG_JOBS = 3
"""After so many jobs that timed out, and none that succeeded, the engine is given up."""

_POLL_SECONDS = 1.0
"""How often workers are checked for life while no result arrives."""


class Recorder:
    """Records jobs and writes the frames of each take into a file of its own in `folder`."""

    def __init__(self, folder: Path, caches: Caches) -> None:
        self._folder = folder
        self._caches = caches
        self._take_cache = caches.takes
        self._spooled_count = 0

    def load_cached(self, jobs: Iterable[Job]) -> Iterator[JobResult]:
        """Yield the results of the jobs that the cache of takes has."""
        for job in jobs:
            if self._take_cache and (recording := self._take_cache.get(job)):
                yield self._make_result(job, recording)

    def record(self, jobs: Iterable[Job], executor: RecordingExecutor) -> Iterator[JobResult]:
        """Yield the result of every job as it is done.

        Raises EngineTimeoutError if an engine only times out, ClusterError if the cluster cannot do the work.
        """
        timed_out = succeeded = 0
        for job, result in _run_jobs(jobs, executor):
            if isinstance(result, ClusterError):
                raise result
            if isinstance(result, AudioEditionError):
                timed_out += isinstance(result, EngineTimeoutError)
                if not succeeded and timed_out >= _MAX_HUNG_JOBS:
                    raise result
                yield JobResult(job=job, error=result)
            else:
                succeeded += 1
                if self._take_cache and not job.doubts and not any(flaw.passing for flaw in result.flaws):
                    self._take_cache.put(job, result)
                self._caches.note_added(result.clip_bytes)
                yield self._make_result(job, result)

    def _make_result(self, job: Job, recording: Recording) -> JobResult:
        self._spooled_count += 1
        take = _spool_take(
            recording.frames, recording.cues, job.bit_rate, self._folder / f"{self._spooled_count:06}.frames"
        )
        return JobResult(job=job, take=take, flaws=recording.flaws)


def _run_jobs(
    jobs: Iterable[Job], executor: RecordingExecutor
) -> Iterator[tuple[Job, Recording | AudioEditionError]]:
    """Yield the outcome of every job. Jobs during which a worker died run again at the end, one at a time."""
    suspects = []
    for job, result in _run_windowed(jobs, executor, executor.max_pending):
        if result is None:
            suspects.append(job)
        else:
            yield job, result
    for job, result in _run_windowed(suspects, executor, 1):
        yield job, result or EngineCrashError(f"{_format_engines(job)}: a worker process died of it twice")


def _run_windowed(
    jobs: Iterable[Job], executor: RecordingExecutor, max_pending: int
) -> Iterator[tuple[Job, Recording | AudioEditionError | None]]:
    """Yield the outcome of every job, None if a worker died meanwhile; at most `max_pending` jobs are under way."""
    queue = deque(jobs)
    waiting: dict[Future[Recording], Job] = {}
    finished: SimpleQueue[Future[Recording]] = SimpleQueue()
    while queue or waiting:
        is_broken = not _submit_jobs(waiting, queue, executor, max_pending, finished.put)
        done = _wait_for_done(waiting, finished, executor)
        with defer_signals():
            if is_broken or any(map(_is_broken, done)):
                executor.restart()
                done = list(waiting)
            outcomes = [(future, _future_result(future, executor)) for future in done]
        for future, outcome in outcomes:
            yield waiting.pop(future), outcome


def _submit_jobs(
    waiting: dict[Future[Recording], Job],
    queue: deque[Job],
    executor: RecordingExecutor,
    max_pending: int,
    on_done: Callable[[Future[Recording]], None],
) -> bool:
    """Submit jobs until `max_pending` are under way; return False if the executor is broken."""
    while queue and len(waiting) < max_pending:
        try:
            future = executor.submit(queue[0], on_done)
        except BrokenExecutor:
            return False
        waiting[future] = queue.popleft()
    return True


def _wait_for_done(
    waiting: Collection[Future[Recording]],
    finished: SimpleQueue[Future[Recording]],
    executor: RecordingExecutor,
) -> list[Future[Recording]]:
    """Wait until a future is done and return it; return all that wait if a worker died in the middle of an answer.

    It waits on a queue, not on the futures, because an interrupt would leave the lock of a future locked.
    """
    is_late = False
    while waiting:
        try:
            future = finished.get(timeout=_POLL_SECONDS)
        except Empty:
            if is_late and executor.has_lost_worker():
                return list(waiting)
            is_late = executor.has_lost_worker()
            continue
        if future in waiting:
            return [future]
    return []


def _is_broken(future: Future[Recording]) -> bool:
    return not future.done() or (not future.cancelled() and isinstance(future.exception(), BrokenExecutor))


def _future_result(future: Future[Recording], executor: RecordingExecutor) -> Recording | AudioEditionError | None:
    try:
        return future.result(timeout=0)
    except AudioEditionError as error:
        return error
    except (BrokenExecutor, TimeoutError):
        return None
    except CancelledError:
        return ClusterError("the scheduler has gone", hint="start it, and build again: what was spoken is kept")
    except executor.worker_lost_errors as error:
        return EngineCrashError(f"workers died, one after another: {error}")


def _format_engines(job: Job) -> str:
    names = sorted({line.narrator.engine for line in job.lines})
    return f"engine{'s' * (len(names) > 1)} {', '.join(names)}"


def spool_ident(bit_rate: int, folder: Path) -> Take:
    """Write the frames of the chime that rings before a section into `folder`, and return its take."""
    return _spool_take(encode(render_ident(), bit_rate), (), bit_rate, folder / "ident.frames")


def _spool_take(frames: bytes, cues: tuple[TakeCue, ...], bit_rate: int, file: Path) -> Take:
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(frames)
    return Take(frames=file, frame_count=len(frames) // frame_bytes(bit_rate), cues=cues)
