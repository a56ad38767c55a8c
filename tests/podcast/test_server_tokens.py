"""Tokens: without the right one every answer is that of a missing file, and no log contains a token."""

from __future__ import annotations

import asyncio
import base64
import secrets
import signal
import string
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from audio_edition.podcast.server import create_app
from audio_edition.podcast.token import load_or_create_token
from tests.conftest import Built
from tests.podcast.wire import Server, serve_copy

WORD = "Sesame-opens_16x"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory, tone_edition: Built) -> Iterator[Server]:
    with serve_copy(tone_edition.output, tmp_path_factory.mktemp("token"), "--token", WORD, "--verbose") as running:
        yield running


WRONG_PATHS = [
    "",
    "/",
    "/feed.xml",
    "/index.html",
    "/*/feed.xml",
    "/***/feed.xml",
    "/token/feed.xml",
    f"/{WORD[:-1]}/feed.xml",
    f"/{WORD[:1]}/feed.xml",
    f"/{WORD}x/feed.xml",
    f"/{WORD}{WORD}/feed.xml",
    f"/{WORD[:-1]}y/feed.xml",
    f"/y{WORD[1:]}/feed.xml",
    f"/{WORD.upper()}/feed.xml",
    f"/{WORD.lower()}/feed.xml",
    f"/{WORD}%20/feed.xml",
    f"/%20{WORD}/feed.xml",
    f"/{WORD}%00/feed.xml",
    f"/{WORD};/feed.xml",
    f"/{WORD}./feed.xml",
    f"/{WORD}%2e/feed.xml",
    f"/.{WORD}/feed.xml",
    f"/./{WORD}/feed.xml",
    f"//{WORD}/feed.xml",
    f"/%2f{WORD}/feed.xml",
    f"/x/../{WORD}/feed.xml",
    f"/x/%2e%2e/{WORD}/feed.xml",
    f"\\{WORD}/feed.xml",
    f"/{WORD}\\feed.xml",
    f"/{WORD}%5cfeed.xml",
    "/%2553esame-opens_16x/feed.xml",
    "/%ef%bc%b3esame-opens_16x/feed.xml",
    f"/?{WORD}",
    f"/?/{WORD}/feed.xml",
    f"/feed.xml?token={WORD}",
    f"/feed.xml#{WORD}",
    "/" + "x" * 5000 + "/feed.xml",
]


def answer_without_date(
    server: Server, target: str, method: str = "GET", **headers: str
) -> tuple[int, list[tuple[str, str]], bytes]:
    """Request a target; return status, headers except the date, and body."""
    answer = server.ask(target, method, **headers)
    return answer.status, [(name, value) for name, value in answer.headers.items() if name != "date"], answer.body


@pytest.mark.parametrize("guess", WRONG_PATHS)
def test_a_wrong_token_gets_the_answer_of_a_missing_file(server: Server, guess: str) -> None:
    if not guess.startswith("/"):
        assert server.ask(guess or " ").status == 400
        return
    assert (
        answer_without_date(server, guess)
        == answer_without_date(server, f"/{WORD}/nothing")
        == answer_without_date(server, f"/{WORD}/nothing.mp3")
    )


@pytest.mark.parametrize("method", ["HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PROPFIND", "get"])
def test_a_wrong_token_gets_the_answer_of_a_missing_file_by_every_method(server: Server, method: str) -> None:
    assert (
        answer_without_date(server, "/y/feed.xml", method)
        == answer_without_date(server, "/y/nothing", method)
        == answer_without_date(server, "/", method)
    )
    assert server.ask("/y/feed.xml", method).status == 404


def test_the_right_token_is_accepted_in_every_encoding(server: Server) -> None:
    right = server.ask(f"/{WORD}/feed.xml")
    assert (right.status, WORD.encode() in right.body) == (200, True)
    for written in ("/%53esame-opens_16x/feed.xml", "/Sesame%2dopens%5F16x/feed.xml", f"/{WORD}/feed.xml?x=1"):
        assert server.ask(written).body == right.body
    assert server.ask(f"/{WORD}/").body == (server.output / "index.html").read_bytes()
    redirect = server.ask(f"/{WORD}")
    assert (redirect.status, redirect.headers["location"]) == (307, f"/{WORD}/")


