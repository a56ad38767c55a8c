"""Ctrl-C and SIGTERM end any command alike: by one Interrupted, and soon."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

_SIGNALS = (signal.SIGINT, signal.SIGTERM)

_CLEANUP_SECONDS = 5.0
"""What a command gets to put its things away; a tenth of a second is usual. Then it ends without."""


class Interrupted(KeyboardInterrupt):
    """Not KeyboardInterrupt itself, after which `python -m` may end by SIGINT even though it was caught.

    It does so when code in a string was interrupted, of which dataclasses and named tuples are made.
    """


@contextmanager
def handle_signals() -> Iterator[None]:
    """Either signal is an interrupt inside and ignored afterwards, when nothing is left but to end the process.

    One that is ignored by whoever began this process stays so.
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
    """Once: what puts things away must not be interrupted itself, and must come to an end."""
    _ignore_signals()
    last = threading.Timer(_CLEANUP_SECONDS, os._exit, (1,))
    last.daemon = True
    last.start()
    raise Interrupted
