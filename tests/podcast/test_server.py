"""The server over real HTTP: ranges, media types, addresses, and files that it must not serve."""

from __future__ import annotations

import gzip
import http.client
import io
import re
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest
import segno

from tests.conftest import Built


@contextmanager
def run_server(
    output: Path, *options: str | Path, program: Sequence[str] = ("-m", "audio_edition"), **popen: Any
) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """Run `audio-edition serve` in its own process on a free port; yield the process and the feed's address."""
    command = [sys.executable, *program, "serve", str(output), "--port", "0", *map(str, options)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, **popen) as process:
        assert process.stdout is not None
        try:
            yield process, process.stdout.readline().removeprefix("Feed: ").strip()
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(timeout=10)


@contextmanager
def serve(output: Path, *options: str) -> Iterator[str]:
    """Serve an output folder, and yield the address of its feed."""
    with run_server(output, *options) as (_, address):
        yield address


@pytest.fixture(scope="module")
def feed_address(sample: Built) -> Iterator[str]:
    with serve(sample.output) as address:
        yield address


@pytest.fixture
def media(sample: Built) -> str:
    """The path of an article's MP3."""
    return f"/{sample.episode('mud', '.mp3').relative_to(sample.output).as_posix()}"


def get(
    feed_address: str, path: str, method: str = "GET", **headers: str
) -> tuple[http.client.HTTPResponse, bytes]:
    """Request a path of the server exactly as given; return the response and its body."""
    match = re.match(r"http://([^/]+)(/.*)?", feed_address)
    assert match
    with closing(http.client.HTTPConnection(match[1], timeout=10)) as connection:
        connection.request(method, path, headers={name.replace("_", "-"): value for name, value in headers.items()})
        answer = connection.getresponse()
        return answer, answer.read()


def test_files_are_served_with_their_media_types(feed_address: str, sample: Built, media: str) -> None:
    for path, kind in {
        "/": "text/html",
        "/feed.xml": "application/rss+xml",
        "/cover.jpg": "image/jpeg",
        media: "audio/mpeg",
        "/episodes/mud.vtt": "text/vtt",
        "/episodes/mud.chapters.json": "application/json+chapters",
        "/episodes/mud.html": "text/html",
    }.items():
        answer, body = get(feed_address, path)
        assert answer.status == 200, path
        assert (answer.headers["content-type"] or "").startswith(kind)
        if path.startswith("/episodes"):
            assert body == (sample.output / path[1:]).read_bytes()


def test_a_range_request_gets_the_requested_bytes(feed_address: str, sample: Built, media: str) -> None:
    content = sample.episode("mud", ".mp3").read_bytes()
    answer, body = get(feed_address, media, Range="bytes=1000-1999")
    assert (answer.status, body) == (206, content[1000:2000])
    assert answer.headers["content-range"] == f"bytes 1000-1999/{len(content)}"
    answer, body = get(feed_address, media, Range="bytes=-500")
    assert (answer.status, body) == (206, content[-500:])
    assert get(feed_address, media, Range=f"bytes={len(content)}-")[0].status == 416
    stale, body = get(feed_address, media, Range="bytes=0-9", If_Range='"another"')
    assert (stale.status, body) == (200, content)


def test_a_client_with_the_current_version_gets_304(feed_address: str, media: str) -> None:
    for path in ("/feed.xml", media):
        etag = get(feed_address, path)[0].headers["etag"]
        answer, body = get(feed_address, path, If_None_Match=etag)
        assert (answer.status, body) == (304, b"")


def test_head_of_the_cover_has_its_length_and_no_body(feed_address: str) -> None:
    answer, body = get(feed_address, "/cover.jpg", method="HEAD")
    assert (answer.status, body) == (200, b"")
    assert int(answer.headers["content-length"] or 0) > 1000


