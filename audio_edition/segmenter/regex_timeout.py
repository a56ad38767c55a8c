"""Limit the CPU time of a user's regular expressions, because some take exponential time on some texts."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def limit_cpu_time(seconds: float) -> Iterator[None]:
    """Raise TimeoutError in the body of the `with` statement after so many seconds of CPU time in user code.

    There is no limit outside the main thread or on systems without `signal.setitimer`.
    """
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGVTALRM, _raise_timeout)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def _raise_timeout(*_: object) -> None:
    raise TimeoutError
