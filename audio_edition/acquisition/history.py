"""The history of `add` for a folder, in one hidden file inside it; losing that file loses no article.

The file is not in the user's cache, so that it moves together with its articles.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Self

from audio_edition import files
from audio_edition.web.fetcher import NO_VALIDATORS, Validators

FILE_NAME = ".audio-edition-added.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedFile:
    """A file as `add` saved it: its SHA-256 and the host's validators.

    `file` is its path inside the folder, '' once the file belongs to another address.
    """

    file: str
    digest: str
    validators: Validators = NO_VALIDATORS


@dataclass(slots=True, kw_only=True)
class FollowedFeed:
    """A feed: its saved entries (id → link), and its validators once all entries were saved."""

    entries: dict[str, str] = field(default_factory=dict)
    validators: Validators = NO_VALIDATORS


@dataclass(slots=True, kw_only=True)
class History:
    """The saved files and the followed feeds of a folder, by address."""

    saved: dict[str, SavedFile] = field(default_factory=dict)
    feeds: dict[str, FollowedFeed] = field(default_factory=dict)

    @classmethod
    def load(cls, folder: Path) -> Self:
        """Read the folder's history; it is empty if the file is missing or corrupt. Raises OSError."""
        file = folder / FILE_NAME
        if not file.is_file():
            return cls()
        try:
            content = json.loads(file.read_bytes())
            return cls(
                saved={address: _parse_saved_file(entry) for address, entry in content["saved"].items()},
                feeds={address: _parse_feed(entry) for address, entry in content["feeds"].items()},
            )
        except (ValueError, TypeError, KeyError, AttributeError):
            return cls()

    def save(self, folder: Path) -> None:
        """Write the folder's history. Raises OSError."""
        content = {
            "saved": {address: asdict(saved) for address, saved in sorted(self.saved.items())},
            "feeds": {
                address: {"entries": feed.entries, "validators": asdict(feed.validators)}
                for address, feed in sorted(self.feeds.items())
            },
        }
        files.write(folder / FILE_NAME, json.dumps(content, ensure_ascii=False, indent=1).encode() + b"\n")


def _parse_saved_file(entry: Mapping[str, Any]) -> SavedFile:
    return SavedFile(file=str(entry["file"]), digest=str(entry["digest"]), validators=_parse_validators(entry))


def _parse_feed(entry: Mapping[str, Any]) -> FollowedFeed:
    entries = {str(id_): str(link) for id_, link in entry["entries"].items()}
    return FollowedFeed(entries=entries, validators=_parse_validators(entry))


def _parse_validators(entry: Mapping[str, Any]) -> Validators:
    return Validators(**{name: str(value) for name, value in entry["validators"].items()})