@pytest.mark.parametrize(
    "path",
    [
        "/.audio-edition.lock",
        "/report.json",
        "/report.json.bak",
        "/archive.json",
        "/issues/2026-11-21.json",
        "/../pyproject.toml",
        "/%2e%2e/%2e%2e/etc/passwd",
        "/episodes/..%2f..%2fx.html",
        "/episodes/",
        "/nothing.mp3",
        "//etc/passwd",
    ],
)
def test_unpublished_files_are_not_served(feed_address: str, path: str) -> None:
    assert get(feed_address, path)[0].status in {404, 405, 307, 400}
    assert b"root:" not in get(feed_address, path)[1]


def test_symbolic_links_out_of_the_folder_are_not_followed(tmp_path: Path, sample: Built) -> None:
    secret = tmp_path / "secret.html"
    secret.write_text("secret")
    link = sample.output / "link.html"
    link.symlink_to(secret)
    try:
        with serve(sample.output) as address:
            assert get(address, "/link.html")[0].status == 404
    finally:
        link.unlink()


def test_text_is_compressed_but_audio_and_ranges_are_not(feed_address: str, sample: Built, media: str) -> None:
    answer, body = get(feed_address, "/feed.xml", Accept_Encoding="gzip")
    assert answer.headers["content-encoding"] == "gzip"
    assert gzip.decompress(body) == get(feed_address, "/feed.xml")[1]
    answer, body = get(feed_address, "/episodes/mud.vtt", Accept_Encoding="gzip")
    assert gzip.decompress(body) == sample.episode("mud", ".vtt").read_bytes()
    answer, body = get(feed_address, media, Accept_Encoding="gzip")
    assert (answer.headers["content-encoding"], body) == (None, sample.episode("mud", ".mp3").read_bytes())
    answer, body = get(feed_address, "/episodes/mud.vtt", Accept_Encoding="gzip", Range="bytes=2-9")
    assert (answer.status, body) == (206, sample.episode("mud", ".vtt").read_bytes()[2:10])


def test_on_a_network_the_stored_token_protects_the_server_and_stays_the_same(
    sample: Built, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    tokens = []
    for _ in range(2):
        with serve(sample.output, "--host", "0.0.0.0") as address:  # noqa: S104 - the test needs all interfaces
            _, _, network, token, _ = address.split("/")
            here = f"http://127.0.0.1:{network.split(':')[1]}"
            assert get(here, f"/{token}/feed.xml")[0].status == 200
            assert get(here, "/feed.xml")[0].status == 404
            tokens.append(token)
    assert len(tokens[0]) >= 16
    assert tokens[0] == tokens[1]
    (token_file,) = tmp_path.rglob("serve-token")
    assert token_file.stat().st_mode & 0o077 == 0


def test_a_token_with_a_slash_is_refused(sample: Built) -> None:
    command = [sys.executable, "-m", "audio_edition", "serve", str(sample.output), "--token", "a/b"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=30, check=False)
    assert (done.returncode, "letters, digits" in done.stderr) == (2, True)


def test_verbose_logs_every_request_and_qr_prints_a_code(sample: Built) -> None:
    command = [sys.executable, "-m", "audio_edition", "serve", str(sample.output), "--port", "0", "-v", "--qr"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        address = process.stdout.readline().removeprefix("Feed: ").strip()
        assert get(address, "/episodes/mud.vtt")[0].status == 200
        process.send_signal(signal.SIGINT)
        _, stderr = process.communicate(timeout=10)
    code = io.StringIO()
    segno.make(address).terminal(out=code, compact=True)
    assert code.getvalue() in stderr
    assert "GET /episodes/mud.vtt" in stderr
    assert (process.returncode, "Aborted" in stderr) == (0, False)


def test_with_a_token_nothing_is_served_outside_it(sample: Built, media: str) -> None:
    with serve(sample.output, "--token", "hush") as address:
        assert address.endswith("/hush/feed.xml")
        answer, body = get(address, "/hush/feed.xml")
        assert answer.status == 200
        assert f"/hush{media}".encode() in body
        assert get(address, "/feed.xml")[0].status == 404
        assert get(address, media)[0].status == 404
