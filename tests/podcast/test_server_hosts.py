"""The Host header: DNS rebinding, malformed hosts, and the addresses in a feed that is served."""

from __future__ import annotations

import re
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree

from audio_edition.podcast.feed import make_absolute
from tests.conftest import Built, require
from tests.podcast.browser import chromium
from tests.podcast.wire import Server, parse_answer, receive_all, serve_copy

WORD = "a-word-of-many-letters"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory, tone_edition: Built) -> Iterator[Server]:
    """A server that only this machine can reach."""
    with serve_copy(tone_edition.output, tmp_path_factory.mktemp("own")) as running:
        yield running


@pytest.fixture(scope="module")
def network(tmp_path_factory: pytest.TempPathFactory, tone_edition: Built) -> Iterator[Server]:
    """A server that the whole network can reach."""
    options = ("--host", "0.0.0.0", "--token", WORD)  # noqa: S104 - the test needs all interfaces
    with serve_copy(tone_edition.output, tmp_path_factory.mktemp("network"), *options) as running:
        yield running


LOOPBACK = ["127.0.0.1", "127.0.0.1:1", "localhost", "LocalHost:65535", "[::1]:8765", "[0:0::0:1]", "127.8.9.1:80"]

FOREIGN = [
    "evil.example",
    "evil.example:8765",
    "localhost.evil.example",
    "127.0.0.1.evil.example",
    "evil.example.",
    "localhost.",
    "notlocalhost",
    "127.1",
    "2130706433",
    "0x7f.0.0.1",
    "0177.0.0.1",
    "0.0.0.0",  # noqa: S104
    "192.168.1.5:8765",
    "10.0.0.1",
    "[::]",
    "[::2]:8765",
    "[fe80::1]",
    "[2001:db8::1]:8765",
    "xn--lcalhost-55a",
    "a" * 63 + ".example",
]

MALFORMED = [
    "",
    " ",
    ".",
    ":8765",
    "..",
    "localhost:",
    "localhost:x",
    "localhost:65536",
    "localhost:000080",
    "localhost:8765:8765",
    "localhost, evil.example",
    "localhost evil.example",
    "evil.example@localhost",
    "localhost@evil.example",
    "user:word@127.0.0.1",
    "localhost/evil.example",
    "localhost/../x",
    "localhost?x",
    "localhost#x",
    "localhost\\@evil.example",
    "http://localhost",
    "javascript:alert(1)",
    "::1",
    "[::1",
    "::1]",
    "[::1]x",
    "[::1%25lo]",
    "[fe80::1%lo]:8765",
    "[127.0.0.1]",
    "[1:2:3]",
    "[v1.x]",
    "local_host.-",
    "-localhost",
    "local..host",
    "localhost\x01",
    "localhost\tx",
    "löcalhost",
    "localhost%00",
    "%6cocalhost",
    "<b>localhost</b>",
    'localhost"onclick="',
    "localhost'&amp;",
    "$(id)",
    "{localhost}",
    "a" * 64 + ".example",
    "a." * 130 + "a",
    "a" * 5000,
]


@pytest.mark.parametrize("host", LOOPBACK)
def test_a_request_for_a_loopback_name_is_served(server: Server, host: str) -> None:
    assert server.ask("/feed.xml", host=host).status == 200


@pytest.mark.parametrize("host", FOREIGN)
@pytest.mark.parametrize("target", ["/feed.xml", "/nothing"])
def test_a_request_for_another_host_is_421_whether_or_not_the_file_exists(
    server: Server, host: str, target: str
) -> None:
    answer = server.ask(target, host=host)
    assert (answer.status, len(answer.body) < 100) == (421, True)
    assert "access-control-allow-origin" not in answer.headers


@pytest.mark.parametrize("host", MALFORMED)
def test_a_malformed_host_is_400_everywhere(server: Server, network: Server, host: str) -> None:
    for tested in (server, network):
        for target in (f"{tested.root}/feed.xml", f"{tested.root}/feed.svg", "/nothing"):
            answer = tested.ask(target, host=host)
            assert (answer.status, len(answer.body) < 100) == (400, True)


@pytest.mark.parametrize(
    "head",
    [
        "GET /feed.xml HTTP/1.1",
        "GET /feed.xml HTTP/1.0",
        "GET /feed.xml HTTP/1.1\r\nHost: localhost\r\nHost: localhost",
        "GET /feed.xml HTTP/1.0\r\nHost: localhost\r\nHost: evil.example",
        "GET /feed.xml HTTP/1.1\r\nHost: evil.example\r\nhOST: localhost",
        "GET /feed.xml HTTP/1.1\r\nHost : localhost",
        "GET /feed.xml HTTP/1.1\r\nX-Forwarded-Host: localhost",
        "GET http://evil.example/feed.xml HTTP/1.1\r\nHost: localhost",
        "GET http://localhost/feed.xml HTTP/1.1\r\nHost: localhost",
        "GET evil.example:80 HTTP/1.1\r\nHost: localhost",
        "CONNECT localhost:22 HTTP/1.1\r\nHost: localhost",
        "GET * HTTP/1.1\r\nHost: localhost",
        "OPTIONS * HTTP/1.1\r\nHost: localhost",
    ],
)
def test_a_missing_or_second_host_and_proxy_requests_are_refused(server: Server, head: str) -> None:
    answer = parse_answer(server.send(f"{head}\r\nConnection: close\r\n\r\n".encode()))
    assert (answer.status, len(answer.body) < 100) == (400, True)


