"""Fetching pages from a site on the loopback interface: retries, limits, redirects, robots.txt."""

from __future__ import annotations

import gzip
import socket
import ssl
import subprocess
import time
import tracemalloc
from collections.abc import Iterator
from dataclasses import replace
from email.utils import formatdate
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from audio_edition import __version__
from audio_edition.errors import FetchError
from audio_edition.web.fetch_policy import FetchPolicy
from audio_edition.web.fetcher import NO_VALIDATORS, Fetcher, FetchResult, Validators
from tests.conftest import require
from tests.site import Site, serving

FAST_POLICY = FetchPolicy(
    pause=0.0, retry_delays=(0.0, 0.0), read_timeout=2.0, total_timeout=2.0, max_retry_delay=1.0
)
HTML = {"Content-Type": "text/html"}


def fetch(address: str, policy: FetchPolicy = FAST_POLICY, known: Validators = NO_VALIDATORS) -> FetchResult:
    with Fetcher(policy) as fetcher:
        return fetcher.fetch(address, lambda _: known)


def test_a_page_is_returned_as_sent_with_the_headers_that_matter(site: Site) -> None:
    address = site.put("/mud", 200, b"<p>caf\xe9</p>", Content_Type='Text/HTML; Charset="windows-1252"', ETag='"1"')
    assert fetch(f"  {address}#part ") == FetchResult(
        address=address,
        data=b"<p>caf\xe9</p>",
        media_type="text/html",
        charset="windows-1252",
        validators=Validators(etag='"1"'),
    )


def test_requests_name_the_tool_and_send_no_cookies(site: Site) -> None:
    site.html("/a", "<p>a</p>", Set_Cookie="id=1")
    site.html("/b", "<p>b</p>")
    with Fetcher(FAST_POLICY) as fetcher:
        for path in ("/a", "/b"):
            fetcher.fetch(site.address + path, lambda _: NO_VALIDATORS)
    assert [request.path for request in site.requests] == ["/robots.txt", "/a", "/b"]
    for request in site.requests:
        assert request.headers["user-agent"].startswith(f"audio-edition/{__version__} (")
        assert not {"cookie", "referer", "authorization"} & request.headers.keys()


def test_compressed_pages_are_decompressed(site: Site) -> None:
    page = b"<p>" + b"mud " * 100_000 + b"</p>"
    address = site.put("/mud", 200, gzip.compress(page), Content_Encoding="gzip", **HTML)
    assert fetch(address).data == page


def test_an_unchanged_page_is_not_sent_again(site: Site) -> None:
    address = site.html("/mud", "<p>mud</p>", ETag='W/"1"')
    found = fetch(address)
    assert fetch(address, known=found.validators) == FetchResult(address=address, unchanged=True)
    fetch(address, known=Validators(modified="Sat, 21 Nov 2026 06:00:00 GMT"))
    assert site.requests[-1].headers["if-modified-since"] == "Sat, 21 Nov 2026 06:00:00 GMT"


def test_redirects_are_followed_and_the_last_address_is_returned(site: Site) -> None:
    site.put("/a", 301, Location="b?x=1#top")
    site.put("/b?x=1", 307, Location=f"{site.address}/mud")
    site.html("/mud", "<p>mud</p>")
    assert fetch(f"{site.address}/a").address == f"{site.address}/mud"


@pytest.mark.parametrize("location", ["/a", "/b"])
def test_a_circle_of_redirects_is_an_error_at_once(site: Site, location: str) -> None:
    site.put("/a", 302, Location=location)
    site.put("/b", 302, Location="/a")
    with pytest.raises(FetchError, match="/a: redirects again and again"):
        fetch(f"{site.address}/a")
    assert len(site.paths()) <= 2


def test_too_many_redirects_are_an_error(site: Site) -> None:
    for number in range(20):
        site.put(f"/{number}", 302, Location=f"/{number + 1}")
    with pytest.raises(FetchError, match="never to a page"):
        fetch(f"{site.address}/0", replace(FAST_POLICY, max_redirects=4))
    assert site.paths() == ["/0", "/1", "/2", "/3", "/4"]


