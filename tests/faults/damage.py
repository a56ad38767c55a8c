"""What may befall the files of a cache."""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Callable
from pathlib import Path

Damage = Callable[[Path, Path, random.Random], None]
"""Does something to a file; the second file is another of its store."""


def _flip(file: Path, _: Path, chance: random.Random) -> None:
    data = bytearray(file.read_bytes())
    data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    file.write_bytes(data)


def _flip_early(file: Path, _: Path, chance: random.Random) -> None:
    data = bytearray(file.read_bytes())
    data[chance.randrange(min(80, len(data)))] ^= 1 << chance.randrange(8)
    file.write_bytes(data)


def _truncate(file: Path, _: Path, chance: random.Random) -> None:
    size = file.stat().st_size
    os.truncate(file, chance.choice([0, 1, 15, 16, 17, size // 2, size - 1, chance.randrange(size)]))


def _lengthen(file: Path, _: Path, chance: random.Random) -> None:
    with file.open("ab") as end:
        end.write(chance.randbytes(chance.choice([1, 2, 4096])))


def _zero(file: Path, _: Path, chance: random.Random) -> None:
    data = bytearray(file.read_bytes())
    start = chance.randrange(len(data)) // 512 * 512
    data[start : start + 4096] = bytes(len(data[start : start + 4096]))
    if bytes(data) != file.read_bytes():
        file.write_bytes(data)
    else:  # there was nothing but silence
        file.write_bytes(b"\0" * len(data))


def _replace_by_noise(file: Path, _: Path, chance: random.Random) -> None:
    file.write_bytes(chance.randbytes(file.stat().st_size))


def _copy_other(file: Path, other: Path, _: random.Random) -> None:
    if _is_usual(other) and not other.samefile(file):
        shutil.copy2(other, file)


def _swap(file: Path, other: Path, _: random.Random) -> None:
    if _is_usual(other) and other != file:
        aside = file.with_name("aside")
        file.replace(aside)
        other.replace(file)
        aside.replace(other)


def _link_to_other(file: Path, other: Path, _: random.Random) -> None:
    file.unlink()
    file.symlink_to(other)


def _link_to_nothing(file: Path, _: Path, __: random.Random) -> None:
    file.unlink()
    file.symlink_to("nowhere")


def _make_folder(file: Path, _: Path, __: random.Random) -> None:
    file.unlink()
    file.mkdir()


def _make_pipe(file: Path, _: Path, __: random.Random) -> None:
    file.unlink()
    if hasattr(os, "mkfifo"):
        os.mkfifo(file)


def _make_device(file: Path, _: Path, __: random.Random) -> None:
    file.unlink()
    file.symlink_to("/dev/zero")


def _make_enormous(file: Path, _: Path, __: random.Random) -> None:
    os.truncate(file, 1 << 31)  # nothing but a hole: it takes no room unless it is copied


def _take_its_place(file: Path, _: Path, __: random.Random) -> None:
    shutil.rmtree(file.parent)
    file.parent.write_bytes(b"a file where a folder should be")


def _delete(file: Path, _: Path, __: random.Random) -> None:
    file.unlink()


def _is_usual(other: Path) -> bool:
    """Whether it is a file, and none of those that would fill the disk."""
    return other.is_file() and other.stat().st_size < 1 << 24


DAMAGES: dict[str, Damage] = {
    name.strip("_").replace("_", " "): work
    for name, work in list(globals().items())
    if name.startswith("_") and not name.startswith("__") and callable(work) and work is not _is_usual
}
"""By what they do."""


def spoil(store: Path, chance: random.Random) -> None:
    """Do something to every file of a store that is still one when its turn comes."""
    found = sorted(file for file in store.rglob("*") if file.is_file())
    for file in found:
        if _is_usual(file) and file.stat().st_size:
            DAMAGES[chance.choice(sorted(DAMAGES))](file, chance.choice(found), chance)
