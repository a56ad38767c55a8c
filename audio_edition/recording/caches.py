"""What earlier builds spoke, recorded and made, and where it is kept."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from audio_edition import cache
from audio_edition.cache import Cache
from audio_edition.recording.take_cache import TakeCache
from audio_edition.speech.clip_cache import ClipCache

_TRIM_DIVISOR = 16
"""The stores are put in order whenever so small a part of what they may hold has been added to them."""


@dataclass(slots=True, kw_only=True)
class Caches:
    """Stores in a folder that hold so many bytes together; None where nothing is kept."""

    folder: Path | None
    limit: int
    _added_bytes: int = field(default=0, init=False)

    @classmethod
    def with_limit(cls, limit: int) -> Caches:
        """Those in the user's cache, unless they may hold nothing."""
        return cls(folder=cache.default_folder() if limit else None, limit=limit)

    @property
    def clips(self) -> ClipCache | None:
        """The store of clips."""
        return ClipCache(Cache(self.folder / cache.CLIPS, self.note_added)) if self.folder else None

    @property
    def takes(self) -> TakeCache | None:
        """The store of takes."""
        return TakeCache(Cache(self.folder / cache.TAKES, self.note_added)) if self.folder else None

    def trim(self) -> None:
        """Forget what was used longest ago, so that the rest fits."""
        self._trim_to(self.limit)

    def note_added(self, added: int) -> None:
        """So many bytes were put there, here or by a worker: now and then this makes room for as many."""
        self._added_bytes += added
        if self._added_bytes >= self.limit // _TRIM_DIVISOR:
            self._added_bytes = 0
            self._trim_to(self.limit - self.limit // _TRIM_DIVISOR)

    def _trim_to(self, limit: int) -> None:
        if self.folder:
            cache.trim(self.folder, limit)