def ask_app(output: Path, path: str) -> int:
    """Return the status of the application's answer, without a server process."""
    statuses: list[int] = []

    async def send(message: Any) -> None:
        statuses.append(message.get("status", 0))

    async def receive() -> Any:
        await asyncio.sleep(60)

    scope = {"type": "http", "method": "GET", "path": path, "headers": [(b"host", b"localhost")]}
    asyncio.run(create_app(output, token=WORD)(scope, receive, send))
    return statuses[0]


@pytest.mark.parametrize(("verdict", "right", "wrong"), [(True, 200, 200), (False, 404, 404)])
def test_tokens_are_compared_in_constant_time_only(
    tone_edition: Built, monkeypatch: pytest.MonkeyPatch, verdict: bool, right: int, wrong: int
) -> None:
    compared: list[tuple[bytes, bytes]] = []

    def compare(given: bytes, token: bytes) -> bool:
        compared.append((given, token))
        return verdict

    monkeypatch.setattr(secrets, "compare_digest", compare)
    assert ask_app(tone_edition.output, f"/{WORD}/feed.xml") == right
    assert [ask_app(tone_edition.output, f"/{guess}/feed.xml") for guess in ("y", WORD[:-1], "\u0661")] == [
        wrong
    ] * 3
    given = [WORD.encode(), b"y", WORD[:-1].encode(), "\u0661".encode()]
    assert compared == [(candidate, WORD.encode()) for candidate in given]


def test_no_route_contains_the_token(tone_edition: Built) -> None:
    assert WORD not in repr(create_app(tone_edition.output, token=WORD).routes)


def test_a_generated_token_has_96_random_bits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tokens = set()
    for number in range(50):
        monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / str(number)))
        tokens.add(load_or_create_token())
    assert len(tokens) == 50
    assert {len(base64.urlsafe_b64decode(token)) * 8 for token in tokens} == {96}


def test_the_log_contains_neither_the_token_nor_wrong_tokens(server: Server) -> None:
    wrong = "a-word-for-another-machine"
    for target in (
        f"/{WORD}/feed.xml",
        f"/%53esame-opens_16x/episodes/mud.vtt?again={WORD}",
        f"/{WORD}/{WORD}/x.mp3",
        f"/{WORD}",
        f"/{wrong}/feed.xml",
        f"//{WORD}/x",
        f"/?{WORD}",
    ):
        server.ask(target, Referer=f"{server.address}", User_Agent=WORD, X_Forwarded_For=WORD)
    server.ask(f"http://127.0.0.1/{WORD}/feed.xml")
    server.ask(f"/{WORD}/feed.xml", host=f"{WORD}.example")
    server.send(f"GET /{WORD}/feed.xml\r\n\r\n".encode())
    server.send(f"GET /{WORD}/{'x' * 70_000} HTTP/1.1\r\n\r\n".encode())
    stderr = server.stderr_file.read_text()
    assert '"GET /***/feed.xml HTTP/1.1" 200' in stderr
    assert '"GET /***/episodes/mud.vtt?again=*** HTTP/1.1" 200' in stderr
    assert '"GET /*** HTTP/1.1" 404' in stderr
    assert WORD not in stderr
    assert wrong not in stderr
    assert not set(stderr) - set(string.printable)


def test_a_traceback_does_not_contain_the_token(tmp_path: Path, tone_edition: Built) -> None:
    with serve_copy(tone_edition.output, tmp_path, "--token", WORD, "--verbose") as server:
        (server.output / "feed.xml").write_text("<")
        assert server.ask(f"/{WORD}/feed.xml").status == 500
        server.process.send_signal(signal.SIGINT)
        server.process.wait(10)
        stderr = server.stderr_file.read_text()
    assert "XMLSyntaxError" in stderr
    assert WORD not in stderr


def test_no_page_sends_its_address_as_a_referrer(server: Server) -> None:
    for target in ("", "feed.xml", "feed.svg", "episodes/mud.html", "episodes/mud.vtt", "issues/2026-11-21.html"):
        answer = server.ask(f"/{WORD}/{target}")
        assert (answer.status, answer.headers["referrer-policy"]) == (200, "no-referrer"), target


@pytest.mark.parametrize(("word", "warns"), [("hush", True), (WORD, False)])
def test_a_token_that_can_be_guessed_causes_a_warning(
    tmp_path: Path, tone_edition: Built, word: str, warns: bool
) -> None:
    with serve_copy(tone_edition.output, tmp_path, "--host", "0.0.0.0", "--token", word) as server:  # noqa: S104
        assert server.answers_quickly()
        assert ("can be guessed" in server.stderr_file.read_text()) == warns
