"""Pytest plugin that prints how many slow tests were left out, and how to run them."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

_KEY = "slow_tests_left_out"
_left_out: set[str] = set()


def pytest_deselected(items: Sequence[pytest.Item]) -> None:
    """Collect the names of slow tests that the options leave out."""
    _left_out.update(item.nodeid for item in items if item.get_closest_marker("slow"))


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Pass the names from a worker of pytest-xdist to the process that prints."""
    output: dict[str, list[str]] | None = getattr(session.config, "workeroutput", None)
    if output is not None:
        output[_KEY] = sorted(_left_out)


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: object) -> None:
    """Take the names from a worker of pytest-xdist; every worker collects all tests."""
    _left_out.update(getattr(node, "workeroutput", {}).get(_KEY, ()))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print how many slow tests were left out."""
    if _left_out:
        terminalreporter.write_line(
            f"Slow tests left out: {len(_left_out)}. `pytest -m slow` runs them, `pytest -m ''` runs all tests."
        )
