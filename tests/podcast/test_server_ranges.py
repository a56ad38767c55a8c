"""Range bombs: thousands of ranges, nested ranges, endless numbers; work and size of the answer stay bounded."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator

import pytest

from tests.conftest import Built
from tests.podcast.wire import LONG_MP3, SIZE, Server, becomes_true, serve_long_episode

FRAME = 200
"""Most bytes of boundary and headers around a part of a multipart answer."""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory, tone_edition: Built) -> Iterator[Server]:
    with serve_long_episode(tone_edition.output, tmp_path_factory.mktemp("ranges")) as running:
        yield running


MANY = {
    "100 of a byte": [f"{n * 1000}-{n * 1000}" for n in range(100)],
    "100 backwards": [f"{n}-{n + 9}" for n in range(3000, 0, -30)],
    "100 of everything": ["0-"] * 100,
    "100 in each other": [f"{n}-{9999 - n}" for n in range(100)],
    "100 that meet": [f"{n}-{n + 1}" for n in range(100)],
    "100 from the end": [f"-{n}" for n in range(1, 101)],
    "101": ["0-0"] * 101,
    "1,000 apart": [f"{n * 5}-{n * 5}" for n in range(1000)],
    "3,000": ["0-0"] * 3_000,
    "10,000, too long for a head": ["0-0"] * 10_000,
    "10,000 of nothing": [""] * 10_000,
    "5,000 of no number": ["x"] * 5_000,
    "5,000 dashes": ["-"] * 5_000,
    "everything and beyond": ["0-", f"{SIZE * 9}-"],
}


@pytest.mark.parametrize("ranges", MANY.values(), ids=MANY)
def test_many_ranges_never_cost_more_than_the_whole_file(server: Server, ranges: list[str]) -> None:
    requested = f"bytes={','.join(ranges)}"
    content = server.episode.read_bytes()
    began = time.monotonic()
    answer = server.ask(server.target, Range=requested)
    assert answer.status in ({200, 206, 400, 416} if len(ranges) <= 100 else {200, 400})
    assert len(answer.body) <= len(content) + FRAME * 100
    for position, piece in re.findall(
        rb"Content-Range: bytes ([\d-]+)/\d+\r\n\r\n(.*?)\r\n--", answer.body, re.DOTALL
    ):
        first, last = map(int, position.split(b"-"))
        assert content[first : last + 1] == piece
    head = server.ask(LONG_MP3, "HEAD", Range=requested)
    assert int(head.headers["content-length"] or 0) <= SIZE + FRAME * 100
    assert time.monotonic() - began < 2


HUGE = "9" * 30
ENDLESS = "9" * 5000


@pytest.mark.parametrize(
    ("requested", "status", "length"),
    [
        (f"bytes=0-{HUGE}", 206, SIZE),
        (f"bytes=-{HUGE}", 206, SIZE),
        (f"bytes={HUGE}-", 416, 0),
        (f"bytes={HUGE}-{HUGE}", 416, 0),
        (f"bytes=0-{ENDLESS}", 400, None),
        (f"bytes=-{ENDLESS}", 400, None),
        (f"bytes={ENDLESS}-", 400, None),
        (f"bytes={'0' * 4000}-{'0' * 4000}9", 206, 10),
        ("bytes=0-0", 206, 1),
        (f"bytes={SIZE - 1}-", 206, 1),
        (f"bytes={SIZE}-", 416, 0),
        ("bytes=-0", 416, 0),
        ("bytes=-1", 206, 1),
        ("bytes=1-0", 400, None),
        ("bytes=--1", 416, 0),
        ("bytes=0--1", 400, None),
        ("bytes=0x0-0xff", 400, None),
        ("bytes=1e3-1e4", 400, None),
        ("bytes=\xb2-\xb3", 400, None),
        ("bytes=0-1;2-3", 400, None),
        ("bytes==0-1", 400, None),
        ("bytes 0-1/2", 400, None),
        ("BYTES=0-9", 206, 10),
        ("pages=1-2", 400, None),
        ("", 400, None),
    ],
)
def test_a_number_in_a_range_is_used_exactly_or_refused(
    server: Server, requested: str, status: int, length: int | None
) -> None:
    answer = server.ask(LONG_MP3, "HEAD", Range=requested)
    assert answer.status == status
    assert length is None or int(answer.headers["content-length"] or 0) == length


@pytest.mark.parametrize(
    "validator",
    ["", "*", '"', '""', "W/", '"x", "y"', "Mon, 99 Foo 99999 99:99:99 GMT", "0", "9" * 5000, "\xff" * 100],
)
def test_a_range_with_another_if_range_gets_the_whole_file(server: Server, validator: str) -> None:
    content = server.episode.read_bytes()
    answer = server.ask(server.target, Range="bytes=5-9", If_Range=validator)
    assert (answer.status, answer.body) == (200, content)


@pytest.mark.parametrize("target", ["/feed.xml", "/feed.svg"])
def test_generated_responses_ignore_ranges(server: Server, target: str) -> None:
    answer = server.ask(target, Range="bytes=0-9", Accept_Encoding="gzip")
    assert (answer.status, answer.body) == (200, server.ask(target).body)


def test_a_range_of_an_empty_file_is_416(server: Server) -> None:
    (server.output / "empty.mp3").touch()
    assert server.ask("/empty.mp3").status == 200
    assert {
        server.ask("/empty.mp3", Range=requested).status for requested in ("bytes=0-", "bytes=-1", "bytes=0-0")
    } == {416}


def test_ten_pipelined_range_bombs_do_not_delay_other_clients(server: Server) -> None:
    bomb = f"GET {LONG_MP3} HTTP/1.1\r\nHost: localhost\r\nRange: bytes={','.join(MANY['100 of a byte'])}\r\n\r\n"
    before = server.descriptors
    with server.connect() as one, server.connect() as two:
        for connection in (one, two):
            connection.sendall(bomb.encode() * 10)
        assert server.answers_quickly()
    assert becomes_true(lambda: server.descriptors <= before)
    assert server.is_healthy()
