"""A disk on which any call may fail or be the last one: real builds run under a shim that counts their calls."""

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
    """A fault of disk call number `at` (0 for none): an error, or the kill of all processes if `errno` is 0.

    If it is sticky, all later calls that need space fail, too.
    """

    at: int = 0
    errno: int = 0
    is_sticky: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """Exit code of a command, its output, and the number of its disk calls."""

    code: int
    messages: str
    calls: int

    @property
    def was_killed(self) -> bool:
        """True if a signal ended the command."""
        return self.code < 0


class Disk:
    """A folder with `output` and `cache`, in which commands run with injected faults."""

    def __init__(self, folder: Path) -> None:
        self.root = folder / "disk"
        self.output = self.root / "output"
        self.cache = self.root / "cache"
        self.log = folder / "log"
        self._spoken = folder / "spoken"
        self._messages = folder / "messages"
        self._state = folder / "state"
        self._state.write_bytes(bytes(_STATE.size))
        self.root.mkdir()
        self._launcher = self._start_launcher(_compile_shim(folder))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._launcher.kill()
        self._launcher.communicate()

    def run(self, *arguments: str | Path, fault: Fault = Fault(), is_logged: bool = False) -> Outcome:
        """Run the command line with a fault; if `is_logged`, the shim writes its calls to `log`."""
        self.log.unlink(missing_ok=True)
        self._spoken.unlink(missing_ok=True)
        state = _STATE.pack(0, fault.at, fault.errno, fault.is_sticky, is_logged)
        with self._state.open("r+b") as out:  # in place, because the shim has mapped this file
            out.write(state)
        request = {"arguments": [str(argument) for argument in arguments], "output": str(self._messages)}
        assert self._launcher.stdin is not None
        assert self._launcher.stdout is not None
        self._launcher.stdin.write(json.dumps(request) + "\n")
        self._launcher.stdin.flush()
        code = int(self._launcher.stdout.readline())
        calls = _STATE.unpack(self._state.read_bytes())[0]
        return Outcome(code=code, messages=self._messages.read_text("utf-8"), calls=calls)

    def build(self, articles: Path, *more: str, fault: Fault = Fault(), is_logged: bool = False) -> Outcome:
        """Build an edition with the engine that logs what it speaks."""
        options = ("--engine", "logging", "--jobs", "1", "--date", "2026-11-21", "-q", *more)
        return self.run("build", articles, "-o", self.output, *options, fault=fault, is_logged=is_logged)

    @property
    def spoken(self) -> list[str]:
        """Texts that the engine was asked to speak by the last command."""
        return self._spoken.read_text("utf-8").splitlines() if self._spoken.exists() else []

    @property
    def clips(self) -> int:
        """Number of clips in the cache."""
        return sum(file.is_file() and not file.name.startswith(".") for file in self.cache.glob("clips/*/*"))

    def restore(self, saved: Path) -> None:
        """Replace the content of the disk by a copy that `copy_to` made."""
        shutil.rmtree(self.root)
        shutil.copytree(saved, self.root, symlinks=True)

    def copy_to(self, folder: Path) -> Path:
        """Copy the content of the disk to a new folder and return the folder."""
        shutil.copytree(self.root, folder, symlinks=True)
        return folder

    def _start_launcher(self, shim: Path) -> subprocess.Popen[str]:
        environment = os.environ | {
            "LD_PRELOAD": str(shim),
            "FAULTS_ROOT": f"{self.root}/",
            "FAULTS_STATE": str(self._state),
            "FAULTS_LOG": str(self.log),
            "SPOKEN": str(self._spoken),
            cache.FOLDER_VARIABLE: str(self.cache),
        }
        return subprocess.Popen(
            [sys.executable, "-m", "tests.faults.launcher"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=environment,
            text=True,
        )


def digest_published(output: Path) -> dict[str, str]:
    """Return the digests of the files of an edition by their relative paths, without hidden files."""
    if not output.exists():
        return {}
    return {str(file.relative_to(output)): files.sha256(file) for file in sorted(_visible_files(output))}


def find_temporary(root: Path) -> list[str]:
    """Return the temporary files and folders below a folder."""
    paths = (path for path in root.rglob(".*") if path.name != files.LOCK_NAME)
    return sorted(str(path.relative_to(root)) for path in paths)


def _visible_files(folder: Path) -> Iterator[Path]:
    for file in folder.rglob("*"):
        if file.is_file() and not any(part.startswith(".") for part in file.relative_to(folder).parts):
            yield file


def _compile_shim(folder: Path) -> Path:
    library = folder / "shim.so"
    subprocess.run([require("cc"), "-shared", "-fPIC", "-O1", "-o", library, _SHIM, "-ldl"], check=True)
    return library
