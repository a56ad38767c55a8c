"""A disk on which any call may fail, or be the last one: real builds, under a shim that counts their calls."""

from __future__ import annotations

import json
import os
import shutil
import struct
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from audio_edition import cache, files
from tests.conftest import require

_STATE = struct.Struct("<5Q")
_SHIM = Path(__file__).with_name("shim.c")


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """What befalls call number `at`: an error, once or for good (`is_sticky`); if it is 0, all are killed."""

    at: int = 0
    errno: int = 0
    is_sticky: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """How a command ended, what it printed, and how many calls it made."""

    code: int
    printed: str
    calls: int

    @property
    def was_killed(self) -> bool:
        """Whether it met its end."""
        return self.code < 0


class Disk:
    """A folder with `output`, `cache` and `said`, what the engine spoke; commands meet with its faults."""

    def __init__(self, folder: Path) -> None:
        self.root = folder / "disk"
        self.output = self.root / "output"
        self.cache = self.root / "cache"
        self.log = folder / "log"
        self._said = folder / "said"
        self._printed = folder / "printed"
        self._state = folder / "state"
        self._state.write_bytes(bytes(_STATE.size))
        self.root.mkdir()
        self._launcher = self._launched(_compiled(folder))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._launcher.kill()
        self._launcher.communicate()

    def run(self, *arguments: str | Path, fault: Fault = Fault(), noted: bool = False) -> Outcome:
        """Run the command line with that fault; its calls are noted in `log` if wanted."""
        self.log.unlink(missing_ok=True)
        self._said.unlink(missing_ok=True)
        state = _STATE.pack(0, fault.at, fault.errno, fault.is_sticky, noted)
        with self._state.open("r+b") as out:  # the file that is mapped, not another of its name
            out.write(state)
        request = {"arguments": [str(each) for each in arguments], "printed": str(self._printed)}
        assert self._launcher.stdin is not None
        assert self._launcher.stdout is not None
        self._launcher.stdin.write(json.dumps(request) + "\n")
        self._launcher.stdin.flush()
        code = int(self._launcher.stdout.readline())
        calls = _STATE.unpack(self._state.read_bytes())[0]
        return Outcome(code=code, printed=self._printed.read_text("utf-8"), calls=calls)

    def build(self, articles: Path, *more: str, fault: Fault = Fault(), noted: bool = False) -> Outcome:
        """Build an edition with the engine that notes what it says."""
        options = ("--engine", "logging", "--jobs", "1", "--date", "2026-11-21", "-q", *more)
        return self.run("build", articles, "-o", self.output, *options, fault=fault, noted=noted)

    @property
    def said(self) -> list[str]:
        """What the engine was asked to say in the last command."""
        return self._said.read_text("utf-8").splitlines() if self._said.exists() else []

    @property
    def clips(self) -> int:
        """How many clips are kept."""
        return sum(file.is_file() and not file.name.startswith(".") for file in self.cache.glob("clips/*/*"))

    def become(self, other: Path) -> None:
        """Hold what a copy made by `copied` holds."""
        shutil.rmtree(self.root)
        shutil.copytree(other, self.root, symlinks=True)

    def copied(self, to: Path) -> Path:
        """A copy of all that is on the disk."""
        shutil.copytree(self.root, to, symlinks=True)
        return to

    def _launched(self, shim: Path) -> subprocess.Popen[str]:
        environment = os.environ | {
            "LD_PRELOAD": str(shim),
            "FAULTS_ROOT": f"{self.root}/",
            "FAULTS_STATE": str(self._state),
            "FAULTS_LOG": str(self.log),
            "SPOKEN": str(self._said),
            cache.FOLDER_VARIABLE: str(self.cache),
        }
        return subprocess.Popen(
            [sys.executable, "-m", "tests.faults.launcher"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=environment,
            text=True,
        )


def published(output: Path) -> dict[str, str]:
    """The files of an edition by their paths, as digests: nothing hidden is one of them."""
    if not output.exists():
        return {}
    return {str(file.relative_to(output)): files.sha256(file) for file in sorted(_visible(output))}


def left_over(root: Path) -> list[str]:
    """Temporary files and folders below a folder."""
    found = (path for path in root.rglob(".*") if path.name != files.LOCK_NAME)
    return sorted(str(path.relative_to(root)) for path in found)


def _visible(folder: Path) -> Iterator[Path]:
    for file in folder.rglob("*"):
        if file.is_file() and not any(part.startswith(".") for part in file.relative_to(folder).parts):
            yield file


def _compiled(folder: Path) -> Path:
    library = folder / "shim.so"
    subprocess.run([require("cc"), "-shared", "-fPIC", "-O1", "-o", library, _SHIM, "-ldl"], check=True)
    return library
