"""Whom a request is for: pages that lead their name to this machine, hosts that are none, what gets into a feed."""

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
from tests.podcast.wire import Wire, heard, parsed, wired

WORD = "a-word-of-many-letters"


@pytest.fixture(scope="module")
def wire(tmp_path_factory: pytest.TempPathFactory, hummed: Built) -> Iterator[Wire]:
    """Where only this machine can ask."""
    with wired(hummed.output, tmp_path_factory.mktemp("own")) as found:
        yield found


@pytest.fixture(scope="module")
def network(tmp_path_factory: pytest.TempPathFactory, hummed: Built) -> Iterator[Wire]:
    """Where the whole network can."""
    options = ("--host", "0.0.0.0", "--token", WORD)  # noqa: S104 - that is what is tested
    with wired(hummed.output, tmp_path_factory.mktemp("network"), *options) as found:
        yield found


OURS = ["127.0.0.1", "127.0.0.1:1", "localhost", "LocalHost:65535", "[::1]:8765", "[0:0::0:1]", "127.8.9.1:80"]

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

NONE = [
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


@pytest.mark.parametrize("host", OURS)
def test_who_asks_this_machine_by_its_name_is_served(wire: Wire, host: str) -> None:
    assert wire.ask("/feed.xml", host=host).status == 200


@pytest.mark.parametrize("host", FOREIGN)
@pytest.mark.parametrize("target", ["/feed.xml", "/nothing"])
def test_who_asks_for_another_is_told_so_whether_or_not_there_is_a_file(wire: Wire, host: str, target: str) -> None:
    answer = wire.ask(target, host=host)
    assert (answer.status, len(answer.body) < 100) == (421, True)
    assert "access-control-allow-origin" not in answer.headers


@pytest.mark.parametrize("host", NONE)
def test_what_is_no_host_is_refused_everywhere(wire: Wire, network: Wire, host: str) -> None:
    for each in (wire, network):
        for target in (f"{each.root}/feed.xml", f"{each.root}/feed.svg", "/nothing"):
            answer = each.ask(target, host=host)
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
def test_no_host_two_hosts_and_requests_to_a_proxy_are_refused(wire: Wire, head: str) -> None:
    answer = parsed(wire.send(f"{head}\r\nConnection: close\r\n\r\n".encode()))
    assert (answer.status, len(answer.body) < 100) == (400, True)


@pytest.mark.parametrize(
    "host",
    ["walkman.local:80", "WALKMAN.local", "box.local.", "my_pc.lan:8765", "192.168.1.5:8765", "[fe80::1]:80"],
)
def test_on_a_network_the_feed_bears_the_name_by_which_it_was_asked(network: Wire, host: str) -> None:
    rss = etree.fromstring(network.ask(f"/{WORD}/feed.xml", host=host).body)
    elements = list(rss.iter(etree.Element))
    addresses = [str(each.get(name)) for each in elements for name in ("url", "href") if name in each.attrib]
    addresses += [str(each.text) for each in elements if each.tag == "link"]
    assert len(addresses) > 20
    assert {address.partition(f"/{WORD}/")[0] for address in addresses} == {f"http://{host}"}


def test_who_listens_on_ipv6_is_found_there(tmp_path: Path, hummed: Built) -> None:
    try:
        socket.create_server(("::1", 0), family=socket.AF_INET6).close()
    except OSError:
        pytest.skip("this machine has no IPv6")
    with wired(hummed.output, tmp_path, "--host", "::1") as wire:
        answer = wire.ask("/feed.xml")
        assert (answer.status, f"http://{wire.host}/episodes/".encode() in answer.body) == (200, True)
        assert wire.host.startswith("[::1]:")


@pytest.mark.parametrize(
    "lines",
    [
        {"X_Forwarded_Proto": "https"},
        {"X_Forwarded_For": "\x1b[31m, 6.6.6.6", "X_Forwarded_Host": "evil.example", "X_Forwarded_Port": "1"},
        {"Forwarded": "for=6.6.6.6;host=evil.example;proto=https", "X_Forwarded_Prefix": "/evil"},
        {"X_Original_URL": "/report.json", "X_Rewrite_URL": "/report.json", "X_Forwarded_Proto": "javascript"},
    ],
)
def test_what_a_proxy_would_say_changes_nothing(wire: Wire, lines: dict[str, str]) -> None:
    assert wire.ask("/feed.xml", **lines).body == wire.ask("/feed.xml").body


def test_an_edition_with_an_address_of_its_own_keeps_it_behind_a_proxy(wire: Wire) -> None:
    whole = make_absolute((wire.output / "feed.xml").read_bytes(), "https://example.org/audio/")
    (wire.output / "feed-2.xml").write_bytes(whole)
    assert wire.ask("/feed-2.xml", host="127.0.0.1:8765", X_Forwarded_Host="example.net").body == whole


def test_only_what_other_sites_may_play_is_open_to_them(wire: Wire) -> None:
    opened = set()
    files = (path for path in wire.output.rglob("*") if path.is_file())
    for file in files:
        answer = wire.ask(f"/{file.relative_to(wire.output).as_posix()}", Origin="https://evil.example")
        if "access-control-allow-origin" in answer.headers:
            opened.add("".join(re.findall(r"\.[a-z]\w+", file.name)))
            assert answer.headers["access-control-allow-origin"] == "*"
        assert not [name for name in answer.headers if "allow-credentials" in name.lower()]
    assert opened == {".xml", ".vtt", ".chapters.json"}


def test_of_requests_in_a_row_each_has_to_say_its_own_host(wire: Wire) -> None:
    with wire.connect() as connection:
        hosts = ("localhost", "evil.example", "localhost")
        row = "".join(f"HEAD /feed.xml HTTP/1.1\r\nHost: {host}\r\n\r\n" for host in hosts)
        connection.sendall(f"{row}HEAD / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".encode())
        assert re.findall(rb"HTTP/1.1 (\d+)", heard(connection)) == [b"200", b"421", b"200", b"200"]


def test_a_page_whose_name_was_led_here_reads_nothing(wire: Wire) -> None:
    port = wire.host.rpartition(":")[2]
    with chromium(require("chromium"), "--host-resolver-rules=MAP evil.example 127.0.0.1") as browser:
        page = browser.new_page()
        led = [page.goto(f"http://{host}:{port}/feed.svg") for host in ("evil.example", "localhost")]
    assert [answer and answer.status for answer in led] == [421, 200]
