"""Requests as they stand on the wire, which no client tidies up, to an edition beside which a secret lies."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from email.message import Message
from email.parser import BytesParser
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import psutil

from tests.podcast.test_server import run_server

UNPUBLISHED = "the cat is out of the bag"
"""What must never be heard."""

LONG_MP3 = "/episodes/long.mp3"
SIZE = 200_000_000
MAX_MEMORY_BYTES = 150_000_000
"""Bytes that the server may take, of which an interpreter with our libraries takes a third."""

SILENCE = 5.0
"""Seconds after which an answer is taken to be over that the server does not end."""


@dataclass(frozen=True)
class Answer:
    """What came back until the server hung up."""

    status: int
    headers: Message
    body: bytes


@dataclass(frozen=True)
class Server:
    """A server that can be sent anything."""

    address: str
    output: Path
    stderr_file: Path
    """Its stderr."""

    process: subprocess.Popen[str]

    @property
    def host(self) -> str:
        """Where it listens, as its own clients call it."""
        return urlsplit(self.address).netloc

    @property
    def root(self) -> str:
        """The path below which it serves."""
        return urlsplit(self.address).path.removesuffix("/feed.xml")

    @property
    def episode(self) -> Path:
        """An MP3 that is served."""
        return next((self.output / "episodes").glob("*.mp3"))

    @property
    def target(self) -> str:
        """Where it is served."""
        return f"{self.root}/episodes/{self.episode.name}"

    def connect(self, seconds: float = SILENCE) -> socket.socket:
        """A connection over which nothing has been said."""
        place = urlsplit(self.address)
        return socket.create_connection((str(place.hostname), place.port or 0), timeout=seconds)

    def send(self, data: bytes, seconds: float = SILENCE) -> bytes:
        """Say something; all that comes back until the server hangs up, or is silent for so long."""
        with self.connect(seconds) as connection:
            with suppress(OSError):  # it may hang up before it has heard the end
                connection.sendall(data)
            return receive_all(connection)

    def ask(self, target: str, method: str = "GET", *, host: str | None = None, **headers: str) -> Answer:
        """Send a request whose target is not touched on its way."""
        lines = [f"{method} {target} HTTP/1.1", f"Host: {self.host if host is None else host}", "Connection: close"]
        lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
        return parse_answer(self.send(("\r\n".join(lines) + "\r\n\r\n").encode("latin-1"), 20))

    def answers_quickly(self) -> bool:
        """Whether an honest client gets the feed, and within a second."""
        began = time.monotonic()
        status = self.ask(f"{self.root}/feed.xml").status
        return status == 200 and time.monotonic() - began < 1

    def is_healthy(self) -> bool:
        """Whether the server serves, is small, and has not complained."""
        return self.answers_quickly() and self.memory < MAX_MEMORY_BYTES and self.stderr_file.read_text() == ""

    def add_long_episode(self) -> None:
        """Add an episode of 200 MB, none of which is on the disk."""
        with (self.output / LONG_MP3.lstrip("/")).open("wb") as file:
            file.truncate(SIZE)

    @property
    def descriptors(self) -> int:
        """How many the server has."""
        return int(psutil.Process(self.process.pid).num_fds())

    @property
    def memory(self) -> int:
        """Bytes that the server takes."""
        return int(psutil.Process(self.process.pid).memory_info().rss)


def request(target: str, *lines: str, method: str = "GET") -> bytes:
    """One with these headers, whatever they are."""
    return "\r\n".join((f"{method} {target} HTTP/1.1", "Host: localhost", *lines, "", "")).encode("latin-1")


def receive_all(connection: socket.socket) -> bytes:
    """What comes until the other end hangs up or is silent."""
    data = bytearray()
    with suppress(OSError):
        while piece := connection.recv(1 << 16):
            data += piece
    return bytes(data)


def parse_answer(data: bytes) -> Answer:
    """An answer, or a part of one after a line with its status."""
    head, _, body = data.partition(b"\r\n\r\n")
    status, _, headers = head.partition(b"\r\n")
    return Answer(int(status.split()[1]), BytesParser().parsebytes(headers + b"\r\n\r\n"), body)


def becomes_true(holds: Callable[[], bool], seconds: float = 5) -> bool:
    """Whether something comes to hold."""
    end = time.monotonic() + seconds
    while not holds() and time.monotonic() < end:
        time.sleep(0.02)
    return holds()


@contextmanager
def serve_copy(edition: Path, folder: Path, *options: str, **how: Any) -> Iterator[Server]:
    """A copy of an edition below a folder, served; a secret lies beside it, to which links lead out of it."""
    output = folder / "output"
    shutil.copytree(edition, output)
    (folder / "outside").mkdir()
    for place in (folder, folder / "outside"):
        (place / "secret.html").write_text(UNPUBLISHED)
    (output / "linked").symlink_to(folder / "outside")
    (output / "episodes" / "linked").symlink_to(folder / "outside")
    said = folder / "said"
    own = os.environ | {"XDG_DATA_HOME": str(folder / "data")}
    with (
        said.open("w") as stderr,
        run_server(output, *options, stderr=stderr, env=own, **how) as (process, address),
    ):
        yield Server(address, output, said, process)


@contextmanager
def serve_long_episode(edition: Path, folder: Path) -> Iterator[Server]:
    """The same, with an episode of 200 MB, and all loaded that a first request loads."""
    with serve_copy(edition, folder) as found:
        found.add_long_episode()
        found.ask("/feed.xml")
        yield found
