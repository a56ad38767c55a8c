"""What earlier builds spoke and recorded, and where it is kept."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from audio_edition import store
from audio_edition.config import Config
from audio_edition.pipeline.take_store import TakeStore
from audio_edition.speech.clip_store import ClipStore


@dataclass(frozen=True, slots=True, kw_only=True)
class Stores:
    """Folders of clips and takes, None where nothing is kept."""

    clip_folder: Path | None = None
    take_folder: Path | None = None

    @classmethod
    def of(cls, config: Config) -> Stores:
        """Those in the user's cache, unless the configuration wants none."""
        if not config.cache:
            return cls()
        folder = store.default_folder()
        return cls(clip_folder=folder / "clips", take_folder=folder / "takes")

    @property
    def clips(self) -> ClipStore | None:
        """The store of clips."""
        return ClipStore(self.clip_folder) if self.clip_folder else None

    @property
    def takes(self) -> TakeStore | None:
        """The store of takes."""
        return TakeStore(self.take_folder) if self.take_folder else None

    def trim(self, gigabytes: float) -> None:
        """Forget what was used longest ago, so that the rest fits."""
        store.trim(filter(None, (self.clip_folder, self.take_folder)), round(gigabytes * 1e9))
