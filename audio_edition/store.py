"""Things made before, on disk under what they were made of; several processes may use a store at once.

A store is a convenience: what cannot be kept is not kept, what was damaged is not there.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

import platformdirs

from audio_edition import files

VARIABLE = "AUDIO_EDITION_CACHE"
"""Environment variable: another folder than the user's cache."""

_DIGEST = 16


def default_folder() -> Path:
    """Where stores lie if nobody says otherwise."""
    named = os.environ.get(VARIABLE)
    return Path(named).expanduser() if named else platformdirs.user_cache_path("audio-edition")


def key_of(*parts: object) -> str:
    """A name for what is made of these parts, whose representations must tell all that matters."""
    return hashlib.sha256("\0".join(map(repr, parts)).encode()).hexdigest()


@cache
def revision(package: str) -> str:
    """Changes with the files of a package of ours, those of the packages below it too."""
    return key_of(sorted(_digests(resources.files(package))))


def _digests(folder: Traversable, path: str = "") -> Iterator[tuple[str, str]]:
    for each in folder.iterdir():
        name = f"{path}/{each.name}"
        if each.is_dir():
            yield from _digests(each, name)
        elif not name.endswith(".pyc"):
            yield name, hashlib.sha256(each.read_bytes()).hexdigest()


class Store:
    """Bytes by key in a folder, each with a digest of itself."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get(self, key: str) -> bytes | None:
        """What was put there, and still is as it was; it counts as used now."""
        file = self._file(key)
        try:
            data = file.read_bytes()
            os.utime(file)
        except OSError:
            return None
        digest, kept = data[:_DIGEST], data[_DIGEST:]
        return kept if digest == _digest(kept) else None

    def has(self, key: str) -> bool:
        """Whether something was put there, damaged or not."""
        return self._file(key).exists()

    def put(self, key: str, data: bytes) -> None:
        """Keep `data`, if the disk takes it."""
        file = self._file(key)
        with suppress(OSError):
            file.parent.mkdir(parents=True, exist_ok=True)
            files.write_unsynced(file, _digest(data) + data)

    def _file(self, key: str) -> Path:
        return self._folder / key[:2] / key[2:]


def _digest(data: bytes) -> bytes:
    return hashlib.blake2b(data, digest_size=_DIGEST).digest()


def trim(folders: Iterable[Path], limit: int) -> None:
    """Remove what was used longest ago until the stores in these folders hold at most `limit` bytes."""
    kept = []
    for folder in folders:
        with suppress(OSError):
            kept += [(entry.stat(), entry) for entry in folder.rglob("*") if entry.is_file()]
    total = sum(about.st_size for about, _ in kept)
    for about, file in sorted(kept, key=lambda each: each[0].st_mtime):
        if total <= limit:
            return
        with suppress(OSError):
            file.unlink()
            total -= about.st_size
