"""Loss of power, played from the calls of a build: what was not synced may be there, or not, or in part.

The most that POSIX allows: a name lasts when its folder was synced, bytes when their file was; of all else any part
may be lost, in any order, or be zeros. (Pillai and others, "All File Systems Are Not Created Equal", OSDI 2014.)
"""

from __future__ import annotations

import itertools
import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

_HEAD = re.compile(rb"(\d+)\t(\w+)\t([^\t\n]*)\t([^\t\n]*)\t(\d+)\t(\d+)\n")


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """A call that changed something, or synced it."""

    name: str
    path: str
    other: str
    offset: int
    data: bytes


def read_log(file: Path) -> Iterator[Call]:
    """The calls that the shim noted, in their order."""
    log, place = file.read_bytes(), 0
    while place < len(log):
        head = _HEAD.match(log, place)
        assert head, log[place : place + 80]
        _, name, path, other, offset, size = head.groups()
        place = head.end() + int(size)
        yield Call(
            name=name.decode(),
            path=path.decode(),
            other=other.decode(),
            offset=int(offset),
            data=log[head.end() : place],
        )


@dataclass(eq=False)
class _File:
    """The bytes of a file that are on the disk, and the writes that are not yet."""

    synced: bytes = b""
    pending: list[tuple[int, bytes]] = field(default_factory=list)

    def sync(self) -> None:
        self.synced, self.pending = self.after(self.pending), []

    def after(self, writes: list[tuple[int, bytes]]) -> bytes:
        found = bytearray(self.synced)
        for offset, data in writes:
            found.extend(bytes(max(0, offset - len(found))))
            found[offset : offset + len(data)] = data
        return bytes(found)

    def left(self, chance: random.Random) -> bytes:
        """What may be found of it."""
        choice = chance.randrange(5)
        if choice == 0:
            return self.synced
        if choice == 1:
            return self.after([(offset, bytes(len(data))) for offset, data in self.pending])
        if choice == 2:
            return self.after([each for each in self.pending if chance.random() < 0.5])
        whole = self.after(self.pending)
        return whole if choice == 3 else whole[: chance.randint(min(len(self.synced), len(whole)), len(whole))]


@dataclass(frozen=True, eq=False)
class _Renaming:
    """A change of names: a file, or None for a folder, is `added` to and `removed` from paths."""

    file: _File | None
    added: str = ""
    removed: str = ""

    @property
    def folders(self) -> set[str]:
        return {str(PurePosixPath(path).parent) for path in (self.added, self.removed) if path}

    def apply(self, names: dict[str, _File | None]) -> None:
        if self.removed and names.get(self.removed) is self.file:
            names.pop(self.removed, None)
        if self.added:
            names[self.added] = self.file


class Power:
    """A folder as it is while calls are made, and as it may be found if power is lost after one."""

    def __init__(self, folder: Path, found_at: Path) -> None:
        """`folder` is where the calls are made, `found_at` where a copy of what it was before them lies."""
        self._root = str(folder)
        self._now: dict[str, _File | None] = {}
        for path in found_at.rglob("*"):
            file = None if path.is_dir() else _File(path.read_bytes())
            self._now[f"{folder}/{path.relative_to(found_at)}"] = file
        self._lasting = dict(self._now)
        self._pending: list[_Renaming] = []

    def make(self, call: Call) -> None:
        """Play a call."""
        if call.path.startswith(f"{self._root}/") or call.path == self._root:
            _CALLS[call.name](self, call)

    def lose(self, chance: random.Random, folder: Path) -> None:
        """Write what may be found after a loss of power into an empty folder."""
        names = dict(self._lasting)
        for each in self._survivors(chance):
            each.apply(names)
        for path, file in sorted(names.items()):
            if self._is_reached(path, names):
                place = folder / path.removeprefix(f"{self._root}/")
                if file is None:
                    place.mkdir()
                else:
                    place.write_bytes(file.left(chance) if file.pending else file.synced)

    def _survivors(self, chance: random.Random) -> list[_Renaming]:
        choice = chance.randrange(4)
        if choice == 0:
            return []
        if choice == 1:
            return self._pending
        if choice == 2:
            return self._pending[: chance.randint(0, len(self._pending))]
        return [each for each in self._pending if chance.random() < 0.5]

    def _is_reached(self, path: str, names: dict[str, _File | None]) -> bool:
        parents = itertools.takewhile(lambda parent: str(parent) != self._root, PurePosixPath(path).parents)
        return all(str(parent) in names for parent in parents)

    def _rename(self, change: _Renaming) -> None:
        change.apply(self._now)
        self._pending.append(change)

    def _file(self, path: str) -> _File:
        file = self._now[path]
        assert file is not None
        return file

    def _created(self, call: Call) -> None:
        self._rename(_Renaming(_File(), added=call.path))

    def _moved(self, call: Call) -> None:
        self._rename(_Renaming(self._now[call.path], added=call.other, removed=call.path))

    def _doubled(self, call: Call) -> None:
        self._rename(_Renaming(self._now[call.path], added=call.other))

    def _folder_made(self, call: Call) -> None:
        if call.path not in self._now:  # mkdir is also asked for what is there
            self._rename(_Renaming(None, added=call.path))

    def _removed(self, call: Call) -> None:
        if call.path in self._now:
            self._rename(_Renaming(self._now[call.path], removed=call.path))

    def _written(self, call: Call) -> None:
        self._file(call.path).pending.append((call.offset, call.data))

    def _truncated(self, call: Call) -> None:
        file = self._file(call.path)
        assert file.synced == b"", f"{call.path}: is emptied, which a loss of power may make last"
        assert not file.pending

    def _synced(self, call: Call) -> None:
        if file := self._now.get(call.path):
            file.sync()
            return
        lasting = [each for each in self._pending if call.path in each.folders]
        for each in lasting:
            each.apply(self._lasting)
        self._pending = [each for each in self._pending if each not in lasting]


_CALLS: dict[str, Callable[[Power, Call], None]] = {
    "create": Power._created,  # noqa: SLF001 - its own table
    "truncate": Power._truncated,  # noqa: SLF001
    "write": Power._written,  # noqa: SLF001
    "fsync": Power._synced,  # noqa: SLF001
    "rename": Power._moved,  # noqa: SLF001
    "link": Power._doubled,  # noqa: SLF001
    "mkdir": Power._folder_made,  # noqa: SLF001
    "unlink": Power._removed,  # noqa: SLF001
    "rmdir": Power._removed,  # noqa: SLF001
}