@pytest.mark.parametrize(
    "host",
    ["walkman.local:80", "WALKMAN.local", "box.local.", "my_pc.lan:8765", "192.168.1.5:8765", "[fe80::1]:80"],
)
def test_on_a_network_the_addresses_of_the_feed_have_the_requested_host(network: Server, host: str) -> None:
    rss = etree.fromstring(network.ask(f"/{WORD}/feed.xml", host=host).body)
    elements = list(rss.iter(etree.Element))
    addresses = [
        str(element.get(name)) for element in elements for name in ("url", "href") if name in element.attrib
    ]
    addresses += [str(element.text) for element in elements if element.tag == "link"]
    assert len(addresses) > 20
    assert {address.partition(f"/{WORD}/")[0] for address in addresses} == {f"http://{host}"}


def test_a_server_on_ipv6_prints_a_working_address(tmp_path: Path, tone_edition: Built) -> None:
    try:
        socket.create_server(("::1", 0), family=socket.AF_INET6).close()
    except OSError:
        pytest.skip("this machine has no IPv6")
    with serve_copy(tone_edition.output, tmp_path, "--host", "::1") as server:
        answer = server.ask("/feed.xml")
        assert (answer.status, f"http://{server.host}/episodes/".encode() in answer.body) == (200, True)
        assert server.host.startswith("[::1]:")


@pytest.mark.parametrize(
    "lines",
    [
        {"X_Forwarded_Proto": "https"},
        {"X_Forwarded_For": "\x1b[31m, 6.6.6.6", "X_Forwarded_Host": "evil.example", "X_Forwarded_Port": "1"},
        {"Forwarded": "for=6.6.6.6;host=evil.example;proto=https", "X_Forwarded_Prefix": "/evil"},
        {"X_Original_URL": "/report.json", "X_Rewrite_URL": "/report.json", "X_Forwarded_Proto": "javascript"},
    ],
)
def test_headers_of_proxies_are_ignored(server: Server, lines: dict[str, str]) -> None:
    assert server.ask("/feed.xml", **lines).body == server.ask("/feed.xml").body


def test_an_edition_with_a_base_url_keeps_its_addresses_when_served(server: Server) -> None:
    absolute_feed = make_absolute((server.output / "feed.xml").read_bytes(), "https://example.org/audio/")
    (server.output / "feed-2.xml").write_bytes(absolute_feed)
    assert server.ask("/feed-2.xml", host="127.0.0.1:8765", X_Forwarded_Host="example.net").body == absolute_feed


def test_only_feeds_transcripts_and_chapters_allow_cross_origin_requests(server: Server) -> None:
    suffixes = set()
    files = (path for path in server.output.rglob("*") if path.is_file())
    for file in files:
        answer = server.ask(f"/{file.relative_to(server.output).as_posix()}", Origin="https://evil.example")
        if "access-control-allow-origin" in answer.headers:
            suffixes.add("".join(re.findall(r"\.[a-z]\w+", file.name)))
            assert answer.headers["access-control-allow-origin"] == "*"
        assert not [name for name in answer.headers if "allow-credentials" in name.lower()]
    assert suffixes == {".xml", ".vtt", ".chapters.json"}


def test_the_host_of_every_pipelined_request_is_checked(server: Server) -> None:
    with server.connect() as connection:
        hosts = ("localhost", "evil.example", "localhost")
        row = "".join(f"HEAD /feed.xml HTTP/1.1\r\nHost: {host}\r\n\r\n" for host in hosts)
        connection.sendall(f"{row}HEAD / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".encode())
        assert re.findall(rb"HTTP/1.1 (\d+)", receive_all(connection)) == [b"200", b"421", b"200", b"200"]


def test_a_page_that_rebinds_its_name_to_this_machine_reads_nothing(server: Server) -> None:
    port = server.host.rpartition(":")[2]
    with chromium(require("chromium"), "--host-resolver-rules=MAP evil.example 127.0.0.1") as browser:
        page = browser.new_page()
        answers = [page.goto(f"http://{host}:{port}/feed.svg") for host in ("evil.example", "localhost")]
    assert [answer and answer.status for answer in answers] == [421, 200]
