"""What `add` remembers of a folder, in one hidden file inside it; losing that file loses no article.

It travels with the articles it speaks of, which a cache of the user's would not.
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
class Saved:
    """A file as `add` left it: its SHA-256, and what the host said of its state.

    `file` is its path inside the folder, '' when another address has taken that.
    """

    file: str
    digest: str
    validators: Validators = NO_VALIDATORS


@dataclass(slots=True, kw_only=True)
class Followed:
    """A feed: the entries that were saved and their links, and its own state once none of them was left out."""

    entries: dict[str, str] = field(default_factory=dict)
    validators: Validators = NO_VALIDATORS


@dataclass(slots=True, kw_only=True)
class Memory:
    """Addresses → files, and feeds → entries."""

    saved: dict[str, Saved] = field(default_factory=dict)
    feeds: dict[str, Followed] = field(default_factory=dict)

    @classmethod
    def load(cls, folder: Path) -> Self:
        """What the folder's file says; nothing if it is not there or not ours. Raises OSError."""
        file = folder / FILE_NAME
        if not file.is_file():
            return cls()
        try:
            found = json.loads(file.read_bytes())
            return cls(
                saved={address: _saved(entry) for address, entry in found["saved"].items()},
                feeds={address: _followed(entry) for address, entry in found["feeds"].items()},
            )
        except (ValueError, TypeError, KeyError, AttributeError):
            return cls()

    def save(self, folder: Path) -> None:
        """Write the folder's file. Raises OSError."""
        content = {
            "saved": {address: asdict(saved) for address, saved in sorted(self.saved.items())},
            "feeds": {
                address: {"entries": feed.entries, "validators": asdict(feed.validators)}
                for address, feed in sorted(self.feeds.items())
            },
        }
        files.write(folder / FILE_NAME, json.dumps(content, ensure_ascii=False, indent=1).encode() + b"\n")


def _saved(entry: Mapping[str, Any]) -> Saved:
    return Saved(file=str(entry["file"]), digest=str(entry["digest"]), validators=_validators(entry))


def _followed(entry: Mapping[str, Any]) -> Followed:
    entries = {str(id_): str(link) for id_, link in entry["entries"].items()}
    return Followed(entries=entries, validators=_validators(entry))


def _validators(entry: Mapping[str, Any]) -> Validators:
    return Validators(**{name: str(value) for name, value in entry["validators"].items()})
