"""Raw requests that no HTTP client has normalized: ranges, headers, and paths out of the folder."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.conftest import Built
from tests.podcast.test_server import serve
from tests.podcast.wire import UNPUBLISHED, Server, parse_answer, serve_copy


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory, tone_edition: Built) -> Iterator[Server]:
    with serve_copy(tone_edition.output, tmp_path_factory.mktemp("wire")) as running:
        yield running


def test_two_ranges_come_as_one_multipart_answer(server: Server) -> None:
    content = server.episode.read_bytes()
    answer = server.ask(server.target, Range="bytes=10-19, -7")
    assert answer.status == 206
    kind, _, boundary = str(answer.headers["content-type"]).partition("; boundary=")
    assert kind == "multipart/byteranges"
    parts = [parse_answer(b"part 206" + part) for part in answer.body.split(f"--{boundary}".encode())[1:-1]]
    assert [part.body.removesuffix(b"\r\n") for part in parts] == [content[10:20], content[-7:]]
    assert [part.headers["content-range"] for part in parts] == [
        f"bytes 10-19/{len(content)}",
        f"bytes {len(content) - 7}-{len(content) - 1}/{len(content)}",
    ]
    assert {part.headers["content-type"] for part in parts} == {"audio/mpeg"}
    assert int(answer.headers["content-length"]) == len(answer.body)


def test_a_range_is_sent_only_if_the_file_is_unchanged(server: Server) -> None:
    content = server.episode.read_bytes()
    first = server.ask(server.target)
    for name in ("etag", "last-modified"):
        answer = server.ask(server.target, Range="bytes=5-", If_Range=first.headers[name])
        assert (answer.status, answer.body) == (206, content[5:]), name
    for stale in ('"another"', "Sat, 21 Nov 2015 00:00:00 GMT", f"W/{first.headers['etag']}"):
        answer = server.ask(server.target, Range="bytes=5-", If_Range=stale)
        assert (answer.status, answer.body) == (200, content), stale


def test_head_sends_the_headers_of_get_and_no_body(server: Server) -> None:
    size = server.episode.stat().st_size
    answer = server.ask(server.target, "HEAD", Range="bytes=10-19")
    assert (answer.status, answer.headers["content-length"], answer.body) == (206, "10", b"")
    assert answer.headers["content-range"] == f"bytes 10-19/{size}"
    answer = server.ask(server.target, "HEAD")
    assert (answer.status, answer.headers["content-length"], answer.body) == (200, str(size), b"")
    answer = server.ask("/feed.xml", "HEAD")
    assert (answer.status, answer.body) == (200, b"")


@pytest.mark.parametrize(
    "requested", ["bytes=9-5", "bytes=x", "seconds=1-2", "bytes", "bytes=,", "bytes=99999999-"]
)
def test_a_malformed_range_is_refused(server: Server, requested: str) -> None:
    answer = server.ask(server.target, Range=requested)
    assert answer.status in {400, 416}
    assert len(answer.body) < 100


def test_too_many_ranges_get_the_whole_file(server: Server) -> None:
    answer = server.ask(server.target, Range="bytes=" + ",".join(f"{n}-{n}" for n in range(0, 1000, 2)))
    assert (answer.status, answer.body) == (200, server.episode.read_bytes())


def test_every_kind_of_file_has_its_media_type_is_not_sniffed_and_is_revalidated(server: Server) -> None:
    stem = server.episode.name.partition(".")[0]
    kinds = {
        "/": "text/html; charset=utf-8",
        "/feed.xml": "application/rss+xml; charset=utf-8",
        "/cover.jpg": "image/jpeg",
        server.target: "audio/mpeg",
        f"/episodes/{stem}.vtt": "text/vtt; charset=utf-8",
        f"/episodes/{stem}.chapters.json": "application/json+chapters",
        f"/episodes/{stem}.html": "text/html; charset=utf-8",
    }
    for target, kind in kinds.items():
        headers = server.ask(target).headers
        assert headers["content-type"] == kind, target
        assert (headers["x-content-type-options"], headers["cache-control"]) == ("nosniff", "no-cache"), target


WAYS_OUT = [
    "/../secret.html",
    "/episodes/../../secret.html",
    "/./.././secret.html",
    "/%2e%2e/secret.html",
    "/.%2e/secret.html",
    "/%2E%2E%2Fsecret.html",
    "/..%2fsecret.html",
    "/%252e%252e/secret.html",
    "/%252e%252e%252fsecret.html",
    "/..;/secret.html",
    "/episodes;/../../secret.html",
    "/..%5csecret.html",
    "/..\\secret.html",
    "/episodes%5c..%5c..%5csecret.html",
    "/%c0%ae%c0%ae/secret.html",
    "/%c0%ae%c0%ae%c0%afsecret.html",
    "/%e0%80%ae%e0%80%ae/secret.html",
    "/%uff0e%uff0e/secret.html",
    "/\xc0\xae\xc0\xae/secret.html",
    "/..%00/secret.html",
    "/../secret.html%00.html",
    "/index.html%00/../../secret.html",
    "//secret.html",
    "///../secret.html",
    "http://127.0.0.1/../secret.html",
    "file:///{folder}/secret.html",
    "/{folder}/secret.html",
    "/%2f{folder}/secret.html",
    "../secret.html",
    "/linked/secret.html",
    "/linked%2fsecret.html",
    "/episodes/linked/secret.html",
    "/episodes/linked/../secret.html",
    "/?/../secret.html",
    "/x?../../secret.html",
]


@pytest.mark.parametrize("target", WAYS_OUT)
def test_no_spelling_of_a_path_leaves_the_folder(server: Server, target: str) -> None:
    answer = server.ask(target.format(folder=str(server.output.parent).lstrip("/")))
    assert UNPUBLISHED.encode() not in answer.body
    is_the_page = answer.status == 200 and answer.body == (server.output / "index.html").read_bytes()
    assert is_the_page or answer.status in {307, 400, 404}


@pytest.mark.parametrize(
    "target", ["/" + "a" * 5000 + ".html", "/" + "a/" * 4000 + "x.html", "/" + "../" * 4000 + "etc/x.html"]
)
def test_a_very_long_path_is_404(server: Server, target: str) -> None:
    assert server.ask(target).status == 404


def test_an_endless_request_line_is_cut_off_and_other_clients_are_served(server: Server) -> None:
    assert server.send(b"GET /" + b"a/" * 100_000)[:12] in {b"HTTP/1.1 400", b""}  # the answer may be lost
    assert server.ask(server.target).status == 200


@pytest.mark.parametrize("target", ["/episodes", "/episodes/", "/episodes/.", "/episodes//", "/linked", "/linked/"])
def test_folders_are_not_listed(server: Server, target: str) -> None:
    answer = server.ask(target)
    assert answer.status == 404
    assert b".mp3" not in answer.body


def test_the_output_folder_itself_may_be_a_symbolic_link(server: Server, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(server.output)
    with serve(tmp_path / "link") as address:
        assert replace(server, address=address).ask(server.target).body == server.episode.read_bytes()


def test_a_removed_edition_is_404_and_not_a_server_error(server: Server, tmp_path: Path) -> None:
    shutil.copytree(server.output, tmp_path / "output", symlinks=True)
    with serve(tmp_path / "output") as address:
        shutil.rmtree(tmp_path / "output")
        for target in ("/feed.xml", "/", server.target):
            assert replace(server, address=address).ask(target).status == 404
