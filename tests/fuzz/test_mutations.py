"""What is nearly an article, a lexicon, a configuration or a tag ends in an error of ours, or holds the laws."""

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
"""Of processor time for 20 kB: the slowest that is known takes one."""


@pytest.mark.parametrize("name", TARGETS)
def test_mutations(name: str) -> None:
    target = TARGETS[name]
    for data in cases(target.seeds, CASES):
        begun = time.process_time()
        target.run(data)
        assert time.process_time() - begun < _SECONDS, data


@pytest.mark.parametrize("find", FINDS, ids=lambda file: f"{file.parent.name} {file.name}")
def test_what_was_found(find: Path) -> None:
    TARGETS[find.parent.name].run(find.read_bytes())
