"""The output folder: one build at a time, every file whole or absent."""

from __future__ import annotations

import contextlib
import re
import shutil
import tempfile
from collections.abc import Collection, Iterator
from pathlib import Path
from types import TracebackType
from typing import Self

from filelock import FileLock, Timeout

from audio_edition import files
from audio_edition.errors import PublishError

_STAGING_PREFIX = ".staging-"
_FOLDERS = ("episodes", "issues")
_OURS = re.compile(
    r"(episodes|issues)/[^/]+\.(mp3|vtt|chapters\.json|html|jpg|json)|feed-\d+\.xml|feed\.svg",
)
"""Files that a build makes and a later one may not need."""


class Publisher:
    """Exclusive hold of an output folder; a context manager. Raises PublishError."""

    def __init__(self, output: Path) -> None:
        self.output = output
        self._lock = FileLock(output / files.LOCK_NAME, timeout=0)
        self._staging: Path | None = None

    def __enter__(self) -> Self:
        with _publishing(self.output):
            for folder in _FOLDERS:
                (self.output / folder).mkdir(parents=True, exist_ok=True)
            self._take_lock()
            self._sweep()
            self._staging = Path(tempfile.mkdtemp(prefix=_STAGING_PREFIX, dir=self.output))
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._staging is not None:
            shutil.rmtree(self._staging, ignore_errors=True)
        self._lock.release()

    @property
    def staging(self) -> Path:
        """A folder for work in progress, on the same file system; gone when the build ends, however it ends."""
        if self._staging is None:
            raise PublishError(f"{self.output}: is not open for publishing")
        return self._staging

    def write(self, relative: str, data: bytes) -> None:
        """Put `data` at `relative`; a file that already has these bytes is left alone."""
        with _publishing(self.output / relative):
            beside = self.staging / "next"
            beside.write_bytes(data)
            self.place(relative, beside)

    def place(self, relative: str, source: Path) -> None:
        """Move a file from staging to `relative`, synced to disk first, unless the same bytes are there."""
        target = self.output / relative
        with _publishing(target):
            files.place(source, target)

    def prune(self, keep: Collection[str]) -> None:
        """Remove the files of earlier builds that are not kept, and nothing else.

        What another program holds open, which Windows does not let go, the next build removes.
        """
        for file in (each for folder in ("", *_FOLDERS) for each in sorted((self.output / folder).iterdir())):
            path = file.relative_to(self.output).as_posix()
            if _OURS.fullmatch(path) and path not in keep and file.is_file():
                with _publishing(file), contextlib.suppress(PermissionError):
                    file.unlink()

    def _take_lock(self) -> None:
        try:
            self._lock.acquire()
        except Timeout:
            raise PublishError(
                f"{self.output}: another build is writing here", hint="wait for it to end, or choose another -o"
            ) from None

    def _sweep(self) -> None:
        """Remove what a killed build left; the lock says that it is dead."""
        for left in self.output.glob(f"{_STAGING_PREFIX}*"):
            shutil.rmtree(left, ignore_errors=True)


@contextlib.contextmanager
def _publishing(place: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise PublishError(
            f"{place}: {(error.strerror or str(error)).lower()}", hint="choose a folder you may write to with -o"
        ) from error
