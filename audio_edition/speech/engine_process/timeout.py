"""Time limit for the answers of a process, watched by one thread."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

_IDLE_SECONDS = 20.0
"""Time that the thread sleeps when no limit is set."""


class Watchdog:
    """Calls `on_timeout` once, from its own thread, when a time limit is exceeded.

    A timer for each answer would be simpler, but starting its thread takes a millisecond: a tenth of the time in
    which a sentence is spoken.
    """

    def __init__(self, on_timeout: Callable[[], None]) -> None:
        self.has_fired = False
        self._on_timeout = on_timeout
        self._deadline = float("inf")
        self._wakes_at = float("inf")
        self._stopped = False
        self._changed = threading.Condition()
        threading.Thread(target=self._watch, daemon=True).start()

    @contextmanager
    def time_limit(self, seconds: float) -> Iterator[None]:
        """Call `on_timeout` if the body of the `with` statement takes longer than `seconds`."""
        deadline = time.monotonic() + seconds
        with self._changed:
            self._deadline = deadline
            if deadline < self._wakes_at:
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
