"""What is a change of the articles, and when it is time to build."""

from __future__ import annotations

import shutil
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from watchfiles import Change

from audio_edition.build.subprocess_build import BuildOutcome, SubprocessBuilder
from audio_edition.build.watch import is_relevant_change, watch_articles

ROOT = Path("/paper/articles")


@pytest.mark.parametrize(
    ("name", "does"),
    [
        ("articles/mud.txt", True),
        ("articles/02-science/mud.html", True),
        ("articles/edition.toml", True),
        ("articles/mud_files/picture.jpg", True),
        ("articles/.draft.txt", False),
        ("articles/.obsidian/workspace.json", False),
        ("articles/.mud.txt.swp", False),
        ("articles/mud.txt~", False),
        ("articles/#mud.txt#", False),
        ("articles/4913", False),
        ("articles/~$mud.html", False),
        ("articles/mud.html.part", False),
        ("articles/mud.html.crdownload", False),
        ("articles/mud.html.download/mud.html", False),
        ("articles/mud.txt___jb_tmp___", False),
        ("articles/output/feed.xml", False),
        ("articles/output", False),
        ("articles/output-of-steel.txt", True),
        ("elsewhere/mud.txt", False),
    ],
)
def test_changes_that_matter(name: str, does: bool) -> None:
    assert is_relevant_change(Change.added, Path("/paper", name), (ROOT,), ROOT / "output") is does


def test_an_output_folder_around_the_articles_hides_none_of_them() -> None:
    assert is_relevant_change(Change.added, ROOT / "mud.txt", (ROOT,), ROOT.parent)
    assert not is_relevant_change(Change.added, ROOT / "index.html", (ROOT,), ROOT)


def test_a_folder_is_changed_by_what_is_in_it_alone(tmp_path: Path) -> None:
    assert not is_relevant_change(Change.modified, tmp_path, (tmp_path,), tmp_path / "output")
    assert is_relevant_change(Change.deleted, tmp_path / "section", (tmp_path,), tmp_path / "output")


class Clock(SubprocessBuilder):
    """Builds nothing, and notes when it was asked to."""

    def __init__(self, articles: Path, settings: Path | None = None) -> None:
        super().__init__([articles], articles / "output", settings)
        self.times: list[float] = []

    def rebuild(self, stopped: threading.Event) -> BuildOutcome | None:  # noqa: ARG002 - the builder's signature
        self.times.append(time.monotonic())
        return None

    def comes_to(self, count: int) -> None:
        end = time.monotonic() + 20
        while len(self.times) < count:
            assert time.monotonic() < end, "no build"
            time.sleep(0.02)

    def rests(self) -> None:
        """Wait until no more builds come."""
        count = -1
        while count != len(self.times):
            count = len(self.times)
            time.sleep(2.5)


@contextmanager
def clocked(articles: Path, settings: Path | None = None) -> Iterator[Clock]:
    """A builder whose articles are watched, from the build at the start on."""
    clock = Clock(articles, settings)
    with watch_articles(clock, lambda _: None):
        clock.comes_to(1)
        yield clock


def test_a_build_waits_until_nothing_has_moved_for_a_second(issue: Path) -> None:
    with clocked(issue) as clock:
        for count in range(25):
            (issue / "long.txt").write_text("x" * count)
            time.sleep(0.1)
        last = time.monotonic()
        clock.comes_to(2)
        clock.rests()
    assert len(clock.times) == 2
    assert clock.times[1] - last > 0.7


def test_settings_that_lie_elsewhere_are_watched_too(issue: Path, tmp_path: Path) -> None:
    settings = tmp_path / "settings.toml"
    with clocked(issue, settings) as clock:
        settings.write_text("")
        clock.comes_to(2)
        clock.rests()
        assert len(clock.times) == 2


@pytest.mark.slow
def test_a_folder_that_goes_and_comes_back_is_watched_again(issue: Path) -> None:
    with clocked(issue) as clock:
        shutil.rmtree(issue)
        time.sleep(1.5)
        issue.mkdir()
        clock.rests()
        count = len(clock.times)
        assert count > 1
        (issue / "mud.txt").write_text("mud")
        clock.comes_to(count + 1)


def test_a_folder_that_is_moved_in_counts(issue: Path, tmp_path: Path) -> None:
    (tmp_path / "03-letters").mkdir()
    (tmp_path / "03-letters" / "mud.txt").write_text("mud")
    with clocked(issue) as clock:
        (tmp_path / "03-letters").rename(issue / "03-letters")
        clock.comes_to(2)
