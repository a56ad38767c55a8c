"""Write-ahead journal: applies changes to a folder all together or not at all, even after a kill or a disk error.

The staging folder holds the new files, synced to disk, and links to the files that they replace. Then the journal,
the redo file, lists the moves; after a kill, recovery completes them. If a move fails, the redo file is renamed to
the undo file, and all moves are undone. (Redo and undo logging: Gray and Reuter, "Transaction Processing", 1993.)
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
"""Paths in a journal must lie inside its folder, whoever wrote the journal."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Move:
    """A new file for `path`; `replaces` is true if it replaces an older one."""

    path: Annotated[str, msgspec.Meta(pattern=rf"\A{_PATH_PATTERN}")]
    replaces: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class _Journal:
    staging: Annotated[str, msgspec.Meta(pattern=rf"\A{_STAGING_PATTERN}")]
    moves: tuple[_Move, ...]


def is_pending(folder: Path) -> bool:
    """Return True if the folder has a commit that is neither complete nor undone."""
    return (folder / REDO_FILE).exists() or (folder / UNDO_FILE).exists()


def commit(folder: Path, staging: Path, changes: Mapping[str, Path]) -> None:
    """Move the files of `changes` from `staging` to their paths in `folder`: all of them or none.

    Raises OSError; then the folder is unchanged, or a journal remains and `recover` completes or undoes the commit.
    """
    if not changes:
        return
    moves = tuple(_stage_file(folder, path, staging, number, changes[path]) for number, path in enumerate(changes))
    files.sync_folder(staging)
    journal = _Journal(staging=staging.name, moves=moves)
    try:
        staged_journal = staging / "journal"
        staged_journal.write_bytes(msgspec.json.encode(journal))
        files.move_into_place(staged_journal, folder / REDO_FILE)
        _redo(folder, journal)
    except BaseException:
        with suppress(OSError):  # if undoing fails too, the next run recovers
            _roll_back(folder, journal)
        raise


def recover(folder: Path) -> None:
    """Complete or undo an interrupted commit. Raises OSError, or PublishError if its journal is damaged."""
    if (folder / UNDO_FILE).exists():
        _undo(folder, _read_journal(folder / UNDO_FILE))
    elif (folder / REDO_FILE).exists():
        _redo(folder, _read_journal(folder / REDO_FILE))


def _stage_file(folder: Path, path: str, staging: Path, number: int, source: Path) -> _Move:
    """Give a new file, and the one it replaces, their names in the staging folder; sync the new one."""
    source.chmod(0o644)  # a temporary file's default is private; an edition is for others to read
    files.sync(source)
    source.rename(_new_path(staging, number))
    target = folder / path
    replaces = target.exists()
    if replaces:
        _link_or_copy(target, _old_path(staging, number))
    return _Move(path=path, replaces=replaces)


def _link_or_copy(source: Path, target: Path) -> None:
    """Create a hard link to a file, or a copy if the file system does not support links."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)
        files.sync(target)


def _redo(folder: Path, journal: _Journal) -> None:
    staging = folder / journal.staging
    for number, move in enumerate(journal.moves):
        new = _new_path(staging, number)
        if new.exists():  # else an earlier run has moved it
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
        elif old.exists():  # else an earlier run has restored it
            old.replace(target)
    _sync_folders(folder, journal)
    (folder / UNDO_FILE).unlink()


def _sync_folders(folder: Path, journal: _Journal) -> None:
    """Sync the folders of all moves: the moves must be on disk before the journal is removed."""
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
            f"{file}: is damaged: {error}",
            hint="remove it and build again: it is the journal of an interrupted build",
        ) from error
