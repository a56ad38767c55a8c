"""Range bombs: thousands of ranges, ranges in each other, numbers without end; work and answer stay bounded."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator

import pytest

from tests.conftest import Built
from tests.podcast.wire import LONG, SIZE, Wire, lengthened, settles

FRAME = 200
"""Bytes that stand around each of several parts, at most."""


@pytest.fixture(scope="module")
def wire(tmp_path_factory: pytest.TempPathFactory, hummed: Built) -> Iterator[Wire]:
    with lengthened(hummed.output, tmp_path_factory.mktemp("ranges")) as found:
        yield found


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
def test_many_ranges_are_never_more_work_than_the_file(wire: Wire, ranges: list[str]) -> None:
    asked = f"bytes={','.join(ranges)}"
    whole = wire.episode.read_bytes()
    began = time.monotonic()
    answer = wire.ask(wire.target, Range=asked)
    assert answer.status in ({200, 206, 400, 416} if len(ranges) <= 100 else {200, 400})
    assert len(answer.body) <= len(whole) + FRAME * 100
    for place, piece in re.findall(
        rb"Content-Range: bytes ([\d-]+)/\d+\r\n\r\n(.*?)\r\n--", answer.body, re.DOTALL
    ):
        first, last = map(int, place.split(b"-"))
        assert whole[first : last + 1] == piece
    head = wire.ask(LONG, "HEAD", Range=asked)
    assert int(head.headers["content-length"] or 0) <= SIZE + FRAME * 100
    assert time.monotonic() - began < 2


HUGE = "9" * 30
ENDLESS = "9" * 5000


@pytest.mark.parametrize(
    ("asked", "status", "length"),
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
def test_a_number_is_read_as_it_stands_or_not_at_all(
    wire: Wire, asked: str, status: int, length: int | None
) -> None:
    answer = wire.ask(LONG, "HEAD", Range=asked)
    assert answer.status == status
    assert length is None or int(answer.headers["content-length"] or 0) == length


@pytest.mark.parametrize(
    "known", ["", "*", '"', '""', "W/", '"x", "y"', "Mon, 99 Foo 99999 99:99:99 GMT", "0", "9" * 5000, "\xff" * 100]
)
def test_a_part_of_another_file_is_never_sent(wire: Wire, known: str) -> None:
    whole = wire.episode.read_bytes()
    answer = wire.ask(wire.target, Range="bytes=5-9", If_Range=known)
    assert (answer.status, answer.body) == (200, whole)


@pytest.mark.parametrize("target", ["/feed.xml", "/feed.svg"])
def test_what_is_made_for_each_who_asks_comes_whole(wire: Wire, target: str) -> None:
    answer = wire.ask(target, Range="bytes=0-9", Accept_Encoding="gzip")
    assert (answer.status, answer.body) == (200, wire.ask(target).body)


def test_an_empty_file_has_no_parts(wire: Wire) -> None:
    (wire.output / "empty.mp3").touch()
    assert wire.ask("/empty.mp3").status == 200
    assert {wire.ask("/empty.mp3", Range=asked).status for asked in ("bytes=0-", "bytes=-1", "bytes=0-0")} == {416}


def test_ten_at_a_time_leave_room_for_an_honest_one(wire: Wire) -> None:
    bomb = f"GET {LONG} HTTP/1.1\r\nHost: localhost\r\nRange: bytes={','.join(MANY['100 of a byte'])}\r\n\r\n"
    before = wire.descriptors
    with wire.connect() as one, wire.connect() as two:
        for connection in (one, two):
            connection.sendall(bomb.encode() * 10)
        assert wire.serves()
    assert settles(lambda: wire.descriptors <= before)
    assert wire.is_well()
