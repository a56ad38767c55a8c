"""Changes to a folder that happen together or not at all, whatever is killed, full or broken meanwhile.

New files lie ready in a staging folder, synced to disk, and beside them what they replace; then a journal says what
goes where. Whoever finds a journal ends what it began. Where a rename fails, the journal gets its other name, by
which everything is taken back. (A log with redo and undo: Gray and Reuter, "Transaction Processing", 1993.)
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import msgspec

from audio_edition import files
from audio_edition.errors import PublishError

REDO_FILE = ".audio-edition.redo"
UNDO_FILE = ".audio-edition.undo"

STAGING_PREFIX = ".staging-"

_STAGING_PATTERN = re.escape(STAGING_PREFIX) + r"[\w-]+\Z"
_PATH_PATTERN = r"(?:(?:episodes|issues)/)?[^/\\:.][^/\\:]*\Z"
"""No journal, whoever wrote it, leads out of its folder."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Move:
    """A file that gets a new content, or is new."""

    path: Annotated[str, msgspec.Meta(pattern=rf"\A{_PATH_PATTERN}")]
    replaces: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class _Journal:
    staging: Annotated[str, msgspec.Meta(pattern=rf"\A{_STAGING_PATTERN}")]
    moves: tuple[_Move, ...]


def is_pending(folder: Path) -> bool:
    """Whether changes were begun there, and neither ended nor taken back."""
    return (folder / REDO_FILE).exists() or (folder / UNDO_FILE).exists()


def commit(folder: Path, staging: Path, changes: Mapping[str, Path]) -> None:
    """Put the files of `changes`, which lie in `staging`, at their paths in `folder`: all of them or none.

    Raises OSError; then all is as it was, or a journal says that `settle` must see to it.
    """
    if not changes:
        return
    moves = tuple(_stage_file(folder, path, staging, number, changes[path]) for number, path in enumerate(changes))
    files.sync_folder(staging)
    journal = _Journal(staging=staging.name, moves=moves)
    try:
        said = staging / "journal"
        said.write_bytes(msgspec.json.encode(journal))
        files.move_into_place(said, folder / REDO_FILE)
        _redo(folder, journal)
    except BaseException:
        with suppress(OSError):  # what cannot be taken back now, the next run ends
            _roll_back(folder, journal)
        raise


def recover(folder: Path) -> None:
    """End, or take back, what a run that was stopped had begun. Raises OSError, PublishError if nobody can."""
    if (folder / UNDO_FILE).exists():
        _undo(folder, _read_journal(folder / UNDO_FILE))
    elif (folder / REDO_FILE).exists():
        _redo(folder, _read_journal(folder / REDO_FILE))


def _stage_file(folder: Path, path: str, staging: Path, number: int, source: Path) -> _Move:
    """Have a new file, and the one it replaces, under their names in the staging folder."""
    source.chmod(0o644)  # a temporary file's default is private; an edition is for others to read
    files.sync(source)
    source.rename(_new_path(staging, number))
    target = folder / path
    replaces = target.exists()
    if replaces:
        _link_or_copy(target, _old_path(staging, number))
    return _Move(path=path, replaces=replaces)


def _link_or_copy(file: Path, second: Path) -> None:
    """A second name for a file; where the file system has no such thing, a copy."""
    try:
        os.link(file, second)
    except OSError:
        shutil.copy2(file, second)
        files.sync(second)


def _redo(folder: Path, journal: _Journal) -> None:
    staging = folder / journal.staging
    for number, move in enumerate(journal.moves):
        new = _new_path(staging, number)
        if new.exists():  # else it is in its place already
            new.replace(folder / move.path)
    _sync_folders(folder, journal)
    (folder / REDO_FILE).unlink()


def _roll_back(folder: Path, journal: _Journal) -> None:
    (folder / REDO_FILE).replace(folder / UNDO_FILE)
    files.sync_folder(folder)
    _undo(folder, journal)


def _undo(folder: Path, journal: _Journal) -> None:
    staging = folder / journal.staging
    for number, move in enumerate(journal.moves):
        old, target = _old_path(staging, number), folder / move.path
        if not move.replaces:
            target.unlink(missing_ok=True)
        elif old.exists():  # else it is back already
            old.replace(target)
    _sync_folders(folder, journal)
    (folder / UNDO_FILE).unlink()


def _sync_folders(folder: Path, journal: _Journal) -> None:
    """Make the names last, before the journal goes."""
    for parent in sorted({(folder / move.path).parent for move in journal.moves}):
        files.sync_folder(parent)


def _new_path(staging: Path, number: int) -> Path:
    return staging / f"{number}.new"


def _old_path(staging: Path, number: int) -> Path:
    return staging / f"{number}.old"


def _read_journal(file: Path) -> _Journal:
    try:
        return msgspec.json.decode(file.read_bytes(), type=_Journal)
    except ValueError as error:
        raise PublishError(
            f"{file}: is damaged: {error}", hint="remove it and build again: it tells how an earlier build ended"
        ) from error
