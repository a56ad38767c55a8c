"""Fixtures of the fault tests: a disk with faults, and an edition before and after a change."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.conftest import _short_issue, story
from tests.engines import LOGGING, install
from tests.faults.disk import Disk, digest_published
from tests.faults.processes import FACTOR


@pytest.fixture(scope="module")
def disk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Disk]:
    """An empty disk whose commands can use the engine that logs what it speaks."""
    folder = tmp_path_factory.mktemp("faults")
    with pytest.MonkeyPatch.context() as patch:
        (folder / "engine").mkdir()
        install(folder / "engine", patch, LOGGING, logging="Logging")
        with Disk(folder) as disk:
            yield disk


@dataclass(frozen=True, slots=True, kw_only=True)
class States:
    """A copy of the disk before a change, the published files before and after it, and the clips then cached."""

    articles: Path
    before: Path
    old: dict[str, str]
    new: dict[str, str]
    clips: int


@pytest.fixture(scope="module")
def states(disk: Disk, tmp_path_factory: pytest.TempPathFactory) -> States:
    """Build an edition, edit a paragraph, add an article, remove another one, and build again."""
    folder = tmp_path_factory.mktemp("states")
    articles = _short_issue(folder / "issue")
    assert disk.build(articles).code == 0
    old, before = digest_published(disk.output), disk.copy_to(folder / "before")
    wall = articles / "01-leaders" / "wall.txt"
    wall.write_text(wall.read_text("utf-8").replace("nine people", "twelve people"), "utf-8")
    (articles / "01-leaders" / "ferry.txt").write_text(story("The ferry is late", "ferry"), "utf-8")
    (articles / "02-science" / "mud.txt").unlink()
    built = disk.build(articles)
    assert (built.code, built.messages) == (0, "")
    return States(articles=articles, before=before, old=old, new=digest_published(disk.output), clips=disk.clips)


def choose_calls(disk: Disk, states: States, rng: random.Random, count: int, *options: str) -> list[int]:
    """Return random numbers of disk calls that a build of the changed edition makes; `count` of them in CI."""
    disk.restore(states.before)
    calls = disk.build(states.articles, *options).calls
    return rng.sample(range(1, calls + 1), min(calls, count * FACTOR))


@pytest.fixture
def rng(request: pytest.FixtureRequest) -> random.Random:
    """A random generator with the same seed in every run of the same test."""
    return random.Random(request.node.name)