@pytest.mark.parametrize("target", ["file:///etc/passwd", "ftp://127.0.0.1/x", "javascript:1", "http://["])
def test_a_redirect_to_an_address_that_is_not_http_is_an_error(site: Site, target: str) -> None:
    site.put("/a", 302, Location=target)
    with pytest.raises(FetchError, match=r"/a: .* is no web address"):
        fetch(f"{site.address}/a")


@pytest.mark.parametrize("address", ["ftp://example.org/x", "file:///etc/passwd", "http://", "https://[x", "://"])
def test_an_address_that_is_not_http_is_an_error(address: str) -> None:
    with pytest.raises(FetchError, match="is no web address") as caught:
        fetch(address)
    assert "https://" in caught.value.hint


def test_an_address_with_a_password_is_refused_without_showing_it(site: Site) -> None:
    with pytest.raises(FetchError, match="password") as caught:
        fetch(site.address.replace("//", "//ada:secret@"))
    assert site.requests == []
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize(
    ("status", "words", "hint"),
    [
        (404, "404 Not Found", "check the address"),
        (410, "410 Gone", "check the address"),
        (401, "401 Unauthorized", "browser"),
        (403, "403 Forbidden", "browser"),
        (418, "418", "later"),
        (599, "status 599", "later"),
        (302, "302 Found", "later"),
    ],
)
def test_an_error_status_is_one_line_with_a_hint(site: Site, status: int, words: str, hint: str) -> None:
    with pytest.raises(FetchError) as caught:
        fetch(site.put("/x", status))
    assert str(caught.value).startswith(f"{site.address}/x: {words}")
    assert hint in caught.value.hint


@pytest.mark.parametrize("kind", ["image/png", "application/pdf", "application/json", "video/mp4; codecs=x"])
def test_content_that_is_neither_page_nor_feed_is_not_received(site: Site, kind: str) -> None:
    def send(handler: Any) -> None:
        handler.send_response(200)
        handler.send_header("Content-Type", kind)
        handler.send_header("Content-Length", str(2**40))
        handler.end_headers()

    site.raw["/x"] = send
    with pytest.raises(FetchError, match=f"is {kind.split(';', maxsplit=1)[0]}, neither a page nor a feed"):
        fetch(f"{site.address}/x")


@pytest.mark.parametrize("status", [429, 500, 502, 503, 504])
def test_a_request_to_a_busy_host_is_retried(site: Site, status: int) -> None:
    address = site.in_turn("/mud", (status, {}, b""), (200, HTML, b"<p>mud</p>"))
    assert fetch(address).data == b"<p>mud</p>"
    assert site.paths() == ["/mud", "/mud"]


def test_the_number_of_retries_is_limited(site: Site) -> None:
    with pytest.raises(FetchError, match="500 Internal Server Error"):
        fetch(site.put("/mud", 500))
    assert len(site.paths()) == 3


@pytest.mark.parametrize("date", [False, True])
def test_the_client_waits_for_retry_after(site: Site, *, date: bool) -> None:
    wait = formatdate(time.time() + 1.9, usegmt=True) if date else "1"
    address = site.in_turn("/mud", (429, {"Retry-After": wait}, b""), (200, HTML, b"<p>mud</p>"))
    fetch(address, replace(FAST_POLICY, max_retry_delay=5.0))
    first, second = (request.at for request in site.requests if request.path == "/mud")
    assert second - first >= (0.5 if date else 1.0)


def test_a_long_retry_after_is_an_error_without_a_retry(site: Site) -> None:
    with pytest.raises(FetchError, match="asks to come back in 3600 seconds"):
        fetch(site.put("/mud", 503, Retry_After="3600"))
    assert site.paths() == ["/mud"]


@pytest.mark.parametrize("value", ["soon", "9" * 5000, "-1", "Sat, 99 Foo 2026"])
def test_an_invalid_retry_after_is_ignored(site: Site, value: str) -> None:
    address = site.in_turn("/mud", (503, {"Retry-After": value}, b""), (200, HTML, b"<p>mud</p>"))
    assert fetch(address).data == b"<p>mud</p>"


