"""Passages → takes, by a crew of workers; what dies is replaced, what was recorded before is not recorded again."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Collection, Iterable, Iterator
from concurrent.futures import BrokenExecutor, CancelledError, Future
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, SimpleQueue

from audio_edition.audio.encoder import encode, frame_bytes
from audio_edition.audio.ident import render_ident
from audio_edition.errors import AudioEditionError, ClusterError, EngineCrashError, EngineTimeoutError
from audio_edition.model import FRAME_SAMPLES, SAMPLE_RATE, Flaw, Take, TakeCue
from audio_edition.recording.caches import Caches
from audio_edition.recording.executors import RecordingExecutor
from audio_edition.recording.job import Job, Recording
from audio_edition.recording.signals import defer_signals

_MAX_HUNG_JOBS = 3
"""So many jobs in which the engine hung, and none in which it spoke, are enough to know."""

_POLL_SECONDS = 1.0
"""How often workers are looked at while there is no news of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class JobResult:
    """What became of a job: its take and the flaws in it, or the error."""

    job: Job
    take: Take | None = None
    flaws: tuple[Flaw, ...] = ()
    error: AudioEditionError | None = None

    @property
    def seconds(self) -> float:
        """Of sound."""
        return self.take.frame_count * FRAME_SAMPLES / SAMPLE_RATE if self.take else 0.0


class Recorder:
    """Has jobs recorded and spools their takes into `folder`, a file each."""

    def __init__(self, folder: Path, stores: Caches) -> None:
        self._folder = folder
        self._caches = stores
        self._take_cache = stores.takes
        self._spooled_count = 0

    def load_cached(self, jobs: Iterable[Job]) -> Iterator[JobResult]:
        """Those that the store has."""
        for job in jobs:
            if self._take_cache and (made := self._take_cache.get(job)):
                yield self._make_result(job, made)

    def record(self, jobs: Iterable[Job], crew: RecordingExecutor) -> Iterator[JobResult]:
        """Every job as it is done. Raises EngineError if an engine only hangs, or a cluster is none."""
        hung = spoken = 0
        for job, result in _run_jobs(jobs, crew):
            if isinstance(result, ClusterError):
                raise result
            if isinstance(result, AudioEditionError):
                hung += isinstance(result, EngineTimeoutError)
                if not spoken and hung >= _MAX_HUNG_JOBS:
                    raise result
                yield JobResult(job=job, error=result)
            else:
                spoken += 1
                if self._take_cache and not job.doubts and not any(flaw.passing for flaw in result.flaws):
                    self._take_cache.put(job, result)
                self._caches.note_added(result.clip_bytes)
                yield self._make_result(job, result)

    def _make_result(self, job: Job, made: Recording) -> JobResult:
        self._spooled_count += 1
        take = _spool_take(made.frames, made.cues, job.bit_rate, self._folder / f"{self._spooled_count:06}.frames")
        return JobResult(job=job, take=take, flaws=made.flaws)


def _run_jobs(jobs: Iterable[Job], crew: RecordingExecutor) -> Iterator[tuple[Job, Recording | AudioEditionError]]:
    """What becomes of every job; those during which a worker died are done again at the end, one at a time."""
    suspects = []
    for job, result in _run_windowed(jobs, crew, crew.max_pending):
        if result is None:
            suspects.append(job)
        else:
            yield job, result
    for job, result in _run_windowed(suspects, crew, 1):
        yield job, result or EngineCrashError(f"{_format_engines(job)}: a worker process died of it twice")


def _run_windowed(
    jobs: Iterable[Job], crew: RecordingExecutor, window: int
) -> Iterator[tuple[Job, Recording | AudioEditionError | None]]:
    """What becomes of every job, `window` of them being under way at a time; None if a worker died meanwhile."""
    queue = deque(jobs)
    waiting: dict[Future[Recording], Job] = {}
    told: SimpleQueue[Future[Recording]] = SimpleQueue()
    while queue or waiting:
        is_broken = not _submit_jobs(waiting, queue, crew, window, told.put)
        done = _wait_for_done(waiting, told, crew)
        with defer_signals():
            if is_broken or any(map(_is_broken, done)):
                crew.restart()
                done = list(waiting)
            outcomes = [(future, _future_result(future, crew)) for future in done]
        for future, outcome in outcomes:
            yield waiting.pop(future), outcome


def _submit_jobs(
    waiting: dict[Future[Recording], Job],
    queue: deque[Job],
    crew: RecordingExecutor,
    window: int,
    tell: Callable[[Future[Recording]], None],
) -> bool:
    """Submit what there is room for; False if there is nobody to take it."""
    while queue and len(waiting) < window:
        try:
            future = crew.submit(queue[0], tell)
        except BrokenExecutor:
            return False
        waiting[future] = queue.popleft()
    return True


def _wait_for_done(
    waiting: Collection[Future[Recording]], told: SimpleQueue[Future[Recording]], crew: RecordingExecutor
) -> list[Future[Recording]]:
    """Some of those that are done, as soon as there are any; all of them if a worker has died in mid-answer.

    Waiting for a queue takes no lock that an interrupt would leave locked.
    """
    is_late = False
    while waiting:
        try:
            future = told.get(timeout=_POLL_SECONDS)
        except Empty:
            if is_late and crew.has_lost_worker():
                return list(waiting)
            is_late = crew.has_lost_worker()
            continue
        if future in waiting:
            return [future]
    return []


def _is_broken(future: Future[Recording]) -> bool:
    return not future.done() or (not future.cancelled() and isinstance(future.exception(), BrokenExecutor))


def _future_result(future: Future[Recording], crew: RecordingExecutor) -> Recording | AudioEditionError | None:
    try:
        return future.result(timeout=0)
    except AudioEditionError as error:
        return error
    except (BrokenExecutor, TimeoutError):
        return None
    except CancelledError:
        return ClusterError("the scheduler has gone", hint="start it, and build again: what was spoken is kept")
    except crew.worker_lost_errors as error:
        return EngineCrashError(f"workers died, one after another: {error}")


def _format_engines(job: Job) -> str:
    names = sorted({line.narrator.engine for line in job.lines})
    return f"engine{'s' * (len(names) > 1)} {', '.join(names)}"


def spool_ident(bit_rate: int, folder: Path) -> Take:
    """The chime before a section, spooled into `folder`."""
    return _spool_take(encode(render_ident(), bit_rate), (), bit_rate, folder / "ident.frames")


def _spool_take(frames: bytes, cues: tuple[TakeCue, ...], bit_rate: int, file: Path) -> Take:
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(frames)
    return Take(frames=file, frame_count=len(frames) // frame_bytes(bit_rate), cues=cues)
