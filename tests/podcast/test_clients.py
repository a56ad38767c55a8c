"""Three podcast clients subscribe, update and download; the files that they store are compared by hash.

They share no code: gPodder reads feeds with podcastparser, newsboat (and podboat, its downloader) with libxml2 and
curl, podget with sed and wget. PyPI's greg needs a pkg_resources that it does not declare, and its poddl stores
episodes of equal titles as one.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import sqlite3
import subprocess
import time
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from audio_edition.podcast import feed
from tests.build.test_issues import week
from tests.conftest import Built, require, run, story
from tests.podcast.test_server import run_server, serve

SECONDS = 60
"""Time limit for one step of a client."""


@dataclass(frozen=True)
class Client(ABC):
    """A podcast client with a home folder of its own."""

    home: Path

    @abstractmethod
    def subscribe(self, address: str) -> None:
        """Subscribe to the feed at an address."""

    @abstractmethod
    def update(self) -> None:
        """Look for new episodes and download them."""

    @property
    def stored(self) -> list[str]:
        """The sorted hashes of all downloaded episodes."""
        return hash_files(self.home.rglob("*.mp3"))

    def run_program(self, program: str, *arguments: str) -> None:
        """Run one of the client's programs and wait until it ends."""
        options = {"cwd": self.home, "env": self.environment(), "stdin": subprocess.DEVNULL, "timeout": SECONDS}
        run(require(program), *arguments, **options)

    def environment(self) -> dict[str, str]:
        """Return the environment with the client's home folder, and without a proxy for this machine."""
        inherited = {name: value for name, value in os.environ.items() if not name.startswith("XDG_")}
        return inherited | {"HOME": str(self.home), "TERM": "xterm", "no_proxy": "127.0.0.1"}


class Gpodder(Client):
    """GPodder's command line."""

    def subscribe(self, address: str) -> None:
        self.run_program("gpo", "subscribe", address)

    def update(self) -> None:
        self.check_for_episodes()
        self.run_program("gpo", "download")

    def check_for_episodes(self) -> None:
        """Look for new episodes."""
        self.run_program("gpo", "update")

    def environment(self) -> dict[str, str]:
        places = {"GPODDER_HOME": str(self.home), "GPODDER_DOWNLOAD_DIR": str(self.home / "downloads")}
        return super().environment() | places

    @property
    def episodes(self) -> dict[str, sqlite3.Row]:
        """The rows of the client's database by GUID."""
        with closing(sqlite3.connect(self.home / "Database")) as database:
            database.row_factory = sqlite3.Row
            return {row["guid"]: row for row in database.execute("select * from episode")}


class Newsboat(Client):
    """Newsboat, which queues new episodes, and podboat, a terminal program that downloads the queue."""

    def subscribe(self, address: str) -> None:
        (self.home / ".newsboat").mkdir()
        (self.home / "urls").write_text(address)
        settings = f'podcast-auto-enqueue yes\ndownload-path "{self.home}"\nmax-downloads 9\n'
        (self.home / "config").write_text(settings)

    def update(self) -> None:
        self.run_program("newsboat", "-u", "urls", "-c", "cache.db", "-C", "config", "-x", "reload")
        queue = self.home / ".newsboat" / "queue"
        if queue.exists():
            self.download([Path(name) for name in re.findall('"(.+)"', queue.read_text())])

    def download(self, files: list[Path]) -> None:
        """Run podboat until it has downloaded the files."""
        command = [require("podboat"), "-C", "config", "-a"]
        with subprocess.Popen(
            command, cwd=self.home, env=self.environment(), stdin=subprocess.PIPE, stdout=subprocess.DEVNULL
        ) as process:
            deadline = time.monotonic() + SECONDS
            while not all(file.exists() for file in files) and time.monotonic() < deadline:
                time.sleep(0.1)
            try:
                process.communicate(b"qy", timeout=SECONDS)
            finally:
                process.kill()


class Podget(Client):
    """Podget, which is made for cron."""

    def subscribe(self, address: str) -> None:
        self.run_program("podget", "-d", "settings", "--create-config", "podgetrc")
        with (self.home / "settings" / "podgetrc").open("a") as settings:
            settings.write(f"DIR_LIBRARY={self.home}/library\nDIR_SESSION={self.home}/session\nMIN_SPACE=0\n")
        (self.home / "settings" / "serverlist").write_text(f"{address} Papers Estuary\n")

    def update(self) -> None:
        self.run_program("podget", "-d", "settings")


