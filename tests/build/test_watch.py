"""Watching articles: relevant changes, and the time of the next build."""

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
    ("name", "is_relevant"),
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
def test_changes_of_articles_and_settings_are_relevant_and_temporary_files_are_not(
    name: str, is_relevant: bool
) -> None:
    assert is_relevant_change(Change.added, Path("/paper", name), (ROOT,), ROOT / "output") is is_relevant


def test_articles_inside_the_output_folder_are_relevant() -> None:
    assert is_relevant_change(Change.added, ROOT / "mud.txt", (ROOT,), ROOT.parent)
    assert not is_relevant_change(Change.added, ROOT / "index.html", (ROOT,), ROOT)


def test_a_modified_folder_is_not_relevant_and_a_deleted_one_is(tmp_path: Path) -> None:
    assert not is_relevant_change(Change.modified, tmp_path, (tmp_path,), tmp_path / "output")
    assert is_relevant_change(Change.deleted, tmp_path / "section", (tmp_path,), tmp_path / "output")


class RecordingBuilder(SubprocessBuilder):
    """Builds nothing and records the times of the requests."""

    def __init__(self, articles: Path, settings: Path | None = None) -> None:
        super().__init__([articles], articles / "output", settings)
        self.times: list[float] = []

    def rebuild(self, stopped: threading.Event) -> BuildOutcome | None:  # noqa: ARG002 - the builder's signature
        self.times.append(time.monotonic())
        return None

    def wait_for(self, count: int) -> None:
        """Wait until so many builds were requested."""
        end = time.monotonic() + 20
        while len(self.times) < count:
            assert time.monotonic() < end, "no build"
            time.sleep(0.02)

    def wait_until_idle(self) -> None:
        """Wait until no more builds are requested."""
        count = -1
        while count != len(self.times):
            count = len(self.times)
            time.sleep(2.5)


@contextmanager
def watching(articles: Path, settings: Path | None = None) -> Iterator[RecordingBuilder]:
    """Watch articles and yield the builder after its first build."""
    builder = RecordingBuilder(articles, settings)
    with watch_articles(builder, lambda _: None):
        builder.wait_for(1)
        yield builder


def test_a_build_waits_for_a_second_without_changes(issue: Path) -> None:
    with watching(issue) as builder:
        for count in range(25):
            (issue / "long.txt").write_text("x" * count)
            time.sleep(0.1)
        last = time.monotonic()
        builder.wait_for(2)
        builder.wait_until_idle()
    assert len(builder.times) == 2
    assert builder.times[1] - last > 0.7


def test_settings_outside_the_articles_are_watched(issue: Path, tmp_path: Path) -> None:
    settings = tmp_path / "settings.toml"
    with watching(issue, settings) as builder:
        settings.write_text("")
        builder.wait_for(2)
        builder.wait_until_idle()
        assert len(builder.times) == 2


@pytest.mark.slow
def test_a_folder_that_is_removed_and_restored_is_watched_again(issue: Path) -> None:
    with watching(issue) as builder:
        shutil.rmtree(issue)
        time.sleep(1.5)
        issue.mkdir()
        builder.wait_until_idle()
        count = len(builder.times)
        assert count > 1
        (issue / "mud.txt").write_text("mud")
        builder.wait_for(count + 1)


def test_a_folder_that_is_moved_in_causes_a_build(issue: Path, tmp_path: Path) -> None:
    (tmp_path / "03-letters").mkdir()
    (tmp_path / "03-letters" / "mud.txt").write_text("mud")
    with watching(issue) as builder:
        (tmp_path / "03-letters").rename(issue / "03-letters")
        builder.wait_for(2)
