"""`serve --watch`: changes of the articles are published without a restart."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import feedparser
import psutil
import pytest

from tests.conftest import ROOT, Built, require, story
from tests.engines import install
from tests.podcast.test_server import get, run_server

MakeEdition = Callable[..., Built]

SETTINGS = 'engine = "tone"\ndate = 2026-11-21\njobs = 1\n'

ENGINE = """
import time
from audio_edition.speech.engines.tone import ToneEngine

class Slow(ToneEngine):
    def synthesize(self, text, voice, rate):
        time.sleep(0.25)
        return super().synthesize(text, voice, rate)
"""


def wait_until(holds: Callable[[], object], seconds: float = 60) -> None:
    """Wait until a condition holds; fail if it does not in time."""
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, "the condition did not become true in time"
        time.sleep(0.05)


@dataclass
class WatchingServer:
    """A running `serve --watch`, and the file that receives its stderr."""

    process: subprocess.Popen[str]
    address: str
    stderr_file: Path

    @property
    def outcomes(self) -> list[str]:
        """The lines on stderr that report the results of builds."""
        lines = self.stderr_file.read_text("utf-8").splitlines()
        return [line for line in lines if line.startswith(("built:", "nothing has changed", "error:"))]

    def wait_for_outcome(self, count: int) -> str:
        """Wait for the result of build number `count`, and return its line."""
        wait_until(lambda: len(self.outcomes) >= count)
        return self.outcomes[count - 1]

    def items(self) -> dict[str, tuple[str, int]]:
        """Return the path and the length in bytes of every enclosure of the feed, by title."""
        answer, feed = get(self.address, "/feed.xml")
        assert answer.status == 200
        sounds = {entry.title: entry.enclosures[0] for entry in feedparser.parse(feed).entries}
        return {title: (urlsplit(sound.href).path, int(sound.length)) for title, sound in sounds.items()}


@contextmanager
def serve_watching(articles: Path, output: Path) -> Iterator[WatchingServer]:
    """Serve `output` and watch `articles`."""
    stderr_file = articles.with_name("said")
    with (
        stderr_file.open("w") as stderr,
        run_server(output, "--watch", articles, stderr=stderr) as (process, address),
    ):
        yield WatchingServer(process, address, stderr_file)


@pytest.fixture(autouse=True)
def settings(issue: Path) -> Path:
    """The configuration file of the issue, which names the engine."""
    file = issue / "edition.toml"
    file.write_text(SETTINGS)
    return file


@pytest.mark.slow
def test_added_changed_and_removed_articles_are_published_without_a_restart(issue: Path, settings: Path) -> None:
    output, rain = issue / "output", issue / "02-science" / "rain.txt"
    with serve_watching(issue, output) as server:
        assert server.wait_for_outcome(1) == "nothing has changed"
        rain.write_text(story("All about rain", "rain"))
        assert server.wait_for_outcome(2) == "built: 4 articles, 5 episodes"
        path, length = server.items()["All about rain"]
        sound = get(server.address, path)[1]
        assert (len(sound), sound[:3]) == (length, b"ID3")
        rain.unlink()
        rain.with_name("mud.txt").write_text(story("A better word for mud", "mud"))
        assert server.wait_for_outcome(3) == "built: 3 articles, 4 episodes"
        assert {"A better word for mud"} == server.items().keys() & {"All about rain", "A better word for mud"}
        assert get(server.address, path)[0].status == 404
        settings.write_text(f'{SETTINGS}title = "The Tide"\n')
        assert server.wait_for_outcome(4) == "built: 3 articles, 4 episodes"
        assert b"The Tide" in get(server.address, "/feed.xml")[1]
        (issue / ".draft.txt").write_text("hidden")
        (issue / "wall.txt~").write_text("an editor's")
        time.sleep(3)
        assert len(server.outcomes) == 4  # although every build has written into the watched folder
    assert server.process.returncode == 0


def test_an_unreadable_article_is_named_and_all_others_are_served(
    issue: Path, tmp_path: Path, settings: Path
) -> None:
    with serve_watching(issue, tmp_path / "output") as server:
        assert server.wait_for_outcome(1) == "nothing has changed"
        before = server.items()
        (issue / "broken.txt").write_bytes(bytes(range(256)) * 20)
        assert (
            server.wait_for_outcome(2)
            == f"built: 3 articles, 4 episodes; without {issue / 'broken.txt'}: is not text"
        )
        assert server.items() == before
        settings.write_text("title = ")
        assert server.wait_for_outcome(3).startswith(f"error: not built, the edition stays: {settings}: ")
        assert server.items() == before
        assert all(len(get(server.address, path)[1]) == length for path, length in before.values())


@pytest.mark.slow
def test_listeners_get_whole_files_while_the_edition_changes(issue: Path, tmp_path: Path) -> None:
    stop = threading.Event()
    with serve_watching(issue, tmp_path / "output") as server, ThreadPoolExecutor(2) as threads:
        assert server.wait_for_outcome(1) == "nothing has changed"
        listeners = [threads.submit(fetch_all_until, server, stop) for _ in range(2)]
        try:
            for count, noun in enumerate(("rain", "snow"), 2):
                (issue / "01-leaders" / f"{noun}.txt").write_text(story(f"All about {noun}", noun))
                assert server.wait_for_outcome(count) == f"built: {count + 2} articles, {count + 3} episodes"
        finally:
            stop.set()
        assert all(listener.result() > 20 for listener in listeners)


def fetch_all_until(server: WatchingServer, stop: threading.Event) -> int:
    """Fetch the feed and all its enclosures until `stop` is set; return how many files came whole."""
    count = 0
    while not stop.wait(0.1):
        for path, length in server.items().values():
            answer, sound = get(server.address, path)
            if answer.status == 404:
                assert path not in {named for named, _ in server.items().values()}
                break
            assert (answer.status, len(sound), sound[:3]) == (200, length, b"ID3")
            count += 1
    return count


@pytest.fixture
def slow(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, settings: Path, make_edition: MakeEdition, issue: Path
) -> Path:
    """The output of an issue built by one engine, whose settings now name another that takes seconds."""
    built = make_edition(issue, cache_size=0)  # nothing is cached, so that the other engine has work
    install(tmp_path, monkeypatch, ENGINE, slow="Slow")
    settings.write_text(SETTINGS.replace("tone", "slow"))
    return built.output


def is_building(output: Path) -> bool:
    """Return True if a build is under way and has recorded something."""
    return bool(list(output.glob(".staging-*/0*.frames")))


@pytest.mark.slow
def test_changes_during_a_build_lead_to_one_more_build(issue: Path, slow: Path) -> None:
    with serve_watching(issue, slow) as server:
        wait_until(lambda: is_building(slow))
        for noun in ("rain", "snow"):
            (issue / f"{noun}.txt").write_text(story(f"All about {noun}", noun))
            assert len(server.items()) == 4
        assert is_building(slow)
        assert server.wait_for_outcome(1) == "built: 3 articles, 4 episodes"
        assert server.wait_for_outcome(2) == "built: 5 articles, 6 episodes"
        time.sleep(3)
        assert len(server.outcomes) == 2


@pytest.mark.slow
def test_an_interrupt_stops_the_server_and_its_build(issue: Path, slow: Path) -> None:
    with serve_watching(issue, slow) as server:
        wait_until(lambda: is_building(slow))
        assert_stops(server.process, signal.SIGINT)
        assert server.stderr_file.read_text() == ""
    assert list(slow.glob(".staging-*")) == []


@pytest.mark.slow
@pytest.mark.usefixtures("slow")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_stops_the_first_build_before_there_is_an_edition(
    issue: Path, tmp_path: Path, number: signal.Signals
) -> None:
    output = tmp_path / "first"
    command = [sys.executable, "-m", "audio_edition", "serve", str(output), "--watch", str(issue), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        wait_until(lambda: is_building(output))
        assert_stops(process, number)
        stdout, stderr = process.communicate()
    assert (stdout, stderr.strip()) == (
        "",
        "Stopped; what was spoken is kept, build again to go on.",
    )  # the message of `build` is passed on
    assert list(output.glob(".staging-*")) == []


def assert_stops(process: subprocess.Popen[str], number: signal.Signals) -> None:
    """Send the signal, and check that the process and all its children end soon."""
    children = psutil.Process(process.pid).children(recursive=True)
    assert len(children) >= 2
    process.send_signal(number)
    assert process.wait(timeout=8) == 0
    assert psutil.wait_procs(children, timeout=3)[1] == []


@pytest.mark.parametrize(
    ("options", "code", "words"),
    [
        (["--watch", "empty"], 3, "no articles here"),
        (["--watch", "nowhere"], 2, "does not exist"),
        (["--config", "edition.toml"], 2, "--config goes with --watch"),
    ],
)
def test_serve_fails_clearly_without_articles_or_an_edition(
    tmp_path: Path, options: list[str], code: int, words: str
) -> None:
    (tmp_path / "empty").mkdir()
    command = [sys.executable, "-m", "audio_edition", "serve", *options]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, words in done.stderr, done.stdout) == (code, True, "")


def test_systemd_accepts_the_unit_of_the_docs(tmp_path: Path) -> None:
    command = tmp_path / ".local" / "bin" / "audio-edition"
    command.parent.mkdir(parents=True)
    command.touch(mode=0o755)
    unit = tmp_path / "audio-edition.service"
    guide = (ROOT / "docs/pages/guide/running.md").read_text("utf-8")
    unit.write_text(guide.split("```ini\n")[1].split("```")[0])
    home = os.environ | {"HOME": str(tmp_path), "XDG_RUNTIME_DIR": str(tmp_path)}
    done = subprocess.run(
        [require("systemd-analyze"), "verify", "--user", unit],
        env=home,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
