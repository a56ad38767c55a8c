"""Serves an edition beside unpublished files, and sends it raw requests that no HTTP client has normalized."""

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
"""Content of files outside the edition, which must never be served."""

LONG_MP3 = "/episodes/long.mp3"
SIZE = 200_000_000
MAX_MEMORY_BYTES = 150_000_000
"""Limit for the server's resident memory; an interpreter with our libraries takes a third of it."""

SILENCE = 5.0
"""Seconds without data after which an answer counts as complete although the connection is still open."""


@dataclass(frozen=True)
class Answer:
    """A parsed HTTP response."""

    status: int
    headers: Message
    body: bytes


@dataclass(frozen=True)
class Server:
    """A running `audio-edition serve`, which can be sent any bytes."""

    address: str
    output: Path
    stderr_file: Path
    """The file that receives the server's stderr."""

    process: subprocess.Popen[str]

    @property
    def host(self) -> str:
        """Host and port of the server as its address names them."""
        return urlsplit(self.address).netloc

    @property
    def root(self) -> str:
        """The path below which the edition is served: "/<token>", or "" without a token."""
        return urlsplit(self.address).path.removesuffix("/feed.xml")

    @property
    def episode(self) -> Path:
        """The file of one of the edition's MP3s."""
        return next((self.output / "episodes").glob("*.mp3"))

    @property
    def target(self) -> str:
        """The path of `episode` on the server."""
        return f"{self.root}/episodes/{self.episode.name}"

    def connect(self, seconds: float = SILENCE) -> socket.socket:
        """Open a connection without sending anything; `seconds` is its timeout."""
        address = urlsplit(self.address)
        return socket.create_connection((str(address.hostname), address.port or 0), timeout=seconds)

    def send(self, data: bytes, seconds: float = SILENCE) -> bytes:
        """Send data, and return all that comes back until the connection is closed or times out."""
        with self.connect(seconds) as connection:
            with suppress(OSError):  # the server may close the connection before it has read everything
                connection.sendall(data)
            return receive_all(connection)

    def ask(self, target: str, method: str = "GET", *, host: str | None = None, **headers: str) -> Answer:
        """Send a request with the target exactly as given, and return the answer."""
        lines = [f"{method} {target} HTTP/1.1", f"Host: {self.host if host is None else host}", "Connection: close"]
        lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
        return parse_answer(self.send(("\r\n".join(lines) + "\r\n\r\n").encode("latin-1"), 20))

    def answers_quickly(self) -> bool:
        """Return True if a valid request for the feed is answered within a second."""
        began = time.monotonic()
        status = self.ask(f"{self.root}/feed.xml").status
        return status == 200 and time.monotonic() - began < 1

    def is_healthy(self) -> bool:
        """Return True if the server answers quickly, has little memory, and has written nothing to stderr."""
        return self.answers_quickly() and self.memory < MAX_MEMORY_BYTES and self.stderr_file.read_text() == ""

    def add_long_episode(self) -> None:
        """Add an episode of 200 MB as a sparse file."""
        with (self.output / LONG_MP3.lstrip("/")).open("wb") as file:
            file.truncate(SIZE)

    @property
    def descriptors(self) -> int:
        """Number of file descriptors that the server has open."""
        return int(psutil.Process(self.process.pid).num_fds())

    @property
    def memory(self) -> int:
        """Resident memory of the server in bytes."""
        return int(psutil.Process(self.process.pid).memory_info().rss)


def request(target: str, *lines: str, method: str = "GET") -> bytes:
    """Return the bytes of a request with the given header lines, which may be malformed."""
    return "\r\n".join((f"{method} {target} HTTP/1.1", "Host: localhost", *lines, "", "")).encode("latin-1")


def receive_all(connection: socket.socket) -> bytes:
    """Return all that arrives until the other end closes the connection or the timeout ends."""
    data = bytearray()
    with suppress(OSError):
        while piece := connection.recv(1 << 16):
            data += piece
    return bytes(data)


def parse_answer(data: bytes) -> Answer:
    """Parse an answer, or a part of a multipart answer after a status line."""
    head, _, body = data.partition(b"\r\n\r\n")
    status, _, headers = head.partition(b"\r\n")
    return Answer(int(status.split()[1]), BytesParser().parsebytes(headers + b"\r\n\r\n"), body)


def becomes_true(holds: Callable[[], bool], seconds: float = 5) -> bool:
    """Wait until a condition holds, and return True if it does in time."""
    end = time.monotonic() + seconds
    while not holds() and time.monotonic() < end:
        time.sleep(0.02)
    return holds()


@contextmanager
def serve_copy(edition: Path, folder: Path, *options: str, **popen: Any) -> Iterator[Server]:
    """Serve a copy of an edition in `folder`; unpublished files lie beside it, and links in it lead to them."""
    output = folder / "output"
    shutil.copytree(edition, output)
    (folder / "outside").mkdir()
    for place in (folder, folder / "outside"):
        (place / "secret.html").write_text(UNPUBLISHED)
    (output / "linked").symlink_to(folder / "outside")
    (output / "episodes" / "linked").symlink_to(folder / "outside")
    stderr_file = folder / "said"
    environment = os.environ | {"XDG_DATA_HOME": str(folder / "data")}
    with (
        stderr_file.open("w") as stderr,
        run_server(output, *options, stderr=stderr, env=environment, **popen) as (process, address),
    ):
        yield Server(address, output, stderr_file, process)


@contextmanager
def serve_long_episode(edition: Path, folder: Path) -> Iterator[Server]:
    """Serve a copy of an edition with an episode of 200 MB, after a first request has loaded all modules."""
    with serve_copy(edition, folder) as server:
        server.add_long_episode()
        server.ask("/feed.xml")
        yield server
