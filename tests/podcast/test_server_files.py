"""The server serves regular published files only: no links, pipes or devices, and no path out of the folder."""

from __future__ import annotations

import asyncio
import itertools
import os
import re
import shutil
import socket
import stat
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest

from audio_edition.podcast.server import create_app
from tests.conftest import Built
from tests.podcast.wire import UNPUBLISHED, Server, serve_copy


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory, tone_edition: Built) -> Iterator[Server]:
    with serve_copy(tone_edition.output, tmp_path_factory.mktemp("files")) as running:
        yield running


DOTS = [".", "%2e", "%252E", "%c0%ae", "%uff0e", "%ef%bc%8e", "%00.", ".%20"]
SLASHES = ["/", "%2f", "%252F", "\\", "%5c", "%255c", "%c0%af", "%ef%bc%8f", "%e2%88%95", ";/", "/;/", "//", "/./"]
BEFORE = ["", "/episodes", "/linked"]


def escape_paths(folder: str) -> Iterator[str]:
    """Yield paths out of the folder: many mixtures of dots and slashes, and absolute paths of this machine."""
    for before, slash, dot in itertools.product(BEFORE, SLASHES, DOTS):
        for other in DOTS:
            yield f"{before}{slash}{dot}{other}{slash}secret.html"
        yield f"{before}/{slash.join([dot * 2] * 3)}{slash}secret.html"
    for prefix in ("", "/", "//", "/file:", "/file://", "/C:", "/c%3a", "/%5c%5c%3f%5cC:", "/~root", "/%7e"):
        yield f"{prefix}{folder}/secret.html"
        yield f"{prefix}{folder}/output/report.json"
        yield f"{prefix}{folder}/secret.html".replace("/", "%2f")
    for number, path in itertools.product(range(20), ("/dev/fd", "/../../../../../../dev/fd", "/proc/self/fd")):
        yield f"{path}/{number}"
    for path in ("proc/self/root", "proc/self/cwd", "proc/1/root", "dev/fd/0"):
        yield f"/{path}{folder}/secret.html"
    yield from ("/secret.html::$DATA", "/SECRET~1.HTM", "/con.mp3", "/nul.html", "/index.html:secret.html")


def test_no_mixture_of_dots_and_slashes_leaves_the_folder(server: Server) -> None:
    paths = list(escape_paths(str(server.output.parent)))
    assert len(paths) > 2800
    for begin in range(0, len(paths), 500):
        batch = paths[begin : begin + 500]
        row = "".join(f"GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n" for path in batch)
        answers = server.send(f"{row}GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".encode(), 20)
        expected = [b"404" if unquote(path).startswith("/") else b"400" for path in batch]
        assert re.findall(rb"HTTP/1.1 (\d+)", answers) == [*expected, b"421"]
        assert UNPUBLISHED.encode() not in answers


@pytest.mark.parametrize(
    "path", ["/../secret.html".replace(".", dot) for dot in ("\uff0e", "\u2024", "\xae", "\x00")]
)
def test_invalid_characters_in_an_address_are_refused(server: Server, path: str) -> None:
    answer = server.send(f"GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
    assert answer.startswith(b"HTTP/1.1 400 ")


@pytest.fixture
def add_file(server: Server) -> Iterator[Callable[[str, Callable[[Path], object]], str]]:
    """A function that creates an entry in the served folder, which is removed after the test."""
    added: list[Path] = []

    def add(name: str, make: Callable[[Path], object]) -> str:
        path = server.output / name
        added.append(path)
        make(path)
        return f"/{name}"

    yield add
    for path in added:
        with suppress(FileNotFoundError):
            shutil.rmtree(path) if path.is_dir() and not path.is_symlink() else path.unlink()


AddFile = Callable[[str, Callable[[Path], object]], str]


@pytest.mark.parametrize("name", ["x.html", "x.mp3", "episodes/x.vtt", "feed-2.xml", "x.chapters.json"])
@pytest.mark.parametrize(
    "to",
    [
        "{folder}/secret.html",
        "{up}/secret.html",
        "linked/secret.html",
        "chain",
        "nowhere.html",
        "{name}",
        "/proc/self/environ",
        "/proc/self/cmdline",
        "/dev/zero",
        "/dev/stdin",
        "/dev/fd/0",
        "{folder}/outside",
        "report.json",
        ".hidden.html",
    ],
)
def test_a_symbolic_link_is_never_followed(server: Server, add_file: AddFile, name: str, to: str) -> None:
    up = "../" * name.count("/") + ".."
    add_file("chain", lambda path: path.symlink_to(server.output.parent / "secret.html"))
    add_file(".hidden.html", lambda entry: entry.write_text("hidden"))
    target = to.format(folder=server.output.parent, up=up, name=Path(name).name)
    began = time.monotonic()
    answer = server.ask(add_file(name, lambda path: path.symlink_to(target)))
    assert (answer.status, answer.body) == (404, b"Not Found")
    assert time.monotonic() - began < 1


def create_socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(path))


def create_device(path: Path) -> None:
    try:
        os.mknod(path, 0o666 | stat.S_IFCHR, os.makedev(1, 5))  # as /dev/zero
    except PermissionError:
        pytest.skip("only an administrator makes devices")


