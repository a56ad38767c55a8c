"""Passages → takes, on as many processes as asked for. Each worker keeps one engine process of its own."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Iterable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor, as_completed
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from audio_edition.audio.encoder import encode, frame_bytes, overshoot
from audio_edition.audio.ident import ident
from audio_edition.audio.limiter import limited
from audio_edition.audio.loudness import CEILING_DBTP
from audio_edition.audio.stitcher import stitch
from audio_edition.errors import AudioEditionError, EngineCrashError, EngineTimeoutError
from audio_edition.model import Clip, Flaw, Take, TakeCue
from audio_edition.pipeline.job import Job, Recording
from audio_edition.pipeline.take_store import TakeStore
from audio_edition.speech.clip_store import ClipStore, Spoken
from audio_edition.speech.synthesizer import Synthesizer

_HUNG_JOBS = 3
"""So many jobs in which the engine hung, and none in which it spoke, are enough to know."""


def record(job: Job) -> Recording:
    """Speak, stitch, master and encode a passage. Raises EngineError or AudioError."""
    flaws: list[Flaw] = []

    def noted(spoken: Spoken) -> Clip:
        flaws.extend(filter(None, [spoken.flaw]))
        return spoken.clip

    clips = map(noted, _synthesizer(job.clips).speak(job.lines, job.doubts))
    samples, cues = stitch(job.lines, clips, job.pauses)
    limit = CEILING_DBTP - overshoot(job.bit_rate)
    return Recording(frames=encode(limited(samples, limit), job.bit_rate), cues=cues, flaws=tuple(flaws))


def record_ident(bit_rate: int, folder: Path) -> Take:
    """The chime before a section, spooled into `folder`."""
    return _spooled(encode(ident(), bit_rate), (), bit_rate, folder / "ident.frames")


@cache
def _synthesizer(clips: Path | None) -> Synthesizer:
    return Synthesizer(ClipStore(clips) if clips else None)


@contextmanager
def workers(jobs: int | None, work: int) -> Iterator[Executor]:
    """A pool of at most `jobs` processes, no more than there is work for; on an error nothing new is begun."""
    count = max(1, min(jobs or os.cpu_count() or 1, work))
    pool = ProcessPoolExecutor(count, multiprocessing.get_context("spawn"), initializer=_leave_interrupts)
    try:
        yield pool
    finally:
        pool.shutdown(cancel_futures=True)


def _leave_interrupts() -> None:
    """Ctrl-C is the parent's to handle."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """What became of a job: its take and the flaws in it, or the error."""

    job: Job
    take: Take | None = None
    flaws: tuple[Flaw, ...] = ()
    error: AudioEditionError | None = None


def record_all(
    jobs: Iterable[Job], pool: Executor, folder: Path, store: TakeStore | None = None
) -> Iterator[Recorded]:
    """Every job as it is done, takes spooled into `folder`; what the store has is not recorded again.

    Raises EngineError if an engine only hangs.
    """
    waiting = {}
    for number, job in enumerate(jobs):
        file = folder / f"{number:06}.frames"
        if store and not job.doubts and (kept := store.get(job)):
            yield _kept(job, kept, file)
        else:
            waiting[pool.submit(record, job)] = (file, job)
    hung = spoken = 0
    for future in as_completed(list(waiting)):
        file, job = waiting.pop(future)
        done = _recorded(job, future, file, store)
        yield done
        spoken += done.take is not None
        hung += isinstance(done.error, EngineTimeoutError)
        if done.error and not spoken and hung >= _HUNG_JOBS:
            raise done.error


def _recorded(job: Job, future: Future[Recording], file: Path, store: TakeStore | None) -> Recorded:
    try:
        made = future.result()
    except AudioEditionError as error:
        return Recorded(job=job, error=error)
    except BrokenExecutor as error:
        engines = ", ".join(sorted({line.narrator.engine for line in job.lines}))
        return Recorded(job=job, error=EngineCrashError(f"engine {engines}: a worker process died: {error}"))
    if store and not job.doubts:
        store.put(job, made)
    return _kept(job, made, file)


def _kept(job: Job, made: Recording, file: Path) -> Recorded:
    take = _spooled(made.frames, made.cues, job.bit_rate, file)
    return Recorded(job=job, take=replace(take, chapter=job.passage.chapter), flaws=made.flaws)


def _spooled(frames: bytes, cues: tuple[TakeCue, ...], bit_rate: int, file: Path) -> Take:
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(frames)
    return Take(frames=file, frame_count=len(frames) // frame_bytes(bit_rate), cues=cues)
