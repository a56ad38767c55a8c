"""Wall time, CPU time and memory of some work, run in its own process with all its children. Linux only."""

from __future__ import annotations

import ctypes
import os
import pickle
import resource
import statistics
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, fields

import click
import psutil

_PR_SET_CHILD_SUBREAPER = 36
"""prctl(2): orphaned descendants become children of this process, so that their CPU time is counted."""

_SAMPLE_SECONDS = 0.25


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """Seconds of wall and CPU time, and peak memory in MB: of the largest process, and of all together.

    In the memory of all together, shared pages count once.
    """

    wall: float
    cpu: float
    largest: float
    total: float


def measure(work: Callable[[], None]) -> Cost:
    """Run `work` and return its cost. Raises ClickException if `work` raises an exception."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        with os.fdopen(writer, "wb") as answer:
            pickle.dump(_run_and_measure(work), answer)
        os._exit(0)
    os.close(writer)
    sampler = _MemorySampler(child)
    with os.fdopen(reader, "rb") as answer:
        wall, cpu, largest = pickle.load(answer)  # noqa: S301 - written by our own child
    os.waitpid(child, 0)
    if not wall:
        raise click.ClickException("the work failed")
    return Cost(wall=wall, cpu=cpu, largest=largest, total=sampler.peak())


def _run_and_measure(work: Callable[[], None]) -> tuple[float, float, float]:
    """In the child: return wall seconds, CPU seconds and MB of the largest descendant; zeros if `work` fails."""
    ctypes.CDLL(None).prctl(_PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    start = time.monotonic()
    try:
        work()
    except Exception as error:  # noqa: BLE001 - every error must reach the parent
        click.echo(f"{error}", err=True)
        return 0.0, 0.0, 0.0
    wall = time.monotonic() - start
    with suppress(ChildProcessError):
        while True:
            os.wait()
    usages = [resource.getrusage(kind) for kind in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return wall, sum(usage.ru_utime + usage.ru_stime for usage in usages), usages[1].ru_maxrss / 1024


class _MemorySampler:
    """Samples the total memory of all descendants of a process, in a thread."""

    def __init__(self, process: int) -> None:
        self._process = process
        self._peak = 0
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self._thread.start()

    def peak(self) -> float:
        """Wait for the end of the process and return the peak in MB."""
        self._thread.join()
        return self._peak / 1e6

    def _watch(self) -> None:
        with suppress(psutil.NoSuchProcess):
            root = psutil.Process(self._process)
            while root.status() != psutil.STATUS_ZOMBIE:
                self._peak = max(self._peak, sum(map(_proportional_bytes, root.children(recursive=True))))
                time.sleep(_SAMPLE_SECONDS)


def _proportional_bytes(process: psutil.Process) -> int:
    """Return the proportional set size, in which a shared page counts as a share; 0 if it cannot be read."""
    try:
        return int(process.memory_full_info().pss)
    except (psutil.NoSuchProcess, psutil.AccessDenied):
        return 0


def median(costs: Sequence[Cost]) -> Cost:
    """Return the median of the times and the maximum of the memory."""
    medians = {field.name: statistics.median(getattr(cost, field.name) for cost in costs) for field in fields(Cost)}
    peaks = {name: max(getattr(cost, name) for cost in costs) for name in ("largest", "total")}
    return Cost(**(medians | peaks))
