"""Malformed and excessive requests: they cost the server little, and the next valid request is answered."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, suppress
from pathlib import Path

import pytest

from tests.conftest import Built
from tests.podcast.wire import Server, parse_answer, receive_all, request, serve_copy


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory, tone_edition: Built) -> Iterator[Server]:
    with serve_copy(tone_edition.output, tmp_path_factory.mktemp("hostile")) as running:
        running.ask("/feed.xml")
        yield running


CHUNKED = request("/feed.xml", "Transfer-Encoding: chunked", method="POST")
TLS_HELLO = bytes.fromhex("16030100c8010000c40303") + bytes(range(190))
"""The start of a TLS handshake, as a browser sends it for an https address."""

MALFORMED = {
    "10,000 headers": request("/", *(f"x{n}: {n}" for n in range(10_000))),
    "10,000 times the same header": request("/", *["Cookie: a=b"] * 10_000),
    "a header of 1 MB": request("/", "X: " + "x" * 1_000_000),
    "a name of 1 MB": request("/", "X" * 1_000_000 + ": x"),
    "an address of 1 MB": request("/" + "x" * 1_000_000),
    "a query of 1 MB": request("/?" + "x" * 1_000_000),
    "a method of 1 MB": request("/", method="X" * 1_000_000),
    "a line without an end": request("/")[:-2] + b"X: " + b"x" * 5_000_000,
    "empty lines": b"\r\n" * 100_000,
    "spaces": b" " * 1_000_000,
    "NULs": bytes(1_000_000),
    "a NUL in the address": b"GET /\0 HTTP/1.1\r\nHost: localhost\r\n\r\n",
    "a NUL in a header": request("/", "X: \0"),
    "a header over two lines": request("/", "X: x", " y: z"),
    "carriage returns alone": b"GET / HTTP/1.1\rHost: localhost\r\r",
    "line feeds alone": b"GET / HTTP/1.1\nHost: localhost\n\n",
    "a space before the colon": request("/", "Content-Length : 5"),
    "HTTP/0.9": b"GET /\r\n",
    "HTTP/2": b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\x12\4\0\0\0\0\0",
    "HTTP/9.9": b"GET / HTTP/9.9\r\nHost: localhost\r\n\r\n",
    "http/1.1": b"GET / http/1.1\r\nHost: localhost\r\n\r\n",
    "TLS": TLS_HELLO,
    "SSH": b"SSH-2.0-OpenSSH_9.9\r\n",
    "an upgrade to a web socket": request(
        "/feed.xml",
        "Connection: Upgrade",
        "Upgrade: websocket",
        "Sec-WebSocket-Version: 13",
        "Sec-WebSocket-Key: x",
    ),
    "an upgrade to HTTP/2": request("/", "Connection: Upgrade", "Upgrade: h2c", "HTTP2-Settings: AA"),
    "no method": b" / HTTP/1.1\r\nHost: localhost\r\n\r\n",
    "a method that is none": request("/", method="G\xcbT"),
    "an unknown method": request("/", method="BREW"),
    "TRACE": request("/", method="TRACE"),
    "a length of 10^30": request("/", "Content-Length: 1" + "0" * 30),
    "a length below nothing": request("/", "Content-Length: -1"),
    "two lengths": request("/", "Content-Length: 1", "Content-Length: 2"),
    "a length with a sign": request("/", "Content-Length: +5"),
    "a body of 10 MB": request("/feed.xml", "Content-Length: 10000000") + b"x" * 10_000_000,
    "a body that is not awaited": request("/feed.xml", "Content-Length: 99999999999") + b"x" * 5_000_000,
    "a body that is asked for": request("/", "Content-Length: 9", "Expect: 100-continue", method="PUT"),
    "a length and chunks": request("/", "Content-Length: 5", "Transfer-Encoding: chunked") + b"0\r\n\r\n",
    "chunks of chunks": request("/", "Transfer-Encoding: chunked, chunked"),
    "an unknown coding": request("/", "Transfer-Encoding: xchunked"),
    "a million chunks": CHUNKED + b"1\r\nx\r\n" * 1_000_000 + b"0\r\n\r\n",
    "a chunk of 16 EB": CHUNKED + b"ffffffffffffffff\r\n" + b"x" * 1_000_000,
    "a chunk whose size is none": CHUNKED + b"5\r\nabcde\r\nZoo\r\n\r\n",
    "a chunk below nothing": CHUNKED + b"-5\r\nabcde\r\n",
    "a chunk with a long remark": CHUNKED + b"5;" + b"x" * 1_000_000 + b"\r\nabcde\r\n0\r\n\r\n",
    "endless trailers": CHUNKED + b"0\r\n" + b"X: x\r\n" * 200_000,
    "nonsense after HEAD": request("/", method="HEAD") + b"nonsense\r\n\r\n",
    "a chunk whose size is none, after HEAD": CHUNKED.replace(b"POST", b"HEAD") + b"Zoo\r\n\r\n",
    "a day that is none": request("/cover.jpg", "If-Modified-Since: " + "Mon, 99 " * 1000),
    "a million marks": request("/cover.jpg", "If-None-Match: " + '"x",' * 12_000),
    "a language of 12 KB": request("/", "Accept-Encoding: " + "gzip;q=0.1," * 1_000),
}


@pytest.mark.parametrize("data", MALFORMED.values(), ids=MALFORMED)
def test_malformed_requests_cost_little_and_never_cause_a_server_error(server: Server, data: bytes) -> None:
    began = time.monotonic()
    answer = server.send(data, 0.3)
    assert time.monotonic() - began < 3
    assert re.findall(rb"HTTP/1.1 (\d)", answer)[:1] in ([], [b"2"], [b"4"])
    assert not re.findall(rb"HTTP/1.1 5", answer)
    assert server.is_healthy()


@pytest.mark.parametrize("head", [CHUNKED, request("/", "Content-Length: 9", "Expect: 100-continue", method="PUT")])
def test_the_server_does_not_wait_for_a_body(server: Server, head: bytes) -> None:
    with server.connect() as connection:
        connection.sendall(head)
        answer = receive_all(connection)
    assert (parse_answer(answer).status, answer.count(b"HTTP/1.1")) == (405, 1)
    row = server.send(request("/cover.jpg", method="HEAD") + head)
    assert re.findall(rb"HTTP/1.1 (\d+)", row) == [b"200", b"405"]


@pytest.mark.parametrize("data", [CHUNKED + b"1\r\nx\r\n" * 40_000, request("/", *["X:x"] * 12_000)])
def test_many_small_chunks_or_headers_do_not_slow_the_server(server: Server, data: bytes) -> None:
    with ExitStack() as clients:
        for _ in range(40):
            with suppress(OSError):
                clients.enter_context(server.connect(0.1)).sendall(data)
        assert server.is_healthy()


def test_an_empty_body_keeps_the_connection_open(server: Server) -> None:
    row = request("/cover.jpg", "Content-Length: 0", method="HEAD") * 2 + request("/nothing", "Connection: close")
    assert re.findall(rb"HTTP/1.1 (\d+)", server.send(row)) == [b"200", b"200", b"404"]


def test_a_thousand_pipelined_requests_are_answered_in_order(server: Server) -> None:
    row = request("/nothing.mp3") * 1000 + request("/feed.xml", "Connection: close", method="HEAD")
    with ThreadPoolExecutor() as threads:
        answers = threads.submit(server.send, row, 20)
        assert server.answers_quickly()
        assert re.findall(rb"HTTP/1.1 (\d+)", answers.result()) == [*[b"404"] * 1000, b"200"]
    assert server.is_healthy()


def test_repeated_requests_for_a_long_feed_do_not_delay_other_clients(tmp_path: Path, tone_edition: Built) -> None:
    with serve_copy(tone_edition.output, tmp_path) as server, ThreadPoolExecutor() as threads:
        file = server.output / "feed.xml"
        items = re.findall(r"<item>.*</item>", file.read_text("utf-8"), re.DOTALL)
        file.write_text(file.read_text("utf-8").replace(items[0], items[0] * 60), "utf-8")
        assert len(server.ask("/feed.xml").body) > 300_000
        hosts = ("localhost", "127.0.0.1", "[::1]:1")
        row = b"".join(request("/feed.xml").replace(b"localhost", host.encode()) for host in hosts) * 5
        row += request("/nothing", "Connection: close")
        start, longest = time.monotonic(), 0.0
        answers = [threads.submit(server.send, row, 20) for _ in range(20)]
        while not all(answer.done() for answer in answers):
            request_start = time.monotonic()
            assert server.ask("/feed.xml").status == 200
            longest = max(longest, time.monotonic() - request_start)
        assert longest < max(1, (time.monotonic() - start) / 2)  # the machine may be busy with other work
