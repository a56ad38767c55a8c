"""What a piece of work takes, in a process of its own and all that it starts: wall, CPU, memory. Linux only."""

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
"""prctl(2): orphans below this process become its children, so that their time can be asked for."""

_SAMPLE_SECONDS = 0.25


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """Seconds, megabytes of the largest process, and the most that all had together, shared pages counted once."""

    wall: float
    cpu: float
    largest: float
    together: float


def cost(work: Callable[[], None]) -> Cost:
    """The cost of `work`, which must raise if it fails. Raises ClickException then."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        with os.fdopen(writer, "wb") as answer:
            pickle.dump(_measured(work), answer)
        os._exit(0)
    os.close(writer)
    together = _Together(child)
    with os.fdopen(reader, "rb") as answer:
        wall, cpu, largest = pickle.load(answer)  # noqa: S301 - our own child's
    os.waitpid(child, 0)
    if not wall:
        raise click.ClickException("the work failed")
    return Cost(wall=wall, cpu=cpu, largest=largest, together=together.most())


def _measured(work: Callable[[], None]) -> tuple[float, float, float]:
    ctypes.CDLL(None).prctl(_PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    begun = time.monotonic()
    try:
        work()
    except Exception as error:  # noqa: BLE001 - the parent must learn of it, whatever it is
        click.echo(f"{error}", err=True)
        return 0.0, 0.0, 0.0
    wall = time.monotonic() - begun
    with suppress(ChildProcessError):
        while True:
            os.wait()
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return wall, sum(each.ru_utime + each.ru_stime for each in used), used[1].ru_maxrss / 1024


class _Together:
    """Looks at the processes below one of them now and then."""

    def __init__(self, process: int) -> None:
        self._process = process
        self._most = 0
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self._thread.start()

    def most(self) -> float:
        """Megabytes, once the process has ended."""
        self._thread.join()
        return self._most / 1e6

    def _watch(self) -> None:
        with suppress(psutil.NoSuchProcess):
            root = psutil.Process(self._process)
            while root.status() != psutil.STATUS_ZOMBIE:
                self._most = max(self._most, sum(map(_proportional, root.children(recursive=True))))
                time.sleep(_SAMPLE_SECONDS)


def _proportional(process: psutil.Process) -> int:
    try:
        return int(process.memory_full_info().pss)
    except (psutil.NoSuchProcess, psutil.AccessDenied):
        return 0


def median(found: Sequence[Cost]) -> Cost:
    """Of each quantity the median, of memory the most."""
    middle = {f.name: statistics.median(getattr(each, f.name) for each in found) for f in fields(Cost)}
    most = {name: max(getattr(each, name) for each in found) for name in ("largest", "together")}
    return Cost(**(middle | most))
