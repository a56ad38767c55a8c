"""Pytest plugin that finds processes which tests left behind, and names the test that started each of them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress

import psutil
import pytest

_MARK = "AUDIO_EDITION_TESTS"
"""Environment variable that marks all processes which tests start; its value is the id of the pytest process."""

_EXIT_SECONDS = 10
"""Seconds that a process may take to exit after a test has ended it."""

_HELPERS = ("multiprocessing.resource_tracker", "multiprocessing.forkserver")
"""Helper processes of multiprocessing, which Python keeps until its own process ends."""


@pytest.fixture(scope="session", autouse=True)
def no_process_left_behind() -> Iterator[None]:
    """Fail at the end of the session if a process that a test started still runs, and kill it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(_MARK, str(os.getpid()))
        yield
    _, left = psutil.wait_procs(_find_started(), timeout=_EXIT_SECONDS)
    names = [_describe(process) for process in left]
    for process in left:
        with suppress(psutil.Error):
            process.kill()
    if names:
        pytest.fail("processes left behind:\n" + "\n".join(names), pytrace=False)


def _find_started() -> list[psutil.Process]:
    """Return our descendants, and the orphans that carry our mark."""
    own = psutil.Process()
    found = {*own.children(recursive=True), *filter(_is_marked, psutil.process_iter())} - {own}
    return [process for process in found if not _is_helper(process, own)]


def _is_marked(process: psutil.Process) -> bool:
    with suppress(psutil.Error, OSError):
        return bool(process.environ().get(_MARK) == str(os.getpid()))
    return False


def _is_helper(process: psutil.Process, own: psutil.Process) -> bool:
    with suppress(psutil.Error):
        command = " ".join(process.cmdline())
        return process.ppid() == own.pid and any(name in command for name in _HELPERS)
    return False


def _describe(process: psutil.Process) -> str:
    with suppress(psutil.Error, OSError):
        test = process.environ().get("PYTEST_CURRENT_TEST", "a test")
        return f"{process.pid} of {test}: {' '.join(process.cmdline())}"
    return str(process.pid)
