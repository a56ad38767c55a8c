"""`build --follow`: articles that are published while the others are being recorded."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import feedparser
import mutagen.mp3
import pytest

from audio_edition.model import EpisodeKind
from audio_edition.verification.check import check
from tests.build.test_build import hashes
from tests.conftest import Built
from tests.engines import install

MakeEdition = Callable[..., Built]

ENGINES = """
import pathlib, os, time
from audio_edition.errors import EngineError
from audio_edition.speech.engines.tone import ToneEngine

class Waiting(ToneEngine):  # speaks of mud only when the file GO exists
    def synthesize(self, text, voice, rate):
        while "mud" in text and not pathlib.Path(os.environ["GO"]).exists():
            time.sleep(0.05)
        return super().synthesize(text, voice, rate)

class Refusing(ToneEngine):
    def synthesize(self, text, voice, rate):
        if "gull" in text:
            raise EngineError("I do not speak of gulls")
        return super().synthesize(text, voice, rate)
"""


@pytest.fixture(autouse=True)
def go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file that the waiting engine waits for."""
    install(tmp_path, monkeypatch, ENGINES, waiting="Waiting", refusing="Refusing")
    monkeypatch.setenv("GO", str(tmp_path / "go"))
    return tmp_path / "go"


@pytest.fixture
def building(issue: Path, tmp_path: Path, go: Path) -> Iterator[subprocess.Popen[bytes]]:
    """A build with --follow that waits in one article and has published the others."""
    command = [sys.executable, "-m", "audio_edition", "build", issue, "-o", tmp_path / "output", "-q", "--follow"]
    options = [
        "--engine",
        "waiting",
        "--date",
        "2026-11-21",
        "--episodes",
        "article,section,edition",
        "--jobs",
        "1",
    ]
    process = subprocess.Popen([*map(str, command), *options], start_new_session=True)
    until = time.monotonic() + 60
    while len(list_titles(tmp_path / "output")) < 3 and process.poll() is None and time.monotonic() < until:
        time.sleep(0.05)
    yield process
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
    go.touch()  # the engine is in a session of its own and still waits


def list_titles(output: Path) -> list[str]:
    """Return the titles of the feed; the files of its episodes must exist and be complete."""
    if not (output / "feed.xml").exists():
        return []
    entries = feedparser.parse((output / "feed.xml").read_bytes()).entries
    for entry in entries:
        file = output / entry.enclosures[0].href
        assert file.stat().st_size == int(entry.enclosures[0].length)
        assert mutagen.mp3.MP3(file).info.length > 5
    return [entry.title for entry in entries]


def test_finished_articles_are_in_the_feed_while_the_others_are_recorded(
    building: subprocess.Popen[bytes], tmp_path: Path, go: Path, make_edition: MakeEdition, issue: Path
) -> None:
    output = tmp_path / "output"
    assert sorted(list_titles(output)) == ["01 Leaders", "The wall is too low", "Why gulls can count"]
    assert "Why gulls can count" in (output / "index.html").read_text("utf-8")
    assert building.poll() is None
    go.touch()
    assert building.wait(60) == 0
    assert len(list_titles(output)) == 6
    unfollowed = make_edition(
        issue, output=tmp_path / "again", engine="waiting", cache_size=0, episodes="article,section,edition"
    )
    assert hashes(output) == hashes(unfollowed.output)


def test_a_killed_build_leaves_the_episodes_it_published(
    building: subprocess.Popen[bytes], tmp_path: Path, go: Path, make_edition: MakeEdition, issue: Path
) -> None:
    os.killpg(building.pid, signal.SIGKILL)
    building.wait()
    assert len(list_titles(tmp_path / "output")) == 3
    go.touch()
    built = make_edition(issue, output=tmp_path / "output", engine="waiting", episodes="article,section,edition")
    assert len(list_titles(built.output)) == 6
    assert check(built.output).problems == ()
    assert not list(built.output.glob(".staging*"))


def test_episodes_are_renumbered_if_an_article_fails_after_others_were_published(
    make_edition: MakeEdition, issue: Path, tmp_path: Path
) -> None:
    followed = make_edition(issue, engine="refusing", follow=True, output=tmp_path / "followed")
    plain = make_edition(issue, engine="refusing", output=tmp_path / "plain")
    assert [failure.id for failure in followed.result.failures] == ["gulls"]
    assert [e.number for e in followed.result.edition.episodes] == [1, 2, 3]
    assert hashes(followed.output) == hashes(plain.output)


def test_the_files_of_the_previous_issue_are_removed_at_the_end_if_one_issue_is_kept(
    make_edition: MakeEdition, issue: Path
) -> None:
    before = make_edition(issue, engine="tone", date="2026-11-14")
    assert before.result.edition.episodes[0].kind is EpisodeKind.EDITION
    (issue / "02-science" / "mud.txt").unlink()
    after = make_edition(issue, engine="tone", follow=True, keep_issues=1)
    assert not after.episode("mud", ".mp3").exists()
    assert not list(after.output.rglob("*2026-11-14*"))
    assert check(after.output).problems == ()
