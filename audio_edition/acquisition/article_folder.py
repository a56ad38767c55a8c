"""The folder that `add` saves into: finds the file of an address, and never overwrites another article's file."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from itertools import chain, count
from pathlib import Path
from typing import Self

from filelock import FileLock, Timeout

from audio_edition import files
from audio_edition.acquisition.history import FollowedFeed, History, SavedFile
from audio_edition.acquisition.saved_page import recorded_address, remove_record
from audio_edition.errors import ConfigError
from audio_edition.readers.sources import section_folder
from audio_edition.web.fetcher import NO_VALIDATORS, Validators

_EDITED_NOTE = "not updated, because it may have been edited here; delete it to save it anew"


class Status(StrEnum):
    """The outcome for one article."""

    SAVED = "saved"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveResult:
    """A file of the folder after an attempt to save it; `note` is a message for the user, or ''."""

    status: Status
    file: Path
    note: str = ""


class ArticleFolder:
    """A folder of articles, locked for this process; a context manager.

    New files are saved into the section `section`, or outside of sections if it is None. Raises ConfigError if the
    folder is locked or cannot be written.
    """

    def __init__(self, root: Path, section: str | None) -> None:
        self.root = root
        self._section = section
        self._lock = FileLock(root / files.LOCK_NAME, timeout=0)
        self._history = History()

    def __enter__(self) -> Self:
        with _convert_write_errors(self.root):
            self.root.mkdir(parents=True, exist_ok=True)
            self._acquire_lock()
            files.remove_partial_files(self.root)
            self._history = History.load(self.root)
        return self

    def __exit__(self, *_: object) -> None:
        self._lock.release()

    def find(self, identity: str) -> Path | None:
        """Return the file of an address: the page that records it, even if moved, else the file saved for it."""
        saved = self._history.saved.get(identity)
        file = self.root / saved.file if saved else None
        return self._files_by_address.get(identity) or (file if file and file.is_file() else None)

    def is_known(self, identity: str) -> bool:
        """Return True if an address was saved before, even if its file is gone."""
        return identity in self._history.saved or identity in self._files_by_address

    def validators(self, address: str) -> Validators:
        """Return the validators of a page whose file is here, or of a feed whose entries were all saved."""
        if address in self._history.feeds:
            return self._history.feeds[address].validators
        saved = self._history.saved.get(address)
        return saved.validators if saved and self.find(address) else NO_VALIDATORS

    def saved_entries(self, feed: str) -> Mapping[str, str]:
        """Return the entries of a feed that were saved before: id → link."""
        return self._history.feeds.get(feed, FollowedFeed()).entries

    def put(self, identity: str, name: str, data: bytes, validators: Validators = NO_VALIDATORS) -> SaveResult:
        """Save the data of an address: in its own file if it has one, else in a new one called `name`."""
        file = self.find(identity)
        with _convert_write_errors(file or self.root):
            result = self._put_new(name, data) if file is None else self._put_existing(identity, file, data)
            if result.note != _EDITED_NOTE:
                self._remember_file(identity, result.file, validators)
        return result

    def remember_entry(self, feed: str, entry: str, link: str) -> None:
        """Record that an entry was saved, so that it is never saved again."""
        self._history.feeds.setdefault(feed, FollowedFeed()).entries[entry] = link
        self._save_history()

    def remember_feed(self, feed: str, validators: Validators) -> None:
        """Record a feed's validators once all its entries were saved, so that only a changed feed is sent again."""
        self._history.feeds.setdefault(feed, FollowedFeed()).validators = validators
        self._save_history()

    def _put_new(self, name: str, data: bytes) -> SaveResult:
        place = section_folder(self.root, self._section) if self._section else self.root
        with _convert_write_errors(place):
            place.mkdir(exist_ok=True)
        stem, suffix = Path(name).stem, Path(name).suffix
        names = chain((name,), (f"{stem}-{n}{suffix}" for n in count(2)))
        file = next(file for choice in names if not (file := place / choice).exists() or file.read_bytes() == data)
        if file.exists():
            return SaveResult(status=Status.UNCHANGED, file=file)
        files.write(file, data)
        note = f"named {file.name}, because there is another {name}" if file.name != name else ""
        return SaveResult(status=Status.SAVED, file=file, note=note)

    def _put_existing(self, identity: str, file: Path, data: bytes) -> SaveResult:
        current = file.read_bytes()
        if remove_record(current) == remove_record(data):
            return SaveResult(status=Status.UNCHANGED, file=file)
        saved = self._history.saved.get(identity)
        if saved is None or saved.digest != _compute_digest(current):
            return SaveResult(status=Status.UNCHANGED, file=file, note=_EDITED_NOTE)
        files.write(file, data)
        return SaveResult(status=Status.UPDATED, file=file)

    def _remember_file(self, identity: str, file: Path, validators: Validators) -> None:
        """Record that `file` belongs to this address and no longer to any other."""
        data, name = file.read_bytes(), file.relative_to(self.root).as_posix()
        for address, saved in self._history.saved.items():
            if saved.file == name:
                self._history.saved[address] = replace(saved, file="")
        self._history.saved[identity] = SavedFile(file=name, digest=_compute_digest(data), validators=validators)
        if recorded_address(data) == identity:
            self._files_by_address[identity] = file
        self._save_history()

    def _save_history(self) -> None:
        with _convert_write_errors(self.root):
            self._history.save(self.root)

    @cached_property
    def _files_by_address(self) -> dict[str, Path]:
        """The files by address from the records in the pages: right even if files moved or the history is lost."""
        files_by_address = {}
        with _convert_write_errors(self.root):
            for file in sorted(self.root.rglob("*.html")):
                with file.open("rb") as page:
                    address = recorded_address(page.read(8192))
                if address:
                    files_by_address[address] = file
        return files_by_address

    def _acquire_lock(self) -> None:
        try:
            self._lock.acquire()
        except Timeout:
            raise ConfigError(
                f"{self.root}: another `add` is saving here", hint="wait for it to end, or choose another --to"
            ) from None


def _compute_digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


@contextmanager
def _convert_write_errors(place: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise ConfigError(f"{place}: {reason}", hint="choose a folder you may write to with --to") from error
