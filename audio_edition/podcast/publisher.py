"""Publishes editions into the output folder: one build at a time, and all files of a commit or none.

The pages of an edition refer to each other, so a mixture of two editions is broken; commits use the write-ahead
journal in `journal`.
"""

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
"""Paths of files that a build makes and that a later build may have to remove."""

_RECOVERY_SECONDS = 10.0
"""Time to wait for another process that is committing: it renames files only, which is quick."""

_HINTS = {
    errno.ENOSPC: "free some space there and build again; finished recordings are kept",
    errno.EDQUOT: "free some space there and build again; finished recordings are kept",
    errno.EIO: "the disk reports an error: back up its files, and build on another disk with -o",
}


class Publisher:
    """Holds the lock of an output folder and collects files for it; a context manager. Raises PublishError.

    Files appear in the folder with `commit`, all together; without a commit they never do.
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
        """A folder for work in progress on the same file system.

        It is removed at the end of the build; after a kill, by the next build. Raises PublishError outside the
        context.
        """
        if self._staging is None:
            raise PublishError(f"{self.output}: the publisher is not open: use it in a `with` block")
        return self._staging

    def write(self, relative: str, data: bytes) -> None:
        """Add `data` to the next commit, as the file at the path `relative` in the output folder."""
        handle, name = tempfile.mkstemp(dir=self.staging)
        with open(handle, "wb") as out:  # noqa: PTH123 - a descriptor, no path
            out.write(data)
        self.place(relative, Path(name))

    def place(self, relative: str, source: Path) -> None:
        """Add a file of the staging folder to the next commit, which moves it to the path `relative`.

        If the output folder has the same bytes there already, `source` is removed instead.
        """
        if files.have_same_bytes(source, self.output / relative):
            source.unlink()
            self._changes.pop(relative, None)
        else:
            self._changes[relative] = source

    def commit(self) -> None:
        """Publish all files that were added since the last commit; after an error, none of them."""
        with _convert_errors(self.output):
            journal.commit(self.output, self.staging, self._changes)
        self._changes.clear()

    def prune(self, keep: Collection[str]) -> None:
        """Remove files of earlier builds whose paths are not in `keep`; files of other origin stay.

        A file that cannot be removed, such as one that is open on Windows, is left for the next build.
        """
        for folder in ("", *_FOLDERS):
            for file in sorted((self.output / folder).iterdir()):
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
        """Remove staging folders of killed builds: as we hold the lock, no other build is running."""
        for folder in self.output.glob(f"{journal.STAGING_PREFIX}*"):
            _remove_folder(folder)


def recover_edition(output: Path) -> None:
    """Complete or undo the commit of a killed build, so that the edition can be read.

    Waits if another process is committing. Raises PublishError if that takes too long or the journal is damaged.
    """
    deadline = time.monotonic() + _RECOVERY_SECONDS
    while journal.is_pending(output):
        with _convert_errors(output), contextlib.suppress(Timeout), _make_lock(output):
            journal.recover(output)
        if time.monotonic() > deadline:
            raise PublishError(f"{output}: a build is writing here", hint="try again when it has ended")
        time.sleep(0.05)


def _make_lock(output: Path) -> FileLock:
    return FileLock(output / files.LOCK_NAME, timeout=0)


def _remove_folder(staging: Path) -> None:
    """Remove a folder if possible; a second attempt covers a temporary error of the disk."""
    for _ in range(2):
        shutil.rmtree(staging, ignore_errors=True)


def _make_folders(output: Path) -> None:
    """Create the folders of an edition, and sync their parent so that a loss of power does not undo it."""
    is_new = not output.exists()
    for folder in _FOLDERS:
        (output / folder).mkdir(parents=True, exist_ok=True)
    if is_new:
        files.sync_folder(output.parent)


@contextlib.contextmanager
def _convert_errors(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise _to_publish_error(folder, error) from error


def _to_publish_error(folder: Path, error: OSError) -> PublishError:
    return PublishError(
        f"{folder}: {(error.strerror or str(error)).lower()}",
        hint=_HINTS.get(error.errno or 0, "choose a folder you may write to with -o"),
    )
