"""A limit to how long an answer may take: one thread watches over all the answers of a process."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

_IDLE_SECONDS = 20.0
"""How long the thread sleeps when there is nothing to watch."""


class Watchdog:
    """Calls `bite` once, from a thread of its own, when what it watches is not over in time.

    A timer for each answer would be simpler, and its thread take a millisecond to start: a tenth of what a sentence
    takes to be spoken.
    """

    def __init__(self, bite: Callable[[], None]) -> None:
        self.has_fired = False
        self._on_timeout = bite
        self._deadline = float("inf")
        self._wakes_at = float("inf")
        self._stopped = False
        self._changed = threading.Condition()
        threading.Thread(target=self._watch, daemon=True).start()

    @contextmanager
    def time_limit(self, seconds: float) -> Iterator[None]:
        """Bite if this takes longer than `seconds`."""
        until = time.monotonic() + seconds
        with self._changed:
            self._deadline = until
            if until < self._wakes_at:
                self._changed.notify()
        try:
            yield
        finally:
            self._deadline = float("inf")

    def stop(self) -> None:
        """End the thread."""
        with self._changed:
            self._stopped = True
            self._changed.notify()

    def _watch(self) -> None:
        with self._changed:
            while not self._stopped:
                now = time.monotonic()
                if now >= self._deadline:
                    self.has_fired = True
                    self._on_timeout()
                    return
                self._wakes_at = min(self._deadline, now + _IDLE_SECONDS)
                self._changed.wait(self._wakes_at - now)
