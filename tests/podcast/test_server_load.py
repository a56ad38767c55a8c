"""Many clients at the same time: every byte is right, and the server's memory does not grow with what it sends."""

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
from tests.podcast.test_server import run_server

pytestmark = pytest.mark.slow

CLIENTS = 50
SIZE = 200_000_000
ROUNDS = 5
PART = 1 << 21
GROWTH = 50_000_000
"""Limit in bytes: a quarter of the file, and one megabyte per client."""

TARGET = "/episodes/long.mp3"


@pytest.fixture
def output(tmp_path: Path, tone_edition: Built) -> Path:
    """An edition with one very long episode of random bytes."""
    folder = tmp_path / "output"
    shutil.copytree(tone_edition.output, folder)
    with (folder / TARGET.lstrip("/")).open("wb") as file:
        generator = random.Random(7)
        for _ in range(SIZE // 1_000_000):
            file.write(generator.randbytes(1_000_000))
    return folder


@contextmanager
def map_file(file: Path) -> Iterator[mmap.mmap]:
    with file.open("rb") as opened, mmap.mmap(opened.fileno(), 0, access=mmap.ACCESS_READ) as content:
        yield content


class Listener:
    """Requests parts of the long episode, and compares them with the file."""

    def __init__(self, address: str, content: mmap.mmap, barrier: threading.Barrier, number: int) -> None:
        self._place = urlsplit(address).netloc
        self._content = content
        self._barrier = barrier
        self._random = random.Random(number)

    def play(self) -> int:
        """Start at a random place, wait for all other listeners, then seek; return the number of right bytes."""
        start = self._random.randrange(SIZE - PART)
        right = self._read(f"{start}-", start, PART // 8, SIZE - start, wait=True)
        for _ in range(ROUNDS):
            start = self._random.randrange(SIZE - PART)
            right += self._read(f"{start}-{start + PART - 1}", start, PART, PART)
        return right + self._read("-999", SIZE - 999, 999, 999)

    def _read(self, requested: str, start: int, count: int, length: int, *, wait: bool = False) -> int:
        """Request a range of `length` bytes, and compare the first `count`; return `count`."""
        with closing(http.client.HTTPConnection(self._place, timeout=60)) as connection:
            connection.request("GET", TARGET, headers={"Range": f"bytes={requested}"})
            answer = connection.getresponse()
            assert (answer.status, int(answer.headers["content-length"] or 0)) == (206, length)
            for at in range(start, start + count, 1 << 16):
                end = min(at + (1 << 16), start + count)
                assert answer.read(end - at) == self._content[at:end]
            if wait:
                self._barrier.wait(60)
        return count


def test_clients_that_all_seek_at_the_same_moment_are_all_answered(tone_edition: Built) -> None:
    target = f"/{next(tone_edition.output.glob('episodes/*.mp3')).relative_to(tone_edition.output)}"
    together = threading.Barrier(MAX_CONNECTIONS - 1)

    def seek_repeatedly(host: str) -> int:
        answered = 0
        for _ in range(20):
            with closing(http.client.HTTPConnection(host, timeout=60)) as connection:
                with suppress(ConnectionError):
                    connection.request("GET", target, headers={"Range": "bytes=0-"})
                    answered += len(connection.getresponse().read(1000)) == 1000
                together.wait(60)  # all disconnect and reconnect at the same moment
        return answered

    with run_server(tone_edition.output) as (_, address), ThreadPoolExecutor(MAX_CONNECTIONS) as threads:
        answers = list(threads.map(seek_repeatedly, [urlsplit(address).netloc] * (MAX_CONNECTIONS - 1)))
    assert answers == [20] * (MAX_CONNECTIONS - 1)


@contextmanager
def measure_peak_memory(process: psutil.Process) -> Iterator[list[int]]:
    """Yield a list whose item is the largest memory of the process so far, until the block ends."""
    stop, peak = threading.Event(), [process.memory_info().rss]

    def measure() -> None:
        while not stop.wait(0.02):
            peak[0] = max(peak[0], process.memory_info().rss)

    thread = threading.Thread(target=measure)
    thread.start()
    try:
        yield peak
    finally:
        stop.set()
        thread.join()


def test_fifty_clients_of_a_long_issue_get_every_byte_and_cost_little_memory(output: Path, tmp_path: Path) -> None:
    stderr_file = tmp_path / "said"
    barrier = threading.Barrier(CLIENTS)
    with (
        stderr_file.open("w") as stderr,
        run_server(output, stderr=stderr) as (process, address),
        map_file(output / TARGET.lstrip("/")) as content,
        ThreadPoolExecutor(CLIENTS) as threads,
    ):
        server = psutil.Process(process.pid)
        Listener(address, content, threading.Barrier(1), CLIENTS).play()
        before = server.memory_info().rss
        with measure_peak_memory(server) as peak:
            listeners = [Listener(address, content, barrier, number) for number in range(CLIENTS)]
            right = list(threads.map(Listener.play, listeners))
        after = server.memory_info().rss
    assert right == [PART // 8 + ROUNDS * PART + 999] * CLIENTS
    assert peak[0] - before < GROWTH
    assert after - before < GROWTH
    assert stderr_file.read_text() == ""