def test_a_request_is_retried_after_a_broken_connection(site: Site) -> None:
    def send(handler: Any) -> None:
        is_first = len(site.paths()) == 1
        handler.send_response(200)
        handler.send_header("Content-Type", "text/html")
        handler.send_header("Content-Length", "10")
        handler.end_headers()
        handler.wfile.write(b"<p>mu" if is_first else b"<p>mud</p>")
        handler.close_connection = True

    site.raw["/mud"] = send
    assert fetch(f"{site.address}/mud").data == b"<p>mud</p>"


def test_an_incomplete_page_is_an_error(site: Site) -> None:
    def send(handler: Any) -> None:
        handler.send_response(200)
        handler.send_header("Content-Type", "text/html")
        handler.send_header("Transfer-Encoding", "chunked")
        handler.end_headers()
        handler.wfile.write(b"5\r\n<p>mu\r\n")
        handler.close_connection = True

    site.raw["/mud"] = send
    with pytest.raises(FetchError, match="the connection broke"):
        fetch(f"{site.address}/mud")


def test_a_silent_host_is_an_error_after_the_read_timeout(site: Site) -> None:
    site.raw["/mud"] = lambda _: time.sleep(3)
    with pytest.raises(FetchError, match=r"no answer in 0.3 seconds"):
        fetch(f"{site.address}/mud", replace(FAST_POLICY, read_timeout=0.3))


def test_a_very_slow_reply_is_an_error_after_the_total_timeout(site: Site) -> None:
    def send(handler: Any) -> None:
        handler.send_response(200)
        handler.send_header("Content-Type", "text/html")
        handler.end_headers()
        for _ in range(100):
            handler.wfile.write(b"a")
            time.sleep(0.05)

    site.raw["/mud"] = send
    start = time.monotonic()
    with pytest.raises(FetchError, match=r"took longer than 0.4 seconds"):
        fetch(f"{site.address}/mud", replace(FAST_POLICY, total_timeout=0.4))
    assert time.monotonic() - start < 2


def gzip_bomb(size: int) -> Iterator[bytes]:
    packer = gzip.zlib.compressobj(9, gzip.zlib.DEFLATED, 31)  # type: ignore[attr-defined]
    for _ in range(size >> 20):
        yield packer.compress(bytes(1 << 20))
    yield packer.flush()


def test_a_reply_that_is_too_large_is_an_error_compressed_or_not(site: Site) -> None:
    small = replace(FAST_POLICY, max_bytes=2**20)
    with pytest.raises(FetchError, match="is larger than 1 MB"):
        fetch(site.put("/a", 200, bytes(2**21), **HTML), small)
    packed = b"".join(gzip_bomb(2**28))
    assert len(packed) < 2**20
    tracemalloc.start()
    with pytest.raises(FetchError, match="is larger than 1 MB"):
        fetch(site.put("/b", 200, packed, Content_Encoding="gzip", **HTML), small)
    assert tracemalloc.get_traced_memory()[1] < 2**24
    tracemalloc.stop()


def test_broken_compression_is_an_error(site: Site) -> None:
    with pytest.raises(FetchError, match="its compression is broken"):
        fetch(site.put("/a", 200, b"not gzip at all", Content_Encoding="gzip", **HTML))


def test_an_unreachable_or_unknown_host_is_an_error() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    with pytest.raises(FetchError, match=rf"http://127.0.0.1:{port}/x: the host cannot be reached"):
        fetch(f"http://127.0.0.1:{port}/x")
    with pytest.raises(FetchError, match="there is no host of that name"):
        fetch("http://nowhere.invalid/")


