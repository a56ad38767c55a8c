"""Opens files without following symbolic links, and sends them from one descriptor even if they are replaced."""

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
"""O_NONBLOCK: opening a named pipe would otherwise wait for its writer."""


def open_below(folder: Path, parts: Sequence[str]) -> BinaryIO:
    """Open the regular file at a relative path of these parts without following symbolic links. Raises OSError.

    Each part is opened from the descriptor of its parent. If the path were checked first and then
    opened, a link could be put there in between.
    """
    file = open(folder.joinpath(*parts), "rb", opener=lambda _path, _flags: _open_by_steps(folder, parts))  # noqa: SIM115
    if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
        file.close()
        raise FileNotFoundError(file.name)
    return file


def _open_by_steps(folder: Path, parts: Sequence[str]) -> int:
    if os.open not in os.supports_dir_fd:
        return _open_by_path(folder, parts)
    parent = os.open(folder, os.O_RDONLY)
    try:
        for part in parts[:-1]:
            child = os.open(part, _FOLDER_FLAGS, dir_fd=parent)
            os.close(parent)
            parent = child
        return os.open(parts[-1], _FILE_FLAGS, dir_fd=parent)
    finally:
        os.close(parent)


def _open_by_path(folder: Path, parts: Sequence[str]) -> int:
    """Open the file after a check of its path: Windows cannot open a file relative to a folder's descriptor."""
    path = folder.resolve().joinpath(*parts)
    if path.resolve() != path:
        raise FileNotFoundError(path)
    return os.open(path, _FILE_FLAGS)


class OpenFileResponse(FileResponse):
    """Sends an open file unchanged to its end, even if a build replaces or removes it meanwhile."""

    def __init__(self, file: BinaryIO, media_type: str, headers: Mapping[str, str]) -> None:
        descriptor = f"/dev/fd/{file.fileno()}"
        path = descriptor if Path(descriptor).exists() else file.name  # on Windows an open file keeps its name
        super().__init__(path, media_type=media_type, headers=headers, stat_result=os.fstat(file.fileno()))
        self._file = file

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send the file, or the ranges that are requested, and close it."""
        with self._file:
            await super().__call__(scope, receive, send)