@pytest.mark.parametrize("name", ["x.mp3", "episodes/x.html", "feed-2.xml"])
@pytest.mark.parametrize("make", [os.mkfifo, create_device, Path.mkdir])
def test_pipes_devices_and_folders_are_404_at_once(
    server: Server, add_file: AddFile, name: str, make: Callable[[Path], object]
) -> None:
    began = time.monotonic()
    assert server.ask(add_file(name, make)).status == 404
    assert time.monotonic() - began < 1
    assert server.answers_quickly()


def test_a_socket_is_404(tone_edition: Built) -> None:
    with tempfile.TemporaryDirectory() as folder:  # the path of a socket must be short
        shutil.copytree(tone_edition.output, f"{folder}/o")
        create_socket(Path(folder, "o", "x.mp3"))
        assert ask_app(Path(folder, "o"), "/x.mp3") == (404, b"Not Found")


@pytest.mark.parametrize("name", [".x.mp3", ".part-x.html", ".hidden/x.mp3", "episodes/.x.html", "..x.mp3"])
def test_hidden_files_are_not_served(server: Server, add_file: AddFile, name: str) -> None:
    top = name.partition("/")[0] if name.startswith(".h") else name
    make = (lambda path: (path.mkdir(), (path / "x.mp3").write_text("x"))) if top != name else Path.touch
    add_file(top, make)
    assert server.ask(f"/{name}").status == 404
    assert server.ask(f"/{name}".replace("/.", "/%2e")).status == 404


def ask_app(output: Path, path: str) -> tuple[int, bytes]:
    """Return status and body of the application's answer, without a server process."""
    status, body = 0, b""

    async def send(message: Any) -> None:
        nonlocal status, body
        status = message.get("status", status)
        body += message.get("body", b"")

    async def receive() -> Any:
        await asyncio.sleep(60)

    scope = {"type": "http", "method": "GET", "path": path, "headers": [(b"host", b"localhost")]}
    asyncio.run(create_app(output)(scope, receive, send))
    return status, body


@contextmanager
def without_privileges() -> Iterator[None]:
    """Run the block without the rights of root."""
    if os.geteuid():
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.mark.parametrize("unreadable", ["episodes/mud.html", "episodes", "feed.xml"])
def test_a_file_without_read_permission_is_404(tone_edition: Built, unreadable: str) -> None:
    target = "/feed.xml" if unreadable == "feed.xml" else "/episodes/mud.html"
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder, "output")
        shutil.copytree(tone_edition.output, output)
        Path(folder).chmod(0o755)
        with without_privileges():
            assert ask_app(output, target)[0] == 200
        (output / unreadable).chmod(0)
        with without_privileges():
            assert ask_app(output, target) == (404, b"Not Found")
        (output / unreadable).chmod(0o755)


def test_links_are_not_followed_without_support_for_folder_descriptors(
    tmp_path: Path, tone_edition: Built, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "supports_dir_fd", set())  # as on Windows
    output = tmp_path / "output"
    shutil.copytree(tone_edition.output, output)
    (tmp_path / "secret.html").write_text(UNPUBLISHED)
    (output / "x.html").symlink_to(tmp_path / "secret.html")
    (output / "linked").symlink_to(tmp_path)
    (output / "chain").symlink_to("episodes")
    (tmp_path / "itself").symlink_to(output)
    for target in ("/x.html", "/linked/secret.html", "/chain/mud.html"):
        assert ask_app(output, target) == (404, b"Not Found")
    for folder in (output, tmp_path / "itself"):
        assert ask_app(folder, "/episodes/mud.html") == (200, (output / "episodes" / "mud.html").read_bytes())


def swap_files(path: Path, secret: Path) -> None:
    """Replace a file by a link out of the folder, then the link by a file, each atomically."""
    replacement = path.with_name("beside")
    for make in (lambda: replacement.symlink_to(secret), lambda: replacement.write_text("<rss>inside</rss>")):
        make()
        replacement.replace(path)


def swap_folders(path: Path, secret: Path) -> None:
    """Replace the folder of the file for a moment by a link to an outside folder with a file of the same name."""
    folder, moved = path.parent, path.parent.with_name("away")
    folder.rename(moved)
    folder.symlink_to(secret.parent)
    folder.unlink()
    moved.rename(folder)


@pytest.mark.parametrize(
    ("name", "swap"), [("x.html", swap_files), ("inner/x.html", swap_folders), ("feed-2.xml", swap_files)]
)
def test_a_link_that_replaces_a_file_during_requests_is_not_followed(
    server: Server, add_file: AddFile, name: str, swap: Callable[[Path, Path], None]
) -> None:
    path, secret = server.output / name, server.output.parent / "outside" / Path(name).name
    secret.write_text(f"<rss>{UNPUBLISHED}</rss>")
    add_file("inner", Path.mkdir)
    add_file(name, lambda entry: entry.write_text("<rss>inside</rss>"))
    stop = threading.Event()

    def keep_swapping() -> None:
        while not stop.is_set():
            swap(path, secret)

    swapper = threading.Thread(target=keep_swapping)
    swapper.start()
    row = f"GET /{name} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode() * 50
    try:
        answers = b"".join(server.send(row + b"X / HTTP/1.0\r\n\r\n") for _ in range(12))
    finally:
        stop.set()
        swapper.join()
    assert UNPUBLISHED.encode() not in answers
    assert set(re.findall(rb"HTTP/1.1 (\d+)", answers)) == {b"200", b"404", b"400"}
    assert server.answers_quickly()
    assert server.stderr_file.read_text() == ""
