"""Malformed requests to a real server: it never fails, reveals no secret, and serves the next valid request."""

from __future__ import annotations

import re
import time
import zlib
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress

import pytest

from tests.conftest import Built
from tests.fuzz import FACTOR
from tests.fuzz.http import Grammar, RawRequest
from tests.podcast.wire import MAX_MEMORY_BYTES, UNPUBLISHED, Server, becomes_true, receive_all, serve_copy
from tests.tally import Tally

pytestmark = pytest.mark.slow

CASES = 200 * FACTOR
CONNECTIONS = 20
FIRST_BYTE_SECONDS, SILENCE_SECONDS = 1, 0.1
"""Seconds to wait for the first and for further bytes; an unfinished request has no answer."""

SECRETS = ["report.json", "archive.json", "issues/2026-11-21.json", ".hidden.html", "episodes/.x.mp3", "notes.txt"]
ACCESS_CODE = "Sesame-opens_16x"
PATHS = [
    *("/", "/feed.xml", "/feed.svg", "/cover.jpg", "/index.html", "/episodes/mud.vtt", "/episodes/mud.html"),
    *("/issues/2026-11-21.html", "/episodes/long.mp3", "/episodes/mud.chapters.json", "/linked/secret.html"),
    *("/secret.html", "/episodes/linked/secret.html", "/episodes/../../secret.html", "/outside/secret.html", "*"),
    *(f"/feed-{number}.xml" for number in ("2", "0", "9" * 30, "9" * 5000)),
    *(f"/{secret}" for secret in SECRETS),
]


@pytest.fixture(scope="module", params=["open", "with a token"])
def server(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, tone_edition: Built
) -> Iterator[Server]:
    """An edition beside secret files, served openly or behind a token that the requests do not know."""
    options = () if request.param == "open" else ("--token", ACCESS_CODE, "--verbose")
    with serve_copy(tone_edition.output, tmp_path_factory.mktemp("fuzz"), *options) as running:
        for secret in SECRETS:
            (running.output / secret).write_text(UNPUBLISHED)
        (running.output / "episodes" / "long.mp3").write_bytes(bytes(1_000_000))
        yield running


def send(server: Server, request: RawRequest) -> bytes:
    """Send a request and return all bytes of the answer."""
    with server.connect(20) as connection, suppress(OSError):
        with suppress(OSError):  # the server may hang up before it has the whole request
            for piece in request.pieces:
                connection.sendall(piece)
        connection.settimeout(FIRST_BYTE_SECONDS)
        beginning = connection.recv(1 << 16)
        connection.settimeout(SILENCE_SECONDS)
        return beginning + receive_all(connection)
    return b""


def decompress_parts(answer: bytes) -> Iterator[bytes]:
    """Yield an answer as received, and each gzip stream in it decompressed."""
    yield answer
    for match in re.finditer(rb"\x1f\x8b\x08", answer):
        with suppress(zlib.error):
            yield zlib.decompressobj(31).decompress(answer[match.start() :])


def find_faults(answer: bytes) -> Iterator[str]:
    """Yield the faults of an answer: a server error, or a secret in it."""
    if re.search(rb"HTTP/1.1 5\d\d ", answer):
        yield "a server error"
    for text in decompress_parts(answer):
        yield from (
            f"reveals {secret!r}" for secret in (UNPUBLISHED, ACCESS_CODE, "Traceback") if secret.encode() in text
        )


def test_no_malformed_request_makes_the_server_fail_or_reveal_a_secret(server: Server, tally: Tally) -> None:
    grammar = Grammar(f"{server.root or 'open'}", [server.root.replace(ACCESS_CODE, "x") + path for path in PATHS])
    assert server.answers_quickly()
    before, faults = server.descriptors, []
    with ThreadPoolExecutor(CONNECTIONS) as threads:
        requests = [grammar.make_request() for _ in range(CASES)]
        answers = [
            threads.submit(lambda sent: list(find_faults(send(server, sent))), request) for request in requests
        ]
        while not all(answer.done() for answer in answers):
            assert server.answers_quickly()
            time.sleep(0.1)
    for request, answer in zip(requests, answers, strict=True):
        faults += [f"{fault}: {request.data!r}" for fault in answer.result()]
    with tally("a malformed request", CASES):
        assert faults == []
    stderr = server.stderr_file.read_text()
    assert "Traceback" not in stderr
    assert "error" not in stderr.lower()
    assert ACCESS_CODE not in stderr
    assert server.process.poll() is None
    assert becomes_true(lambda: server.descriptors <= before)
    assert server.memory < MAX_MEMORY_BYTES
