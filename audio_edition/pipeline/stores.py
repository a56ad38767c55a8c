"""What earlier builds spoke and recorded, and where it is kept."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from audio_edition import store
from audio_edition.pipeline.take_store import TakeStore
from audio_edition.speech.clip_store import ClipStore


@dataclass(frozen=True, slots=True, kw_only=True)
class Stores:
    """Stores of clips and takes in a folder, of so many gigabytes together; None where nothing is kept."""

    folder: Path | None
    gigabytes: float

    @classmethod
    def of(cls, gigabytes: float) -> Stores:
        """Those in the user's cache, unless they may hold nothing."""
        return cls(folder=store.default_folder() if gigabytes else None, gigabytes=gigabytes)

    @property
    def clips(self) -> ClipStore | None:
        """The store of clips."""
        return ClipStore(self.folder / "clips") if self.folder else None

    @property
    def takes(self) -> TakeStore | None:
        """The store of takes."""
        return TakeStore(self.folder / "takes") if self.folder else None

    def trim(self) -> None:
        """Forget what was used longest ago, so that the rest fits."""
        if self.folder:
            store.trim((self.folder / "clips", self.folder / "takes"), round(self.gigabytes * 1e9))