def test_a_self_signed_certificate_is_not_trusted(tmp_path: Path) -> None:
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    make = [
        require("openssl"),
        "req",
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-days",
        "2",
        "-subj",
        "/CN=127.0.0.1",
    ]
    subprocess.run([*make, "-keyout", key, "-out", certificate], check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    with (
        serving(lambda plain: context.wrap_socket(plain, server_side=True)) as site,
        pytest.raises(FetchError, match="the connection is not secure") as caught,
    ):
        fetch(site.html("/mud", "<p>mud</p>"))
    assert "certificate" in caught.value.hint.lower()
    assert site.requests == []


def test_the_systems_proxy_is_used(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("no_proxy", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("http_proxy", site.address)
    site.html("http://example.org/mud", "<p>mud</p>")
    assert fetch("http://example.org/mud").data == b"<p>mud</p>"
    assert [request.path for request in site.requests] == [
        "http://example.org/robots.txt",
        "http://example.org/mud",
    ]


def put_robots_txt(site: Site, text: str) -> None:
    site.put("/robots.txt", 200, text.encode(), Content_Type="text/plain")


@pytest.mark.parametrize(
    ("rules", "allowed"),
    [
        ("User-agent: *\nDisallow: /private/", True),
        ("User-agent: *\nDisallow: /", False),
        ("User-agent: *\nDisallow: /*.html$", False),
        ("User-agent: *\nDisallow: /\nAllow: /mud", True),
        ("User-agent: audio-edition\nDisallow: /\n\nUser-agent: *\nAllow: /", False),
        ("User-agent: somebody-else\nDisallow: /", True),
        ("\ufeffUser-agent: *\nDisallow: /mud", False),
        ("<html>no rules at all</html>", True),
        ("", True),
    ],
)
def test_robots_txt_is_obeyed(site: Site, rules: str, *, allowed: bool) -> None:
    put_robots_txt(site, rules)
    address = site.html("/mud.html", "<p>mud</p>")
    if allowed:
        assert fetch(address).data
    else:
        with pytest.raises(FetchError, match=r"mud.html: the site's robots.txt asks") as caught:
            fetch(address)
        assert "browser" in caught.value.hint
        assert site.paths() == []


def test_robots_txt_is_obeyed_for_the_target_of_a_redirect(site: Site) -> None:
    with serving() as other:
        put_robots_txt(other, "User-agent: *\nDisallow: /")
        site.put("/a", 302, Location=other.html("/mud", "<p>mud</p>"))
        with pytest.raises(FetchError, match=rf"{other.address}/mud: the site's robots.txt"):
            fetch(f"{site.address}/a")
        assert other.paths() == []


def test_robots_txt_may_redirect_and_a_host_that_fails_to_send_it_is_not_fetched_from(site: Site) -> None:
    address = site.html("/mud", "<p>mud</p>")
    site.put("/robots.txt", 301, Location="/elsewhere.txt")
    site.put("/elsewhere.txt", 200, b"User-agent: *\nDisallow: /mud")
    with pytest.raises(FetchError, match="asks tools to leave it alone"):
        fetch(address)
    site.put("/robots.txt", 503)
    with pytest.raises(FetchError, match=r"mud: its robots.txt: 503 Service Unavailable"):
        fetch(address)
    assert "/mud" not in site.paths()


def test_robots_txt_is_fetched_once_and_requests_are_paused(site: Site) -> None:
    policy = replace(FAST_POLICY, pause=0.1, max_pause=0.3)
    for path in ("/a", "/b"):
        site.html(path, "<p>mud</p>")

    def gaps() -> list[float]:
        with Fetcher(policy) as fetcher:
            site.requests.clear()
            for path in ("/a", "/b"):
                fetcher.fetch(site.address + path, lambda _: NO_VALIDATORS)
        assert [request.path for request in site.requests] == ["/robots.txt", "/a", "/b"]
        times = [request.at for request in site.requests]
        return [later - earlier for earlier, later in pairwise(times)]

    assert all(gap >= 0.1 for gap in gaps())
    put_robots_txt(site, "User-agent: *\nCrawl-delay: 0.2")
    assert gaps()[1] >= 0.2
    put_robots_txt(site, "User-agent: *\nCrawl-delay: 3600")
    assert 0.3 <= gaps()[1] < 10
    put_robots_txt(site, "User-agent: *\nCrawl-delay: nan")
    assert gaps()[1] >= 0.1
