"""Many listeners at a time: every byte is right, and the server does not grow by what it sends."""

from __future__ import annotations

import http.client
import mmap
import random
import shutil
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from urllib.parse import urlsplit

import psutil
import pytest

from audio_edition.podcast.server.connections import MAX_CONNECTIONS
from tests.conftest import Built
from tests.podcast.test_server import started

pytestmark = pytest.mark.slow

CLIENTS = 50
SIZE = 200_000_000
ROUNDS = 5
PART = 1 << 21
GROWTH = 50_000_000
"""Bytes: a quarter of the file, and a megabyte a client."""

TARGET = "/episodes/long.mp3"


@pytest.fixture
def output(tmp_path: Path, hummed: Built) -> Path:
    """An edition with one very long episode, whose bytes are all different."""
    folder = tmp_path / "output"
    shutil.copytree(hummed.output, folder)
    with (folder / TARGET.lstrip("/")).open("wb") as file:
        chance = random.Random(7)
        for _ in range(SIZE // 1_000_000):
            file.write(chance.randbytes(1_000_000))
    return folder


@contextmanager
def mapped(file: Path) -> Iterator[mmap.mmap]:
    with file.open("rb") as opened, mmap.mmap(opened.fileno(), 0, access=mmap.ACCESS_READ) as content:
        yield content


class Listener:
    """Plays the long episode, and compares what comes with the file."""

    def __init__(self, address: str, content: mmap.mmap, everybody: threading.Barrier, number: int) -> None:
        self._place = urlsplit(address).netloc
        self._content = content
        self._everybody = everybody
        self._chance = random.Random(number)

    def play(self) -> int:
        """Begin somewhere, wait until all have begun, then jump about; how many bytes were right."""
        start = self._chance.randrange(SIZE - PART)
        right = self._read(f"{start}-", start, PART // 8, SIZE - start, wait=True)
        for _ in range(ROUNDS):
            start = self._chance.randrange(SIZE - PART)
            right += self._read(f"{start}-{start + PART - 1}", start, PART, PART)
        return right + self._read("-999", SIZE - 999, 999, 999)

    def _read(self, asked: str, start: int, count: int, length: int, *, wait: bool = False) -> int:
        """Ask for bytes of which `length` should come, and read the first `count`."""
        with closing(http.client.HTTPConnection(self._place, timeout=60)) as connection:
            connection.request("GET", TARGET, headers={"Range": f"bytes={asked}"})
            answer = connection.getresponse()
            assert (answer.status, int(answer.headers["content-length"] or 0)) == (206, length)
            for at in range(start, start + count, 1 << 16):
                end = min(at + (1 << 16), start + count)
                assert answer.read(end - at) == self._content[at:end]
            if wait:
                self._everybody.wait(60)
        return count


def test_listeners_who_all_jump_at_the_same_moment_are_all_answered(hummed: Built) -> None:
    target = f"/{next(hummed.output.glob('episodes/*.mp3')).relative_to(hummed.output)}"
    together = threading.Barrier(MAX_CONNECTIONS - 1)

    def jump(place: str) -> int:
        answered = 0
        for _ in range(20):
            with closing(http.client.HTTPConnection(place, timeout=60)) as connection:
                with suppress(ConnectionError):
                    connection.request("GET", target, headers={"Range": "bytes=0-"})
                    answered += len(connection.getresponse().read(1000)) == 1000
                together.wait(60)  # and all hang up and come back at once
        return answered

    with started(hummed.output) as (_, address), ThreadPoolExecutor(MAX_CONNECTIONS) as threads:
        answers = list(threads.map(jump, [urlsplit(address).netloc] * (MAX_CONNECTIONS - 1)))
    assert answers == [20] * (MAX_CONNECTIONS - 1)


@contextmanager
def peak_of(process: psutil.Process) -> Iterator[list[int]]:
    """The most memory the process has had meanwhile, once that is over."""
    over, most = threading.Event(), [process.memory_info().rss]

    def look() -> None:
        while not over.wait(0.02):
            most[0] = max(most[0], process.memory_info().rss)

    thread = threading.Thread(target=look)
    thread.start()
    try:
        yield most
    finally:
        over.set()
        thread.join()


def test_fifty_listeners_of_a_long_issue_get_every_byte_and_cost_no_memory(output: Path, tmp_path: Path) -> None:
    said = tmp_path / "said"
    everybody = threading.Barrier(CLIENTS)
    with (
        said.open("w") as stderr,
        started(output, stderr=stderr) as (process, address),
        mapped(output / TARGET.lstrip("/")) as content,
        ThreadPoolExecutor(CLIENTS) as threads,
    ):
        server = psutil.Process(process.pid)
        Listener(address, content, threading.Barrier(1), CLIENTS).play()
        before = server.memory_info().rss
        with peak_of(server) as most:
            listeners = [Listener(address, content, everybody, number) for number in range(CLIENTS)]
            right = list(threads.map(Listener.play, listeners))
        after = server.memory_info().rss
    assert right == [PART // 8 + ROUNDS * PART + 999] * CLIENTS
    assert most[0] - before < GROWTH
    assert after - before < GROWTH
    assert said.read_text() == ""
