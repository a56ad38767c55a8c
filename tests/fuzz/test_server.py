"""Malformed requests to a real server: it never fails, never tells a secret, and serves the next honest client."""

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
from tests.fuzz.http import Asking, Grammar
from tests.podcast.wire import MAX_MEMORY_BYTES, UNPUBLISHED, Server, becomes_true, receive_all, serve_copy
from tests.tally import Tally

pytestmark = pytest.mark.slow

CASES = 200 * FACTOR
AT_ONCE = 20
THOUGHT, SILENCE = 1, 0.1
"""Seconds in which an answer begins, and goes on; there is none to what does not end."""

SECRETS = ["report.json", "archive.json", "issues/2026-11-21.json", ".hidden.html", "episodes/.x.mp3", "notes.txt"]
WORD = "Sesame-opens_16x"
PATHS = [
    *("/", "/feed.xml", "/feed.svg", "/cover.jpg", "/index.html", "/episodes/mud.vtt", "/episodes/mud.html"),
    *("/issues/2026-11-21.html", "/episodes/long.mp3", "/episodes/mud.chapters.json", "/linked/secret.html"),
    *("/secret.html", "/episodes/linked/secret.html", "/episodes/../../secret.html", "/outside/secret.html", "*"),
    *(f"/feed-{number}.xml" for number in ("2", "0", "9" * 30, "9" * 5000)),
    *(f"/{secret}" for secret in SECRETS),
]


@pytest.fixture(scope="module", params=["open", "with a token"])
def wire(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, hummed: Built
) -> Iterator[Server]:
    """An edition with secrets all over it, open to this machine or behind a token that nobody here knows."""
    options = () if request.param == "open" else ("--token", WORD, "--verbose")
    with serve_copy(hummed.output, tmp_path_factory.mktemp("fuzz"), *options) as found:
        for secret in SECRETS:
            (found.output / secret).write_text(UNPUBLISHED)
        (found.output / "episodes" / "long.mp3").write_bytes(bytes(1_000_000))
        yield found


def answered(wire: Server, asking: Asking) -> bytes:
    """All that comes back."""
    with wire.connect(20) as connection, suppress(OSError):
        with suppress(OSError):  # it may hang up before it has heard the end
            for piece in asking.pieces:
                connection.sendall(piece)
        connection.settimeout(THOUGHT)
        begun = connection.recv(1 << 16)
        connection.settimeout(SILENCE)
        return begun + receive_all(connection)
    return b""


def unpacked(answer: bytes) -> Iterator[bytes]:
    """An answer as it came, and what is compressed in it."""
    yield answer
    for match in re.finditer(rb"\x1f\x8b\x08", answer):
        with suppress(zlib.error):
            yield zlib.decompressobj(31).decompress(answer[match.start() :])


def faults(answer: bytes) -> Iterator[str]:
    """What no answer may be or have."""
    if re.search(rb"HTTP/1.1 5\d\d ", answer):
        yield "a fault of the server's"
    for text in unpacked(answer):
        yield from (f"tells {secret!r}" for secret in (UNPUBLISHED, WORD, "Traceback") if secret.encode() in text)


def test_no_request_makes_the_server_fail_or_tell(wire: Server, tally: Tally) -> None:
    grammar = Grammar(f"{wire.root or 'open'}", [wire.root.replace(WORD, "x") + path for path in PATHS])
    assert wire.answers_quickly()
    before, found = wire.descriptors, []
    with ThreadPoolExecutor(AT_ONCE) as threads:
        askings = [grammar.asking() for _ in range(CASES)]
        judged = [threads.submit(lambda asking: list(faults(answered(wire, asking))), each) for each in askings]
        while not all(each.done() for each in judged):
            assert wire.answers_quickly()
            time.sleep(0.1)
    for asking, each in zip(askings, judged, strict=True):
        found += [f"{fault}: {asking.data!r}" for fault in each.result()]
    with tally("a malformed request", CASES):
        assert found == []
    said = wire.stderr_file.read_text()
    assert "Traceback" not in said
    assert "error" not in said.lower()
    assert WORD not in said
    assert wire.process.poll() is None
    assert becomes_true(lambda: wire.descriptors <= before)
    assert wire.memory < MAX_MEMORY_BYTES
