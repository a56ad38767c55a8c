"""The caches of a recording: clips of sentences and takes of passages, in one folder with one size limit."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from audio_edition import cache
from audio_edition.cache import Cache
from audio_edition.recording.take_cache import TakeCache
from audio_edition.speech.clip_cache import ClipCache

_TRIM_DIVISOR = 16
"""The caches are trimmed whenever a sixteenth of their limit has been added."""


@dataclass(slots=True, kw_only=True)
class Caches:
    """The clip cache and the take cache below `folder`, together at most `limit` bytes; without a folder, none."""

    folder: Path | None
    limit: int
    _added_bytes: int = field(default=0, init=False)

    @classmethod
    def with_limit(cls, limit: int) -> Caches:
        """Return the caches in the user's cache folder; a limit of 0 means that nothing is cached."""
        return cls(folder=cache.default_folder() if limit else None, limit=limit)

    @property
    def clips(self) -> ClipCache | None:
        """The cache of clips, or None if nothing is cached."""
        return ClipCache(Cache(self.folder / cache.CLIPS, self.note_added)) if self.folder else None

    @property
    def takes(self) -> TakeCache | None:
        """The cache of takes, or None if nothing is cached."""
        return TakeCache(Cache(self.folder / cache.TAKES, self.note_added)) if self.folder else None

    def trim(self) -> None:
        """Remove the least recently used entries until the rest fits the limit."""
        self._trim_to(self.limit)

    def note_added(self, added: int) -> None:
        """Count bytes that this process or a worker has added; trim when they reach a sixteenth of the limit."""
        self._added_bytes += added
        if self._added_bytes >= self.limit // _TRIM_DIVISOR:
            self._added_bytes = 0
            self._trim_to(self.limit - self.limit // _TRIM_DIVISOR)

    def _trim_to(self, limit: int) -> None:
        if self.folder:
            cache.trim(self.folder, limit)
