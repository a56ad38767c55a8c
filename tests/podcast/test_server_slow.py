"""Clients that connect without a request, do not read the answer, disconnect, or send or read slowly."""

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
from tests.podcast.wire import (
    LONG_MP3,
    SIZE,
    Server,
    becomes_true,
    parse_answer,
    receive_all,
    request,
    serve_copy,
    serve_long_episode,
)

pytestmark = pytest.mark.slow

PART = 30_000_000
CHUNKED = request("/feed.xml", "Transfer-Encoding: chunked", method="POST")
ROOM = 64
"""Most descriptors that the server may open beyond those of the start."""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory, tone_edition: Built) -> Iterator[Server]:
    with serve_long_episode(tone_edition.output, tmp_path_factory.mktemp("slow")) as running:
        yield running


def test_five_hundred_idle_connections_do_not_displace_a_client(server: Server) -> None:
    before = server.descriptors
    with ExitStack() as idle, server.connect(20) as listener:
        listener.sendall(request(LONG_MP3, "Connection: close", f"Range: bytes=0-{PART - 1}"))
        got = len(listener.recv(1000))
        for _ in range(500):
            idle.enter_context(server.connect())
        assert server.is_healthy()
        assert becomes_true(lambda: server.descriptors < before + ROOM)
        got += len(receive_all(listener))
    assert got > PART
    assert becomes_true(lambda: server.descriptors <= before)


def test_clients_that_never_read_their_answers_cost_little(server: Server) -> None:
    before, memory = server.descriptors, server.memory
    with ExitStack() as clients:
        for _ in range(100):
            clients.enter_context(server.connect()).sendall(request(LONG_MP3) * 20)
        assert server.is_healthy()
        time.sleep(0.5)
        assert server.memory - memory < 50_000_000
        assert server.descriptors < before + 4 * ROOM
        assert server.is_healthy()
    assert becomes_true(lambda: server.descriptors <= before)


def test_clients_that_never_read_do_not_displace_clients_that_do(server: Server) -> None:
    with ExitStack() as stack, ThreadPoolExecutor() as threads:
        listeners = [stack.enter_context(server.connect(20)) for _ in range(3)]
        for listener in listeners:
            listener.sendall(request(LONG_MP3, "Connection: close", f"Range: bytes=0-{SIZE // 2 - 1}"))
        time.sleep(0.3)  # so that their write buffers have been emptied at least once
        first = [sum(len(listener.recv(1 << 16)) for _ in range(200)) for listener in listeners]
        rests = [threads.submit(receive_all, listener) for listener in listeners]
        for number in range(200):
            connection = stack.enter_context(socket.socket())
            connection.setsockopt(
                socket.SOL_SOCKET, socket.SO_RCVBUF, 4096
            )  # so that even a little is never all taken
            connection.connect(("127.0.0.1", int(server.host.rpartition(":")[2])))
            connection.sendall(request("/cover.jpg" if number % 2 else LONG_MP3))
        rest = [len(received.result()) for received in rests]
    assert {one + other > SIZE // 2 for one, other in zip(first, rest, strict=True)} == {True}
    assert server.is_healthy()


def test_a_client_that_disconnects_mid_response_leaves_no_descriptors(server: Server) -> None:
    before = server.descriptors
    for number in range(100):
        with server.connect() as connection:
            connection.sendall(
                request(LONG_MP3, "Range: bytes=1-5,9-99999999") if number % 2 else request(LONG_MP3)
            )
            connection.recv(1000)
            linger = struct.pack("ii", 1, 0)  # closes with a reset
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
    assert becomes_true(lambda: server.descriptors <= before)
    assert server.is_healthy()


def test_a_client_that_closes_its_side_after_a_request_is_served(server: Server) -> None:
    for data in (request("/feed.xml"), request(LONG_MP3), b"GET / HTT", b"", CHUNKED):
        with server.connect() as connection:
            connection.sendall(data)
            connection.shutdown(socket.SHUT_WR)
            receive_all(connection)
    assert server.is_healthy()


def test_the_server_stops_although_clients_never_read(tmp_path: Path, tone_edition: Built) -> None:
    with serve_copy(tone_edition.output, tmp_path) as server, ExitStack() as clients:
        server.add_long_episode()
        for number in range(30):
            clients.enter_context(server.connect()).sendall(request(LONG_MP3) * (number % 10))
        assert server.answers_quickly()
        began = time.monotonic()
        server.process.send_signal(signal.SIGINT)
        assert server.process.wait(10) == 0
        assert time.monotonic() - began < 5


WITH_SHORT_TIMEOUTS = """
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
def impatient_server(tmp_path_factory: pytest.TempPathFactory, tone_edition: Built) -> Iterator[Server]:
    """A server with a time limit of one second for a request."""
    with serve_copy(
        tone_edition.output, tmp_path_factory.mktemp("hasty"), program=("-c", WITH_SHORT_TIMEOUTS)
    ) as running:
        running.add_long_episode()
        yield running


def drip_request(server: Server, start: bytes, piece: bytes) -> float:
    """Send the start of a request, then small pieces; return the seconds until the server disconnects."""
    began = time.monotonic()
    with server.connect(0.1) as connection, suppress(ConnectionError):
        connection.sendall(start)
        while time.monotonic() - began < 10:
            with suppress(TimeoutError):
                if not connection.recv(1 << 16):
                    break
            connection.sendall(piece)
    return time.monotonic() - began


def test_a_request_that_arrives_byte_by_byte_times_out(impatient_server: Server) -> None:
    with ThreadPoolExecutor(len(DRIPS)) as threads:
        taken = dict(
            zip(DRIPS, threads.map(lambda drip: drip_request(impatient_server, *drip), DRIPS.values()), strict=True)
        )
    assert {name: 0.8 < seconds < 3 for name, seconds in taken.items()} == dict.fromkeys(DRIPS, True)
    assert impatient_server.is_healthy()


def test_a_client_that_reads_slowly_gets_the_whole_answer(impatient_server: Server) -> None:
    with impatient_server.connect(20) as listener:
        listener.sendall(request(LONG_MP3, "Connection: close", f"Range: bytes=0-{PART - 1}"))
        got = len(listener.recv(1000))
        time.sleep(2.5)  # longer than the time limit for a request
        got += len(receive_all(listener))
    assert got > PART


def test_a_client_that_sends_requests_within_the_time_limit_is_answered(impatient_server: Server) -> None:
    with impatient_server.connect() as listener:
        for _ in range(4):
            listener.sendall(request("/cover.jpg", method="HEAD"))
            assert parse_answer(listener.recv(1000)).status == 200
            time.sleep(0.4)
