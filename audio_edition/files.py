"""Files that are whole or absent: written beside their place, synced, renamed."""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

LOCK_NAME = ".audio-edition.lock"
"""Locks a folder; stays behind, empty and hidden: removing it would let two runs hold two locks of its name."""

_CHUNK_BYTES = 1 << 20
_TEMP_PREFIX = ".part-"


def write(target: Path, data: bytes) -> None:
    """Put `data` at `target`, whose folder is there; the same bytes are left alone. Raises OSError."""
    with open_atomic(target) as out:
        out.write(data)


@contextmanager
def open_atomic(target: Path) -> Iterator[BinaryIO]:
    """A file to write beside `target`, put in its place at the end, and gone after an error. Raises OSError."""
    handle, name = tempfile.mkstemp(prefix=_TEMP_PREFIX, dir=target.parent)
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as out:
            yield out
        move_into_place(beside, target)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def write_unsynced(target: Path, data: bytes) -> None:
    """The same for what may be lost with the power, and at any other time is whole or absent. Raises OSError."""
    handle, name = tempfile.mkstemp(prefix=_TEMP_PREFIX, dir=target.parent)
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(data)
        beside.replace(target)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def move_into_place(source: Path, target: Path) -> None:
    """Move a file to `target` on the same file system, unless the same bytes are there. Raises OSError."""
    if have_same_bytes(source, target):
        source.unlink()
        return
    sync(source)
    source.chmod(0o644)  # a temporary file's default is private; articles and editions are for others to read
    source.replace(target)
    sync_folder(target.parent)


def remove_partial_files(folder: Path) -> None:
    """Remove what a killed `write` left below a folder that nobody else writes to now. Raises OSError."""
    for left in folder.rglob(f"{_TEMP_PREFIX}*"):
        left.unlink(missing_ok=True)


def list_below(folder: Path) -> list[Path]:
    """All files and folders below a folder, but for those of an edition published there. Raises OSError."""
    found = list(folder.rglob("*"))
    editions = {lock.parent for lock in found if lock.name == LOCK_NAME and _is_edition(lock.parent)} - {folder}
    return [path for path in found if editions.isdisjoint((path, *path.parents))] if editions else found


def _is_edition(folder: Path) -> bool:
    return (folder / "episodes").is_dir() and (folder / "feed.xml").is_file()


def sha256(file: Path) -> str:
    """The SHA-256 of a file, read piece by piece. Raises OSError."""
    with file.open("rb") as data:
        return hashlib.file_digest(data, "sha256").hexdigest()


def have_same_bytes(one: Path, other: Path) -> bool:
    """Whether `other` is there and has the bytes of `one`. Raises OSError."""
    if not other.is_file() or one.stat().st_size != other.stat().st_size:
        return False
    with one.open("rb") as left, other.open("rb") as right:
        while piece := left.read(_CHUNK_BYTES):
            if piece != right.read(_CHUNK_BYTES):
                return False
    return True


def sync(path: Path) -> None:
    """Have what was written to a file outlast a loss of power. Raises OSError."""
    handle = os.open(path, os.O_RDONLY if os.name != "nt" else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sync_folder(folder: Path) -> None:
    """Have the names in a folder outlast a loss of power; Windows has no such call, nor need. Raises OSError."""
    if os.name != "nt":
        sync(folder)
