"""Writes files that are whole or absent: a temporary file beside the target is synced, then renamed."""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

LOCK_NAME = ".audio-edition.lock"
"""The lock file of a folder. It is never removed: otherwise two runs could hold locks on two files of that name."""

_CHUNK_BYTES = 1 << 20
_TEMP_PREFIX = ".part-"


def write(target: Path, data: bytes) -> None:
    """Write `data` to `target`, whose folder exists; a file with the same bytes is not touched. Raises OSError."""
    with open_atomic(target) as out:
        out.write(data)


@contextmanager
def open_atomic(target: Path) -> Iterator[BinaryIO]:
    """Open a temporary file that replaces `target` after the block, and is removed on error. Raises OSError."""
    handle, name = tempfile.mkstemp(prefix=_TEMP_PREFIX, dir=target.parent)
    partial = Path(name)
    try:
        with os.fdopen(handle, "wb") as out:
            yield out
        move_into_place(partial, target)
    except BaseException:
        partial.unlink(missing_ok=True)
        raise


def write_unsynced(target: Path, data: bytes) -> None:
    """Write `data` to `target` without syncing: a loss of power may lose it, a kill may not. Raises OSError."""
    handle, name = tempfile.mkstemp(prefix=_TEMP_PREFIX, dir=target.parent)
    partial = Path(name)
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(data)
        partial.replace(target)
    except BaseException:
        partial.unlink(missing_ok=True)
        raise


def move_into_place(source: Path, target: Path) -> None:
    """Sync a file and move it to `target` on the same file system, unless the bytes are equal. Raises OSError."""
    if have_same_bytes(source, target):
        source.unlink()
        return
    sync(source)
    source.chmod(0o644)  # a temporary file's default is private; articles and editions are for others to read
    source.replace(target)
    sync_folder(target.parent)


def remove_partial_files(folder: Path) -> None:
    """Remove temporary files that a killed write left below a folder nobody else writes to. Raises OSError."""
    for partial in folder.rglob(f"{_TEMP_PREFIX}*"):
        partial.unlink(missing_ok=True)


def list_below(folder: Path) -> list[Path]:
    """Return all files and folders below a folder except those of editions published there. Raises OSError."""
    found = list(folder.rglob("*"))
    editions = {lock.parent for lock in found if lock.name == LOCK_NAME and _is_edition(lock.parent)} - {folder}
    return [path for path in found if editions.isdisjoint((path, *path.parents))] if editions else found


def _is_edition(folder: Path) -> bool:
    return (folder / "episodes").is_dir() and (folder / "feed.xml").is_file()


def sha256(file: Path) -> str:
    """Return the SHA-256 of a file as hexadecimal digits, read in chunks. Raises OSError."""
    with file.open("rb") as data:
        return hashlib.file_digest(data, "sha256").hexdigest()


def have_same_bytes(one: Path, other: Path) -> bool:
    """Return True if `other` exists and has the same bytes as `one`. Raises OSError."""
    if not other.is_file() or one.stat().st_size != other.stat().st_size:
        return False
    with one.open("rb") as left, other.open("rb") as right:
        while chunk := left.read(_CHUNK_BYTES):
            if chunk != right.read(_CHUNK_BYTES):
                return False
    return True


def sync(path: Path) -> None:
    """Flush a file to the disk, so that it survives a loss of power. Raises OSError."""
    handle = os.open(path, os.O_RDONLY if os.name != "nt" else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sync_folder(folder: Path) -> None:
    """Flush a folder, so that renames in it survive a loss of power; not needed on Windows. Raises OSError."""
    if os.name != "nt":
        sync(folder)
