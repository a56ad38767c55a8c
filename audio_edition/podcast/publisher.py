"""The output folder: one build at a time, and every edition in it whole, before and after it is replaced."""

from __future__ import annotations

import contextlib
import errno
import re
import shutil
import tempfile
import time
from collections.abc import Collection, Iterator
from pathlib import Path
from types import TracebackType
from typing import Self

from filelock import FileLock, Timeout

from audio_edition import files
from audio_edition.errors import PublishError
from audio_edition.podcast import journal

_FOLDERS = ("episodes", "issues")
_BUILT_FILES = re.compile(
    r"(episodes|issues)/[^/]+\.(mp3|vtt|chapters\.json|html|jpg|json)|feed-\d+\.xml|feed\.svg",
)
"""Files that a build makes and a later one may not need."""

_RECOVERY_SECONDS = 10.0
"""What another process gets to end what it is writing: it renames files, no more."""

_HINTS = {
    errno.ENOSPC: "make room there and build again; what was spoken is kept",
    errno.EDQUOT: "make room there and build again; what was spoken is kept",
    errno.EIO: "the disk reports a fault: save what is on it, and build on another with -o",
}


class Publisher:
    """Exclusive hold of an output folder; a context manager. Raises PublishError.

    What is written is seen when it is committed, all of it at once, and never if it is not.
    """

    def __init__(self, output: Path) -> None:
        self.output = output
        self._lock = _make_lock(output)
        self._staging: Path | None = None
        self._changes: dict[str, Path] = {}

    def __enter__(self) -> Self:
        with _convert_errors(self.output):
            _make_folders(self.output)
            self._acquire_lock()
            try:
                journal.recover(self.output)
                self._remove_stale_staging()
                self._staging = Path(tempfile.mkdtemp(prefix=journal.STAGING_PREFIX, dir=self.output))
            except BaseException:
                self._lock.release()
                raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._staging is not None and not journal.is_pending(self.output):
            _remove_folder(self._staging)
        self._lock.release()
        if isinstance(error, OSError):
            raise _to_publish_error(self.output, error) from error

    @property
    def staging(self) -> Path:
        """A folder for work in progress, on the same file system; gone when the build ends, however it ends."""
        if self._staging is None:
            raise PublishError(f"{self.output}: is not open for publishing")
        return self._staging

    def write(self, relative: str, data: bytes) -> None:
        """Have `data` at `relative` from the next commit on."""
        handle, name = tempfile.mkstemp(dir=self.staging)
        with open(handle, "wb") as out:  # noqa: PTH123 - a descriptor, no path
            out.write(data)
        self.place(relative, Path(name))

    def place(self, relative: str, source: Path) -> None:
        """Have a file of the staging folder at `relative` from the next commit on; it is the publisher's now."""
        if files.have_same_bytes(source, self.output / relative):
            source.unlink()
            self._changes.pop(relative, None)
        else:
            self._changes[relative] = source

    def commit(self) -> None:
        """Publish everything that was written since the last time: all of it, or after an error nothing."""
        with _convert_errors(self.output):
            journal.commit(self.output, self.staging, self._changes)
        self._changes.clear()

    def prune(self, keep: Collection[str]) -> None:
        """Remove the files of earlier builds that are not kept, and nothing else.

        What cannot be removed, such as what another program holds open on Windows, the next build tries again.
        """
        for file in (each for folder in ("", *_FOLDERS) for each in sorted((self.output / folder).iterdir())):
            path = file.relative_to(self.output).as_posix()
            if _BUILT_FILES.fullmatch(path) and path not in keep and file.is_file():
                with contextlib.suppress(OSError):
                    file.unlink()

    def _acquire_lock(self) -> None:
        try:
            self._lock.acquire()
        except Timeout:
            raise PublishError(
                f"{self.output}: another build is writing here", hint="wait for it to end, or choose another -o"
            ) from None

    def _remove_stale_staging(self) -> None:
        """Remove what a killed build left; the lock says that it is dead."""
        for left in self.output.glob(f"{journal.STAGING_PREFIX}*"):
            _remove_folder(left)


def recover_edition(output: Path) -> None:
    """Have an edition whole for who reads it: end what a build that was killed had begun. Raises PublishError."""
    until = time.monotonic() + _RECOVERY_SECONDS
    while journal.is_pending(output):
        with _convert_errors(output), contextlib.suppress(Timeout), _make_lock(output):
            journal.recover(output)
        if time.monotonic() > until:
            raise PublishError(f"{output}: a build is writing here", hint="try again when it has ended")
        time.sleep(0.05)


def _make_lock(output: Path) -> FileLock:
    return FileLock(output / files.LOCK_NAME, timeout=0)


def _remove_folder(staging: Path) -> None:
    """Remove a folder; what a disk refuses once is tried again."""
    for _ in range(2):
        shutil.rmtree(staging, ignore_errors=True)


def _make_folders(output: Path) -> None:
    """The folders of an edition, to outlast a loss of power too."""
    is_new = not output.exists()
    for folder in _FOLDERS:
        (output / folder).mkdir(parents=True, exist_ok=True)
    if is_new:
        files.sync_folder(output.parent)


@contextlib.contextmanager
def _convert_errors(place: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise _to_publish_error(place, error) from error


def _to_publish_error(place: Path, error: OSError) -> PublishError:
    return PublishError(
        f"{place}: {(error.strerror or str(error)).lower()}",
        hint=_HINTS.get(error.errno or 0, "choose a folder you may write to with -o"),
    )
