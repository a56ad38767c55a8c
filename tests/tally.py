"""The count of what was injected and what survived it, in a table at the end of a run."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Protocol

import pytest

_PROPERTY = "faults"


class Tally(Protocol):
    """Counts so many faults of a kind; they are survived if nothing is raised meanwhile."""

    def __call__(self, kind: str, count: int = 1) -> AbstractContextManager[None]:
        """What is within is what must hold."""


@pytest.fixture
def tally(request: pytest.FixtureRequest) -> Iterator[Tally]:
    """The count of a test."""
    injected: Counter[str] = Counter()
    survived: Counter[str] = Counter()

    @contextmanager
    def counted(kind: str, count: int = 1) -> Iterator[None]:
        injected[kind] += count
        yield
        survived[kind] += count

    yield counted
    request.node.user_properties.append((_PROPERTY, (dict(injected), dict(survived))))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print the table of docs/pages/how/proof.md; reports bring the counts, from other processes too."""
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
