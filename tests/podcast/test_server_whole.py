"""A file that is being sent is sent unchanged to its end, even if a build replaces or removes it."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from audio_edition.podcast.server import create_app
from tests.conftest import Built

TARGET = "/episodes/x.mp3"
OLD, NEW = b"old" * 100_000, b"newer" * 100_000


@pytest.fixture
def output(tmp_path: Path, tone_edition: Built) -> Path:
    folder = tmp_path / "output"
    shutil.copytree(tone_edition.output, folder)
    (folder / TARGET.lstrip("/")).write_bytes(OLD)
    return folder


def replace(file: Path) -> None:
    replacement = file.with_suffix(".part")
    replacement.write_bytes(NEW)
    replacement.replace(file)


def ask(output: Path, after_head: Callable[[], None] = lambda: None, **headers: str) -> tuple[int, int, bytes]:
    """Return status, declared length and body; `after_head` is called between the head and the body."""
    status, length, body = 0, 0, b""

    async def send(message: Any) -> None:
        nonlocal status, length, body
        if message["type"] == "http.response.start":
            status, length = message["status"], int(dict(message["headers"])[b"content-length"])
            after_head()
        body += message.get("body", b"")

    async def receive() -> Any:
        await asyncio.sleep(60)

    header_list = [(name.encode(), value.encode()) for name, value in {"host": "localhost", **headers}.items()]
    scope = {
        "type": "http",
        "method": "GET",
        "path": TARGET,
        "headers": header_list,
        "asgi": {"spec_version": "2.4"},
    }
    asyncio.run(create_app(output)(scope, receive, send))
    return status, length, body


@pytest.mark.parametrize("change", [replace, Path.unlink])
def test_a_file_is_sent_to_its_end_although_it_is_replaced_or_removed(
    output: Path, change: Callable[[Path], None]
) -> None:
    assert ask(output, lambda: change(output / TARGET.lstrip("/"))) == (200, len(OLD), OLD)


@pytest.mark.parametrize("change", [replace, Path.unlink])
def test_a_range_is_sent_to_its_end_although_the_file_is_replaced_or_removed(
    output: Path, change: Callable[[Path], None]
) -> None:
    part = OLD[100_000:200_001]
    answer = ask(output, lambda: change(output / TARGET.lstrip("/")), range="bytes=100000-200000")
    assert answer == (206, len(part), part)
