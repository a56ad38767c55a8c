"""A cache on disk, keyed by the inputs of each entry; several processes may use it at once.

Best effort: failed writes are ignored and corrupt entries count as misses.
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
"""Environment variable that names another folder than the user's cache folder."""

CLIPS, TAKES, EDITIONS = "clips", "takes", "editions"
"""The kinds of entries, each a folder of its own."""

_DIGEST_BYTES = 16
_PREFIX_DIGITS = 2
"""The first digits of a key name a subfolder, so that no folder holds too many files."""

_PREFIX_FOLDER_NAME = re.compile(r"[\da-f]{2}")
_ENTRY_NAME = re.compile(r"[\da-f]{62}|\.part-\w+")

_MAX_ENTRY_BYTES = 1 << 30
"""Larger files are not read: a passage takes a hundredth of this, so they can only be corrupt."""

_MAX_CLOCK_SKEW = 24 * 60 * 60
"""Seconds by which the clock of a network disk may be ahead of ours."""


def default_folder() -> Path:
    """Return the cache folder: that of the environment variable, else the user's cache folder."""
    named = os.environ.get(FOLDER_VARIABLE)
    return Path(named).expanduser() if named else platformdirs.user_cache_path("audio-edition")


def make_key(*parts: object) -> str:
    """Return the key of an entry that is made of `parts`: the SHA-256 of their `repr`, which must be complete."""
    return hashlib.sha256("\0".join(map(repr, parts)).encode()).hexdigest()


@cache
def package_digest(package: str) -> str:
    """Return a digest of all files of one of our packages, subpackages included."""
    return make_key(sorted(_file_digests(resources.files(package))))


def _file_digests(folder: Traversable, path: str = "") -> Iterator[tuple[str, str]]:
    """Yield the path and the digest of every file below a folder.

    Compiled files do not count, nor do the temporary files that Python writes beside them while it compiles.
    """
    for each in folder.iterdir():
        name = f"{path}/{each.name}"
        if each.is_dir():
            if each.name != "__pycache__":
                yield from _file_digests(each, name)
        elif not name.endswith(".pyc"):
            yield name, hashlib.sha256(each.read_bytes()).hexdigest()


def _ignore_size(_: int) -> None:
    """Ignore the size of an entry."""


class Cache:
    """Bytes by key, a file each.

    Each file begins with a checksum of its key and its bytes, so a corrupt or misnamed file counts as a miss.
    """

    def __init__(self, folder: Path, on_put: Callable[[int], None] = _ignore_size) -> None:
        """Open the cache in `folder`; `on_put` is called with the size of each new entry in bytes."""
        self._folder = folder
        self._on_put = on_put

    def get(self, key: str) -> bytes | None:
        """Return the entry and mark it as used now; None if it is missing or corrupt."""
        file = self._path(key)
        try:
            data = _read_entry(file)
        except OSError:
            return None
        with suppress(OSError):  # a read-only cache is still useful
            os.utime(file)
        checksum, entry = data[:_DIGEST_BYTES], data[_DIGEST_BYTES:]
        return entry if checksum == _checksum(key, entry) else None

    def has(self, key: str) -> bool:
        """Return True if there is an entry, corrupt or not."""
        with suppress(OSError):
            return self._path(key).is_file()
        return False

    def put(self, key: str, data: bytes) -> None:
        """Store `data`; an error of the disk is ignored."""
        file = self._path(key)
        with suppress(OSError):
            file.parent.mkdir(parents=True, exist_ok=True)
            files.write_unsynced(file, _checksum(key, data) + data)
        self._on_put(len(data))

    def _path(self, key: str) -> Path:
        return self._folder / key[:_PREFIX_DIGITS] / key[_PREFIX_DIGITS:]


def _read_entry(file: Path) -> bytes:
    """Return the bytes of a regular file of plausible size. Raises OSError for any other."""
    status = file.stat()
    if not stat.S_ISREG(status.st_mode) or status.st_size > _MAX_ENTRY_BYTES:
        raise OSError(f"{file}: is no cache entry")
    return file.read_bytes()


def _checksum(key: str, data: bytes) -> bytes:
    return hashlib.blake2b(data, digest_size=_DIGEST_BYTES, key=key.encode()).digest()


def pack_entry(head: Struct, body: bytes) -> bytes:
    """Return a header as one line of JSON, followed by `body`."""
    import msgspec

    return msgspec.json.encode(head) + b"\n" + body


def unpack_entry(data: bytes, kind: type[HeaderT]) -> tuple[HeaderT, bytes] | None:
    """Return the header and the body of a packed entry; None if its first line is not a header of type `kind`."""
    import msgspec

    line, _, body = data.partition(b"\n")
    try:
        return msgspec.json.decode(line, type=kind), body
    except msgspec.MsgspecError:
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class CacheEntry:
    """A file of a cache: its size in bytes and when it was last used, as a POSIX time stamp."""

    path: Path
    size: int
    used: float


def iter_entries(folder: Path) -> Iterator[CacheEntry]:
    """Yield the entries of one kind and the temporary files of killed writes. Other files are skipped."""
    for subfolder in _scan_folder(folder):
        if _PREFIX_FOLDER_NAME.fullmatch(subfolder.name) and subfolder.is_dir(follow_symlinks=False):
            for file in _scan_folder(Path(subfolder.path)):
                if _ENTRY_NAME.fullmatch(file.name) and not file.is_dir(follow_symlinks=False):
                    with suppress(OSError):  # another process may have removed it
                        status = file.stat(follow_symlinks=False)
                        yield CacheEntry(path=Path(file.path), size=status.st_size, used=status.st_mtime)


def _scan_folder(folder: Path) -> list[os.DirEntry[str]]:
    with suppress(OSError), os.scandir(folder) as found:
        return list(found)
    return []


def entries_by_kind(cache: Path) -> dict[str, list[CacheEntry]]:
    """Return the entries of a cache by kind."""
    return {name: list(iter_entries(cache / name)) for name in (CLIPS, TAKES, EDITIONS)}


def trim(cache: Path, limit: int) -> None:
    """Remove the least recently used entries until the cache holds at most `limit` bytes.

    Entries dated in the future go first: the clock was set back since, and they would never be removed otherwise.
    """
    entries = list(chain.from_iterable(entries_by_kind(cache).values()))
    total = sum(entry.size for entry in entries)
    latest = time.time() + _MAX_CLOCK_SKEW
    for entry in sorted(entries, key=lambda entry: (entry.used <= latest, entry.used)):
        if total <= limit:
            return
        if _remove(entry):
            total -= entry.size


def clear(cache: Path) -> list[CacheEntry]:
    """Remove all entries of a cache and the folders that are empty then; return the removed entries."""
    removed = []
    for kind, entries in entries_by_kind(cache).items():
        removed += [entry for entry in entries if _remove(entry)]
        for folder in (*(entry.path.parent for entry in entries), cache / kind):
            with suppress(OSError):
                folder.rmdir()
    return removed


def _remove(entry: CacheEntry) -> bool:
    """Remove an entry; return True if it is gone, even if another process removed it."""
    try:
        entry.path.unlink(missing_ok=True)
    except OSError:
        return False
    return True
