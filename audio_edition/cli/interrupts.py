"""Turns Ctrl-C and SIGTERM into one exception, and ends the process if cleaning up takes too long."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

_SIGNALS = (signal.SIGINT, signal.SIGTERM)

_CLEANUP_SECONDS = 5.0
"""The time a command gets to clean up, which usually takes a tenth of a second; then the process exits."""


class Interrupted(KeyboardInterrupt):
    """Raised by SIGINT and SIGTERM.

    It is a subclass because `python -m` may kill itself by SIGINT after a plain KeyboardInterrupt, even a caught
    one: that happens when `exec` was interrupted, which dataclasses and named tuples use.
    """


def is_interrupt(error: BaseException) -> bool:
    """Return True if the error is Interrupted or was raised because of it.

    The signal handler raises wherever Python is at that moment, and not every caller lets the exception through:
    before Python 3.12, the creation of a class turns any exception of `__set_name__` into a RuntimeError.
    """
    seen: set[int] = set()
    cause: BaseException | None = error
    while cause is not None and id(cause) not in seen:
        if isinstance(cause, KeyboardInterrupt):
            return True
        seen.add(id(cause))
        cause = cause.__cause__ or cause.__context__
    return False


@contextmanager
def handle_signals() -> Iterator[None]:
    """Raise Interrupted on either signal inside the block; ignore both afterwards, while the process ends.

    A signal that the parent process made us ignore stays ignored.
    """
    for each in _SIGNALS:
        if signal.getsignal(each) is not signal.SIG_IGN:
            signal.signal(each, _raise_interrupt)
    try:
        yield
    finally:
        _ignore_signals()


def _ignore_signals() -> None:
    for each in _SIGNALS:
        signal.signal(each, signal.SIG_IGN)


def _raise_interrupt(_number: int, _frame: FrameType | None) -> None:
    """Raise Interrupted, once: cleaning up must not be interrupted, and has a time limit."""
    _ignore_signals()
    exit_timer = threading.Timer(_CLEANUP_SECONDS, os._exit, (1,))
    exit_timer.daemon = True
    exit_timer.start()
    raise Interrupted
