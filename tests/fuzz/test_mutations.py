"""Nearly valid articles, lexicons, configurations and tags raise errors of the package or satisfy the laws."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from tests.fuzz import FACTOR
from tests.fuzz.mutations import cases
from tests.fuzz.targets import TARGETS

CASES = 40 * FACTOR
FINDS = sorted((Path(__file__).parent / "finds").glob("*/*"))
_SECONDS = 10
"""Seconds of processor time for 20 kB; the slowest known case takes one."""


@pytest.mark.parametrize("name", TARGETS)
def test_mutated_input_is_refused_or_satisfies_the_laws(name: str) -> None:
    target = TARGETS[name]
    for data in cases(target.seeds, CASES):
        start = time.process_time()
        target.run(data)
        assert time.process_time() - start < _SECONDS, data


@pytest.mark.parametrize("find", FINDS, ids=lambda file: f"{file.parent.name} {file.name}")
def test_input_that_once_failed_no_longer_fails(find: Path) -> None:
    TARGETS[find.parent.name].run(find.read_bytes())
