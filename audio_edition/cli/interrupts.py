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
