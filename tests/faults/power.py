"""Loss of power, simulated from the logged calls of a build: data that was not synced may be kept, lost or partial.

It allows the most that POSIX allows: a name is kept if its folder was synced, bytes if their file was; any part of
the rest may be lost, in any order, or be zeros. (Pillai and others, "All File Systems Are Not Created Equal",
OSDI 2014.)
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
    """A call that changed or synced a file or folder."""

    name: str
    path: str
    other: str
    offset: int
    data: bytes


def read_log(file: Path) -> Iterator[Call]:
    """Yield the calls that the shim logged, in their order."""
    log, position = file.read_bytes(), 0
    while position < len(log):
        head = _HEAD.match(log, position)
        assert head, log[position : position + 80]
        _, name, path, other, offset, size = head.groups()
        position = head.end() + int(size)
        yield Call(
            name=name.decode(),
            path=path.decode(),
            other=other.decode(),
            offset=int(offset),
            data=log[head.end() : position],
        )


@dataclass(eq=False)
class _File:
    """A file: its synced bytes, and the writes that are not synced yet."""

    synced: bytes = b""
    pending: list[tuple[int, bytes]] = field(default_factory=list)

    def sync(self) -> None:
        """Make all writes permanent."""
        self.synced, self.pending = self.apply(self.pending), []

    def apply(self, writes: list[tuple[int, bytes]]) -> bytes:
        """Return the synced bytes with some writes applied."""
        content = bytearray(self.synced)
        for offset, data in writes:
            content.extend(bytes(max(0, offset - len(content))))
            content[offset : offset + len(data)] = data
        return bytes(content)

    def survive(self, rng: random.Random) -> bytes:
        """Return random content that the file may have after a loss of power."""
        choice = rng.randrange(5)
        if choice == 0:
            return self.synced
        if choice == 1:
            return self.apply([(offset, bytes(len(data))) for offset, data in self.pending])
        if choice == 2:
            return self.apply([write for write in self.pending if rng.random() < 0.5])
        whole = self.apply(self.pending)
        return whole if choice == 3 else whole[: rng.randint(min(len(self.synced), len(whole)), len(whole))]


@dataclass(frozen=True, eq=False)
class _NameChange:
    """A change of names: a file, or a folder if it is None, is `added` at a path and `removed` from another."""

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


class SimulatedFolder:
    """A folder while calls change it, and its possible states if power is lost after one of them."""

    def __init__(self, folder: Path, initial: Path) -> None:
        """`folder` is the path that the calls name, `initial` a copy of the folder from before the calls."""
        self._root = str(folder)
        self._names: dict[str, _File | None] = {}
        for path in initial.rglob("*"):
            file = None if path.is_dir() else _File(path.read_bytes())
            self._names[f"{folder}/{path.relative_to(initial)}"] = file
        self._synced_names = dict(self._names)
        self._pending: list[_NameChange] = []

    def apply(self, call: Call) -> None:
        """Apply a call."""
        if call.path.startswith(f"{self._root}/") or call.path == self._root:
            _CALLS[call.name](self, call)

    def lose_power(self, rng: random.Random, folder: Path) -> None:
        """Write a random state that may be found after a loss of power into an empty folder."""
        names = dict(self._synced_names)
        for change in self._choose_survivors(rng):
            change.apply(names)
        for path, file in sorted(names.items()):
            if self._is_reachable(path, names):
                place = folder / path.removeprefix(f"{self._root}/")
                if file is None:
                    place.mkdir()
                else:
                    place.write_bytes(file.survive(rng) if file.pending else file.synced)

    def _choose_survivors(self, rng: random.Random) -> list[_NameChange]:
        choice = rng.randrange(4)
        if choice == 0:
            return []
        if choice == 1:
            return self._pending
        if choice == 2:
            return self._pending[: rng.randint(0, len(self._pending))]
        return [change for change in self._pending if rng.random() < 0.5]

    def _is_reachable(self, path: str, names: dict[str, _File | None]) -> bool:
        parents = itertools.takewhile(lambda parent: str(parent) != self._root, PurePosixPath(path).parents)
        return all(str(parent) in names for parent in parents)

    def _change_names(self, change: _NameChange) -> None:
        change.apply(self._names)
        self._pending.append(change)

    def _file(self, path: str) -> _File:
        file = self._names[path]
        assert file is not None
        return file

    def _create(self, call: Call) -> None:
        self._change_names(_NameChange(_File(), added=call.path))

    def _rename(self, call: Call) -> None:
        self._change_names(_NameChange(self._names[call.path], added=call.other, removed=call.path))

    def _link(self, call: Call) -> None:
        self._change_names(_NameChange(self._names[call.path], added=call.other))

    def _mkdir(self, call: Call) -> None:
        if call.path not in self._names:  # mkdir is also called for folders that exist
            self._change_names(_NameChange(None, added=call.path))

    def _remove(self, call: Call) -> None:
        if call.path in self._names:
            self._change_names(_NameChange(self._names[call.path], removed=call.path))

    def _write(self, call: Call) -> None:
        self._file(call.path).pending.append((call.offset, call.data))

    def _truncate(self, call: Call) -> None:
        file = self._file(call.path)
        assert file.synced == b"", f"{call.path}: truncated in place, so a loss of power may leave it empty"
        assert not file.pending

    def _sync(self, call: Call) -> None:
        if file := self._names.get(call.path):
            file.sync()
            return
        synced = [change for change in self._pending if call.path in change.folders]
        for change in synced:
            change.apply(self._synced_names)
        self._pending = [change for change in self._pending if change not in synced]


_CALLS: dict[str, Callable[[SimulatedFolder, Call], None]] = {
    "create": SimulatedFolder._create,  # noqa: SLF001 - its own table
    "truncate": SimulatedFolder._truncate,  # noqa: SLF001
    "write": SimulatedFolder._write,  # noqa: SLF001
    "fsync": SimulatedFolder._sync,  # noqa: SLF001
    "rename": SimulatedFolder._rename,  # noqa: SLF001
    "link": SimulatedFolder._link,  # noqa: SLF001
    "mkdir": SimulatedFolder._mkdir,  # noqa: SLF001
    "unlink": SimulatedFolder._remove,  # noqa: SLF001
    "rmdir": SimulatedFolder._remove,  # noqa: SLF001
}
