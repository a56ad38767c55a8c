"""Ways to damage the files of a cache."""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Callable
from pathlib import Path

Damage = Callable[[Path, Path, random.Random], None]
"""Damages a file; the second path is another file of the same store."""


def _flip(file: Path, _: Path, rng: random.Random) -> None:
    data = bytearray(file.read_bytes())
    data[rng.randrange(len(data))] ^= 1 << rng.randrange(8)
    file.write_bytes(data)


def _flip_early(file: Path, _: Path, rng: random.Random) -> None:
    data = bytearray(file.read_bytes())
    data[rng.randrange(min(80, len(data)))] ^= 1 << rng.randrange(8)
    file.write_bytes(data)


def _truncate(file: Path, _: Path, rng: random.Random) -> None:
    size = file.stat().st_size
    os.truncate(file, rng.choice([0, 1, 15, 16, 17, size // 2, size - 1, rng.randrange(size)]))


def _lengthen(file: Path, _: Path, rng: random.Random) -> None:
    with file.open("ab") as end:
        end.write(rng.randbytes(rng.choice([1, 2, 4096])))


def _zero(file: Path, _: Path, rng: random.Random) -> None:
    data = bytearray(file.read_bytes())
    start = rng.randrange(len(data)) // 512 * 512
    data[start : start + 4096] = bytes(len(data[start : start + 4096]))
    if bytes(data) != file.read_bytes():
        file.write_bytes(data)
    else:  # the part was all zeros, as silence is
        file.write_bytes(b"\0" * len(data))


def _replace_by_noise(file: Path, _: Path, rng: random.Random) -> None:
    file.write_bytes(rng.randbytes(file.stat().st_size))


def _copy_other(file: Path, other: Path, _: random.Random) -> None:
    if _is_small_file(other) and not other.samefile(file):
        shutil.copy2(other, file)


def _swap(file: Path, other: Path, _: random.Random) -> None:
    if _is_small_file(other) and other != file:
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
    os.truncate(file, 1 << 31)  # a sparse file: it takes no space unless it is copied


def _take_its_place(file: Path, _: Path, __: random.Random) -> None:
    shutil.rmtree(file.parent)
    file.parent.write_bytes(b"a file where a folder should be")


def _delete(file: Path, _: Path, __: random.Random) -> None:
    file.unlink()


def _is_small_file(other: Path) -> bool:
    """Return True if it is a file small enough to be copied."""
    return other.is_file() and other.stat().st_size < 1 << 24


DAMAGES: dict[str, Damage] = {
    name.strip("_").replace("_", " "): damage
    for name, damage in list(globals().items())
    if name.startswith("_") and not name.startswith("__") and callable(damage) and damage is not _is_small_file
}
"""Kinds of damage by name."""


def damage_files(store: Path, rng: random.Random) -> None:
    """Damage every file of a store that is still a file when its turn comes."""
    found = sorted(file for file in store.rglob("*") if file.is_file())
    for file in found:
        if _is_small_file(file) and file.stat().st_size:
            DAMAGES[rng.choice(sorted(DAMAGES))](file, rng.choice(found), rng)
