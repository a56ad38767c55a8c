"""Two states of an edition and the disk they are built on."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.conftest import _short_issue, story
from tests.engines import LOGGING, install
from tests.faults.disk import Disk, published
from tests.faults.processes import FACTOR


@pytest.fixture(scope="module")
def disk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Disk]:
    """An empty disk, where commands know the engine that notes what it says."""
    folder = tmp_path_factory.mktemp("faults")
    with pytest.MonkeyPatch.context() as patch:
        (folder / "engine").mkdir()
        install(folder / "engine", patch, LOGGING, logging="Logging")
        with Disk(folder) as found:
            yield found


@dataclass(frozen=True, slots=True, kw_only=True)
class States:
    """A disk before an edition is changed, what is published before and after, and how many clips are kept then."""

    articles: Path
    before: Path
    old: dict[str, str]
    new: dict[str, str]
    clips: int


@pytest.fixture(scope="module")
def states(disk: Disk, tmp_path_factory: pytest.TempPathFactory) -> States:
    """An edition is built, then a paragraph is edited, an article added and another removed."""
    folder = tmp_path_factory.mktemp("states")
    articles = _short_issue(folder / "issue")
    assert disk.build(articles).code == 0
    old, before = published(disk.output), disk.copied(folder / "before")
    wall = articles / "01-leaders" / "wall.txt"
    wall.write_text(wall.read_text("utf-8").replace("nine people", "twelve people"), "utf-8")
    (articles / "01-leaders" / "ferry.txt").write_text(story("The ferry is late", "ferry"), "utf-8")
    (articles / "02-science" / "mud.txt").unlink()
    built = disk.build(articles)
    assert (built.code, built.printed) == (0, "")
    return States(articles=articles, before=before, old=old, new=published(disk.output), clips=disk.clips)


def moments(disk: Disk, states: States, chance: random.Random, most: int, *options: str) -> list[int]:
    """Some of the calls of a build of the changed edition, `most` in CI."""
    disk.become(states.before)
    calls = disk.build(states.articles, *options).calls
    return chance.sample(range(1, calls + 1), min(calls, most * FACTOR))


@pytest.fixture
def chance(request: pytest.FixtureRequest) -> random.Random:
    """The same for the same test, always."""
    return random.Random(request.node.name)
