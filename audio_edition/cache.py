"""Things made before, on disk under what they were made of; several processes may use a store at once.

A store is a convenience: what cannot be kept is not kept, what was damaged is not there.
"""

from __future__ import annotations

import hashlib
import os
import re
import stat
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import platformdirs

from audio_edition import files

if TYPE_CHECKING:
    from msgspec import Struct

HeaderT = TypeVar("HeaderT")

FOLDER_VARIABLE = "AUDIO_EDITION_CACHE"
"""Environment variable: another folder than the user's cache."""

CLIPS, TAKES, EDITIONS = "clips", "takes", "editions"
"""The folders of the stores in a cache."""

_DIGEST_BYTES = 16
_PREFIX_DIGITS = 2
"""Digits of a key that name a folder, so that no folder has too many files."""

_PREFIX_FOLDER_NAME = re.compile(r"[\da-f]{2}")
_ENTRY_NAME = re.compile(r"[\da-f]{62}|\.part-\w+")

_MAX_ENTRY_BYTES = 1 << 30
"""Bytes. A passage has a hundredth of it; what is larger is not read into memory to find that it is damaged."""

_MAX_CLOCK_SKEW = 24 * 60 * 60
"""Seconds that the clock of a disk in the network, or its time zone, may be ahead of ours."""


def default_folder() -> Path:
    """Where stores lie if nobody says otherwise."""
    named = os.environ.get(FOLDER_VARIABLE)
    return Path(named).expanduser() if named else platformdirs.user_cache_path("audio-edition")


def make_key(*parts: object) -> str:
    """A name for what is made of these parts, whose representations must tell all that matters."""
    return hashlib.sha256("\0".join(map(repr, parts)).encode()).hexdigest()


@cache
def package_digest(package: str) -> str:
    """Changes with the files of a package of ours, those of the packages below it too."""
    return make_key(sorted(_file_digests(resources.files(package))))


def _file_digests(folder: Traversable, path: str = "") -> Iterator[tuple[str, str]]:
    for each in folder.iterdir():
        name = f"{path}/{each.name}"
        if each.is_dir():
            yield from _file_digests(each, name)
        elif not name.endswith(".pyc"):
            yield name, hashlib.sha256(each.read_bytes()).hexdigest()


def _ignore_size(_: int) -> None:
    """Nobody counts."""


class Cache:
    """Bytes by key in a folder, each with a digest of itself and its key: under another name it is not there."""

    def __init__(self, folder: Path, note: Callable[[int], None] = _ignore_size) -> None:
        """`note` is told the bytes of all that is put."""
        self._folder = folder
        self._note = note

    def get(self, key: str) -> bytes | None:
        """What was put there, and still is as it was; it counts as used now."""
        file = self._path(key)
        try:
            data = _read_entry(file)
        except OSError:
            return None
        with suppress(OSError):  # a store that may only be read can be used all the same
            os.utime(file)
        digest, kept = data[:_DIGEST_BYTES], data[_DIGEST_BYTES:]
        return kept if digest == _checksum(key, kept) else None

    def has(self, key: str) -> bool:
        """Whether something was put there, damaged or not."""
        with suppress(OSError):
            return self._path(key).is_file()
        return False

    def put(self, key: str, data: bytes) -> None:
        """Keep `data`, if the disk takes it."""
        file = self._path(key)
        with suppress(OSError):
            file.parent.mkdir(parents=True, exist_ok=True)
            files.write_unsynced(file, _checksum(key, data) + data)
        self._note(len(data))

    def _path(self, key: str) -> Path:
        return self._folder / key[:_PREFIX_DIGITS] / key[_PREFIX_DIGITS:]


def _read_entry(file: Path) -> bytes:
    """What a file holds, if it is one, and of a size that was put there. Raises OSError."""
    about = file.stat()
    if not stat.S_ISREG(about.st_mode) or about.st_size > _MAX_ENTRY_BYTES:
        raise OSError(f"{file}: is none of ours")
    return file.read_bytes()


def _checksum(key: str, data: bytes) -> bytes:
    return hashlib.blake2b(data, digest_size=_DIGEST_BYTES, key=key.encode()).digest()


def pack_entry(head: Struct, body: bytes) -> bytes:
    """A line of JSON, and bytes behind it: what is kept of sound and what there is to say of it."""
    import msgspec

    return msgspec.json.encode(head) + b"\n" + body


def unpack_entry(data: bytes, kind: type[HeaderT]) -> tuple[HeaderT, bytes] | None:
    """What was joined; None if the line is none of that kind."""
    import msgspec

    line, _, body = data.partition(b"\n")
    try:
        return msgspec.json.decode(line, type=kind), body
    except msgspec.MsgspecError:
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class CacheEntry:
    """A file of a store: its bytes, and when it was used last, in seconds of the clock."""

    path: Path
    size: int
    used: float


def iter_entries(folder: Path) -> Iterator[CacheEntry]:
    """What the store in a folder holds, and what a killed `put` left; nothing that is not the store's own."""
    for shelf in _scan_folder(folder):
        if _PREFIX_FOLDER_NAME.fullmatch(shelf.name) and shelf.is_dir(follow_symlinks=False):
            for file in _scan_folder(Path(shelf.path)):
                if _ENTRY_NAME.fullmatch(file.name) and not file.is_dir(follow_symlinks=False):
                    with suppress(OSError):  # another process may have removed it
                        about = file.stat(follow_symlinks=False)
                        yield CacheEntry(path=Path(file.path), size=about.st_size, used=about.st_mtime)


def _scan_folder(folder: Path) -> list[os.DirEntry[str]]:
    with suppress(OSError), os.scandir(folder) as found:
        return list(found)
    return []


def entries_by_kind(cache: Path) -> dict[str, list[CacheEntry]]:
    """What the stores of a cache hold, by their names."""
    return {name: list(iter_entries(cache / name)) for name in (CLIPS, TAKES, EDITIONS)}


def trim(cache: Path, limit: int) -> None:
    """Remove what was used longest ago until the stores of a cache hold at most `limit` bytes together.

    What is dated in the future was used before the clock was set back, and goes first: else it would stay for good.
    """
    kept = list(chain.from_iterable(entries_by_kind(cache).values()))
    total = sum(entry.size for entry in kept)
    latest = time.time() + _MAX_CLOCK_SKEW
    for entry in sorted(kept, key=lambda each: (each.used <= latest, each.used)):
        if total <= limit:
            return
        if _remove(entry):
            total -= entry.size


def clear(cache: Path) -> list[CacheEntry]:
    """Remove what the stores of a cache hold, and their folders if they are empty then; what was removed."""
    removed = []
    for name, kept in entries_by_kind(cache).items():
        removed += [entry for entry in kept if _remove(entry)]
        for emptied in (*(entry.path.parent for entry in kept), cache / name):
            with suppress(OSError):
                emptied.rmdir()
    return removed


def _remove(entry: CacheEntry) -> bool:
    """Whether it is gone, by whose hand ever."""
    try:
        entry.path.unlink(missing_ok=True)
    except OSError:
        return False
    return True
