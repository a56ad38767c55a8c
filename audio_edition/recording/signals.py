"""Defers SIGINT and SIGTERM during steps that an interrupt must not cut in half."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager

_SIGNALS = (signal.SIGINT, signal.SIGTERM)


@contextmanager
def defer_signals(*, begins_processes: bool = False) -> Iterator[None]:
    """Hold SIGINT and SIGTERM back until the block ends, then raise them again.

    An exception inside a future leaves its lock locked, and the executor waits for it for ever. With
    `begins_processes` the signals are also masked where the system has signal masks: a process that is still
    starting would print a traceback or die. Processes started meanwhile inherit the mask until they call
    `unblock_signals`. Outside the main thread nothing is deferred, for signals only reach the main thread.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    pending: list[int] = []
    handlers = {each: signal.signal(each, lambda number, _frame: pending.append(number)) for each in _SIGNALS}
    try:
        _set_signal_mask(blocked=begins_processes)
        yield
    finally:
        _set_signal_mask(blocked=False)
        for each, handler in handlers.items():
            signal.signal(each, signal.SIG_DFL if handler is None else handler)
        for number in pending:
            signal.raise_signal(number)


def unblock_signals() -> None:
    """Receive signals again, in a process that was started while `defer_signals` had them masked."""
    _set_signal_mask(blocked=False)


def _set_signal_mask(*, blocked: bool) -> None:
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_BLOCK if blocked else signal.SIG_UNBLOCK, _SIGNALS)
