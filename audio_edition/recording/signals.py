"""Moments in which an interrupt would leave something half done that nobody could put right."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager

_SIGNALS = (signal.SIGINT, signal.SIGTERM)


@contextmanager
def defer_signals(*, begins_processes: bool = False) -> Iterator[None]:
    """Ctrl-C and SIGTERM come afterwards.

    A future's lock that is taken when an exception comes is never given back, and the executor waits for it for
    ever. A process that is half begun would print what it thinks of Ctrl-C, or end; where there are signal masks,
    those begun meanwhile hear of neither until they `begin_to_hear`.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    came: list[int] = []
    usual = {each: signal.signal(each, lambda number, _frame: came.append(number)) for each in _SIGNALS}
    try:
        _set_signal_mask(hidden=begins_processes)
        yield
    finally:
        _set_signal_mask(hidden=False)
        for each, handler in usual.items():
            signal.signal(each, signal.SIG_DFL if handler is None else handler)
        for number in came:
            signal.raise_signal(number)


def unblock_signals() -> None:
    """In a process that was begun undisturbed: signals come from now on."""
    _set_signal_mask(hidden=False)


def _set_signal_mask(*, hidden: bool) -> None:
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_BLOCK if hidden else signal.SIG_UNBLOCK, _SIGNALS)
