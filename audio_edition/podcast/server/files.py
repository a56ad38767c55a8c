"""Files as they are sent: found without following a link, held open from their first byte to their last."""

from __future__ import annotations

import os
import stat
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import BinaryIO

from starlette.responses import FileResponse
from starlette.types import Receive, Scope, Send

_FOLDER_FLAGS = os.O_RDONLY | getattr(os, "O_DIRECTORY", 0) | getattr(os, "O_NOFOLLOW", 0)
_FILE_FLAGS = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
"""Opening a pipe would wait for its writer."""


def open_below(folder: Path, way: Sequence[str]) -> BinaryIO:
    """The regular file at the end of a way from a folder, whose steps are no links. Raises OSError.

    Each step is taken from the one before, not from a path that was looked at: nobody can put a link in between.
    """
    file = open(folder.joinpath(*way), "rb", opener=lambda _path, _flags: _open_by_steps(folder, way))  # noqa: SIM115
    if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
        file.close()
        raise FileNotFoundError(file.name)
    return file


def _open_by_steps(folder: Path, way: Sequence[str]) -> int:
    if os.open not in os.supports_dir_fd:
        return _open_by_path(folder, way)
    above = os.open(folder, os.O_RDONLY)
    try:
        for step in way[:-1]:
            below = os.open(step, _FOLDER_FLAGS, dir_fd=above)
            os.close(above)
            above = below
        return os.open(way[-1], _FILE_FLAGS, dir_fd=above)
    finally:
        os.close(above)


def _open_by_path(folder: Path, way: Sequence[str]) -> int:
    """The same on Windows, which opens nothing from a folder: looked at first."""
    path = folder.resolve().joinpath(*way)
    if path.resolve() != path:
        raise FileNotFoundError(path)
    return os.open(path, _FILE_FLAGS)


class OpenFileResponse(FileResponse):
    """An open file, sent as it is though a build puts another in its place or removes it meanwhile."""

    def __init__(self, file: BinaryIO, media_type: str, headers: Mapping[str, str]) -> None:
        held = f"/dev/fd/{file.fileno()}"
        path = held if Path(held).exists() else file.name  # on Windows an open file keeps its name
        super().__init__(path, media_type=media_type, headers=headers, stat_result=os.fstat(file.fileno()))
        self._file = file

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send it, and close it."""
        with self._file:
            await super().__call__(scope, receive, send)
