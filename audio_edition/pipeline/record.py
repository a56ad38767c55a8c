"""Passages → takes, on as many processes as asked for. Each worker keeps one engine process of its own."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor, as_completed
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from audio_edition.audio.encoder import encode, frame_bytes
from audio_edition.audio.stitcher import stitch
from audio_edition.errors import AudioEditionError, EngineCrashError
from audio_edition.model import Passage, Take, TakeCue
from audio_edition.speech.process import EngineProcess
from audio_edition.speech.synthesizer import speak


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One passage and how to say it."""

    passage: Passage
    engine: str
    voice: str
    rate: int
    bit_rate: int


def record(job: Job) -> tuple[bytes, tuple[TakeCue, ...]]:
    """MP3 frames of a passage and its cues. Raises EngineError or AudioError."""
    clips = speak(job.passage.utterances, _engine(job.engine), job.voice, job.rate)
    pcm, cues = stitch(job.passage, clips)
    return encode(pcm, job.bit_rate), cues


@cache
def _engine(name: str) -> EngineProcess:
    return EngineProcess(name)


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


def record_all(
    jobs: Iterable[Job], pool: Executor, folder: Path, done: Callable[[], None]
) -> tuple[dict[Passage, Take], dict[Passage, AudioEditionError]]:
    """Takes spooled into `folder`, and the errors of the passages that failed; `done` is called after each."""
    waiting: dict[Future[tuple[bytes, tuple[TakeCue, ...]]], tuple[int, Job]] = {
        pool.submit(record, job): (number, job) for number, job in enumerate(jobs)
    }
    takes: dict[Passage, Take] = {}
    errors: dict[Passage, AudioEditionError] = {}
    for future in as_completed(list(waiting)):
        number, job = waiting.pop(future)
        try:
            takes[job.passage] = _spooled(job, *future.result(), folder / f"{number:06}.frames")
        except AudioEditionError as error:
            errors[job.passage] = error
        except BrokenExecutor as error:
            errors[job.passage] = EngineCrashError(f"engine {job.engine}: a worker process died: {error}")
        done()
    return takes, errors


def _spooled(job: Job, frames: bytes, cues: tuple[TakeCue, ...], file: Path) -> Take:
    file.write_bytes(frames)
    count = len(frames) // frame_bytes(job.bit_rate)
    return Take(frames=file, frame_count=count, cues=cues, chapter=job.passage.chapter)
