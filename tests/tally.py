"""Pytest plugin that counts injected and survived faults, and prints them in a table at the end of a run."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Protocol

import pytest

_PROPERTY = "faults"


class Tally(Protocol):
    """Counts injected faults; they count as survived if the `with` block raises nothing."""

    def __call__(self, kind: str, count: int = 1) -> AbstractContextManager[None]:
        """Count `count` faults of a kind; the block asserts what must hold in spite of them."""


@pytest.fixture
def tally(request: pytest.FixtureRequest) -> Iterator[Tally]:
    """Count the faults of one test."""
    injected: Counter[str] = Counter()
    survived: Counter[str] = Counter()

    @contextmanager
    def count_faults(kind: str, count: int = 1) -> Iterator[None]:
        injected[kind] += count
        yield
        survived[kind] += count

    yield count_faults
    request.node.user_properties.append((_PROPERTY, (dict(injected), dict(survived))))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print the table of docs/pages/how/proof.md from the counts in test reports, also those of other processes."""
    injected: Counter[str] = Counter()
    survived: Counter[str] = Counter()
    reports = [report for reports in terminalreporter.stats.values() for report in reports]
    for report in reports:
        for name, counts in getattr(report, "user_properties", ()):
            if name == _PROPERTY:
                injected.update(counts[0])
                survived.update(counts[1])
    if not injected:
        return
    width = max(map(len, injected))
    terminalreporter.section("faults")
    terminalreporter.write_line(f"| {'Fault':{width}} | injected | survived | lost |")
    terminalreporter.write_line(f"| {'-' * width} | -------: | -------: | ---: |")
    for kind, count in sorted(injected.items()):
        lost = count - survived[kind]
        terminalreporter.write_line(f"| {kind:{width}} | {count:8} | {survived[kind]:8} | {lost:4} |")
