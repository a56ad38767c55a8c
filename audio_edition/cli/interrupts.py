"""Ctrl-C and SIGTERM end any command alike: by one KeyboardInterrupt, and soon."""

from __future__ import annotations

import os
import signal
import threading
from types import FrameType

_SIGNALS = (signal.SIGINT, signal.SIGTERM)

_TIDY_SECONDS = 5.0
"""What a command gets to put its things away; a tenth of a second is usual. Then it ends without."""


def expect() -> None:
    """From now on either signal is an interrupt; one that is ignored by whoever began this process stays so."""
    if threading.current_thread() is threading.main_thread():
        for each in _SIGNALS:
            if signal.getsignal(each) is not signal.SIG_IGN:
                signal.signal(each, _interrupt)


def _interrupt(_number: int, _frame: FrameType | None) -> None:
    """Once: what puts things away must not be interrupted itself, and must come to an end."""
    for each in _SIGNALS:
        signal.signal(each, signal.SIG_IGN)
    last = threading.Timer(_TIDY_SECONDS, os._exit, (1,))
    last.daemon = True
    last.start()
    raise KeyboardInterrupt
