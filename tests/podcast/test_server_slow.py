"""Clients who connect and say nothing, ask and do not listen, let a request drip or go, or are just slow."""

from __future__ import annotations

import signal
import socket
import struct
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, suppress
from pathlib import Path

import pytest

from tests.conftest import Built
from tests.podcast.wire import LONG, SIZE, Wire, heard, lengthened, parsed, request, settles, wired

pytestmark = pytest.mark.slow

PART = 30_000_000
CHUNKED = request("/feed.xml", "Transfer-Encoding: chunked", method="POST")
ROOM = 64
"""Descriptors more than before, whatever comes."""


@pytest.fixture(scope="module")
def wire(tmp_path_factory: pytest.TempPathFactory, hummed: Built) -> Iterator[Wire]:
    with lengthened(hummed.output, tmp_path_factory.mktemp("slow")) as found:
        yield found


def test_five_hundred_who_only_connect_take_no_ones_place(wire: Wire) -> None:
    before = wire.descriptors
    with ExitStack() as idle, wire.connect(20) as listener:
        listener.sendall(request(LONG, "Connection: close", f"Range: bytes=0-{PART - 1}"))
        got = len(listener.recv(1000))
        for _ in range(500):
            idle.enter_context(wire.connect())
        assert wire.is_well()
        assert settles(lambda: wire.descriptors < before + ROOM)
        got += len(heard(listener))
    assert got > PART
    assert settles(lambda: wire.descriptors <= before)


def test_who_asks_and_never_listens_costs_next_to_nothing(wire: Wire) -> None:
    before, memory = wire.descriptors, wire.memory
    with ExitStack() as deaf:
        for _ in range(100):
            deaf.enter_context(wire.connect()).sendall(request(LONG) * 20)
        assert wire.is_well()
        time.sleep(0.5)
        assert wire.memory - memory < 50_000_000
        assert wire.descriptors < before + 4 * ROOM
        assert wire.is_well()
    assert settles(lambda: wire.descriptors <= before)


def test_who_never_listens_does_not_take_the_place_of_who_does(wire: Wire) -> None:
    with ExitStack() as stack, ThreadPoolExecutor() as threads:
        listeners = [stack.enter_context(wire.connect(20)) for _ in range(3)]
        for listener in listeners:
            listener.sendall(request(LONG, "Connection: close", f"Range: bytes=0-{SIZE // 2 - 1}"))
        time.sleep(0.3)  # as whoever listens, they are waited for now and then
        begun = [sum(len(listener.recv(1 << 16)) for _ in range(200)) for listener in listeners]
        heard_by = [threads.submit(heard, listener) for listener in listeners]
        for number in range(200):
            deaf = stack.enter_context(socket.socket())
            deaf.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)  # so that even a little is never all taken
            deaf.connect(("127.0.0.1", int(wire.host.rpartition(":")[2])))
            deaf.sendall(request("/cover.jpg" if number % 2 else LONG))
        rest = [len(each.result()) for each in heard_by]
    assert {one + other > SIZE // 2 for one, other in zip(begun, rest, strict=True)} == {True}
    assert wire.is_well()


def test_who_hangs_up_in_the_middle_leaves_nothing_behind(wire: Wire) -> None:
    before = wire.descriptors
    for number in range(100):
        with wire.connect() as connection:
            connection.sendall(request(LONG, "Range: bytes=1-5,9-99999999") if number % 2 else request(LONG))
            connection.recv(1000)
            how = struct.pack("ii", 1, 0)  # with a reset, not an end
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, how)
    assert settles(lambda: wire.descriptors <= before)
    assert wire.is_well()


def test_who_says_no_more_after_asking_is_done_with(wire: Wire) -> None:
    for data in (request("/feed.xml"), request(LONG), b"GET / HTT", b"", CHUNKED):
        with wire.connect() as connection:
            connection.sendall(data)
            connection.shutdown(socket.SHUT_WR)
            heard(connection)
    assert wire.is_well()


def test_the_server_ends_though_some_never_listen(tmp_path: Path, hummed: Built) -> None:
    with wired(hummed.output, tmp_path) as wire, ExitStack() as deaf:
        wire.lengthen()
        for number in range(30):
            deaf.enter_context(wire.connect()).sendall(request(LONG) * (number % 10))
        assert wire.serves()
        began = time.monotonic()
        wire.process.send_signal(signal.SIGINT)
        assert wire.process.wait(10) == 0
        assert time.monotonic() - began < 5


HASTY = """
from audio_edition.podcast.server import connections
connections.REQUEST_TIMEOUT_SECONDS, connections._CHECK_INTERVAL_SECONDS = 1, 0.1
from audio_edition.cli import run
run()
"""

DRIPS = {
    "nothing": (b"", b""),
    "a head": (b"GET / HTTP/1.1\r\n", b"X: x\r\n"),
    "a line": (b"GET / HTTP/1.1\r\nX: ", b"x"),
    "a second head": (request("/cover.jpg", method="HEAD") + b"GET / HTTP/1.1\r\n", b"X: x\r\n"),
    "a second line": (request("/feed.xml") * 3 + b"GET /", b"x"),
}


@pytest.fixture(scope="module")
def hasty(tmp_path_factory: pytest.TempPathFactory, hummed: Built) -> Iterator[Wire]:
    """A server that waits for a request for a second."""
    with wired(hummed.output, tmp_path_factory.mktemp("hasty"), program=("-c", HASTY)) as found:
        found.lengthen()
        yield found


def dripped(wire: Wire, begun: bytes, drop: bytes) -> float:
    """For how many seconds the server takes drops."""
    began = time.monotonic()
    with wire.connect(0.1) as connection, suppress(ConnectionError):
        connection.sendall(begun)
        while time.monotonic() - began < 10:
            with suppress(TimeoutError):
                if not connection.recv(1 << 16):
                    break
            connection.sendall(drop)
    return time.monotonic() - began


def test_who_lets_a_request_drip_is_waited_for_so_long_and_no_longer(hasty: Wire) -> None:
    with ThreadPoolExecutor(len(DRIPS)) as threads:
        taken = dict(zip(DRIPS, threads.map(lambda drip: dripped(hasty, *drip), DRIPS.values()), strict=True))
    assert {name: 0.8 < seconds < 3 for name, seconds in taken.items()} == dict.fromkeys(DRIPS, True)
    assert hasty.is_well()


def test_who_listens_slowly_hears_it_to_the_end(hasty: Wire) -> None:
    with hasty.connect(20) as listener:
        listener.sendall(request(LONG, "Connection: close", f"Range: bytes=0-{PART - 1}"))
        got = len(listener.recv(1000))
        time.sleep(2.5)  # longer than anybody is waited for who has nothing to hear
        got += len(heard(listener))
    assert got > PART


def test_who_asks_again_in_time_is_answered(hasty: Wire) -> None:
    with hasty.connect() as listener:
        for _ in range(4):
            listener.sendall(request("/cover.jpg", method="HEAD"))
            assert parsed(listener.recv(1000)).status == 200
            time.sleep(0.4)