CLIENTS = [Gpodder, Newsboat, Podget]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """An empty home folder for a client."""
    (tmp_path / "home").mkdir()
    return tmp_path / "home"


def hash_files(files: Iterable[Path]) -> list[str]:
    return sorted(hashlib.sha256(file.read_bytes()).hexdigest() for file in files)


def published_hashes(built: Built) -> list[str]:
    """Return the sorted hashes of all episodes of the edition."""
    return hash_files(built.output / episode.media for episode in built.result.edition.episodes)


@pytest.mark.parametrize("make_client", CLIENTS)
def test_a_client_has_every_episode_as_it_was_published(
    make_client: Callable[[Path], Client], sample: Built, home: Path
) -> None:
    client = make_client(home)
    with serve(sample.output) as address:
        client.subscribe(address)
        client.update()
    assert client.stored == published_hashes(sample)


@pytest.mark.slow
@pytest.mark.parametrize(("make_client", "status"), [(Gpodder, 304), (Newsboat, 304), (Podget, 200)])
def test_an_update_without_new_episodes_requests_the_feed_only(
    make_client: Callable[[Path], Client], status: int, sample: Built, home: Path, tmp_path: Path
) -> None:
    client = make_client(home)
    with (tmp_path / "log").open("a") as log, run_server(sample.output, "--verbose", stderr=log) as (_, address):
        client.subscribe(address)
        client.update()
        client.update()  # newsboat does not store an ETag at the first update
        log.truncate(0)
        client.update()
    answered = re.findall('"(.+) HTTP/1.1" ([0-9]+)', (tmp_path / "log").read_text())
    assert answered == [("GET /feed.xml", str(status))]


@pytest.mark.slow
def test_a_client_needs_the_token_in_the_feed_address_only(sample: Built, home: Path) -> None:
    client = Podget(home)
    with serve(sample.output, "--token", "hush") as address:
        client.subscribe(address)
        client.update()
    assert client.stored == published_hashes(sample)


def test_gpodder_shows_durations_and_chapters(sample: Built, home: Path) -> None:
    client = Gpodder(home)
    with serve(sample.output) as address:
        client.subscribe(address)
        client.check_for_episodes()
    shown = {
        guid: (row["title"], row["total_time"], json.loads(row["chapters"]))
        for guid, row in client.episodes.items()
    }
    assert shown == {
        episode.guid: (
            episode.title,
            -(-episode.track.duration_ms // 1000),
            [{"start": chapter.start_ms / 1000, "title": chapter.title} for chapter in episode.track.chapters],
        )
        for episode in sample.result.edition.episodes
    }


@pytest.mark.slow
def test_an_edited_article_is_the_same_episode_for_gpodder_at_a_new_address(
    make_edition: Callable[..., Built], issue: Path, home: Path
) -> None:
    client = Gpodder(home)
    with serve(make_edition(issue).output) as address:
        client.subscribe(address)
        client.update()
        before = client.episodes
        (issue / "02-science" / "mud.txt").write_text(story("A good word for mud", "silt"))
        edited = make_edition(issue).result.edition.episodes
        client.check_for_episodes()
    after = client.episodes
    base = address.removesuffix("feed.xml")
    assert {guid: row["url"] for guid, row in after.items()} == {e.guid: base + e.media for e in edited}
    assert {guid for guid, row in after.items() if row["url"] == before[guid]["url"]} == {
        e.guid for e in edited if e.slug in {"wall", "gulls"}
    }
    for key in ("state", "is_new"):
        assert [row[key] for row in after.values()] == [row[key] for row in before.values()]


@pytest.mark.slow
def test_gpodder_follows_the_pages_of_a_long_archive(
    make_edition: Callable[..., Built], home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(feed, "_MAX_PAGE_EPISODES", 3)
    for day in (3, 10, 17):
        output = make_edition(
            week(tmp_path / f"{day}", mud=f"mud {day}", ice=f"ice {day}"), date=f"2025-11-{day:02}"
        ).output
    assert len(list(output.glob("feed*.xml"))) == 3
    client = Gpodder(home)
    with serve(output) as address:
        client.subscribe(address)
        client.check_for_episodes()
        assert len(client.episodes) == 9
        make_edition(week(tmp_path / "24", moss="moss", fog="fog"), date="2025-11-24")
        client.update()
    assert len(client.stored) == 12
    assert client.stored == hash_files(output.glob("episodes/*.mp3"))
