"""Folders of the voices that the user has fetched or copied there, one for each engine."""

from __future__ import annotations

import os
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

import platformdirs

FOLDER_VARIABLE = "AUDIO_EDITION_VOICES"
"""Environment variable: the folder of all voices, instead of one in the user's data folder."""


def engine_folder(engine: str) -> Path:
    """Return the folder of an engine's voices, which may not exist."""
    return root_folder() / engine


def root_folder() -> Path:
    """Return the folder of all voices, which may not exist."""
    named = os.environ.get(FOLDER_VARIABLE)
    return Path(named).expanduser() if named else platformdirs.user_data_path("audio-edition") / "voices"


def has_models(engine: str) -> bool:
    """Return True if there is a model in the engine's folder."""
    return any(engine_folder(engine).rglob("*.onnx"))


def find_packaged(suffix: str, ending: str) -> Iterator[Path]:
    """Yield the files ending in `ending` of all packages whose names end in `suffix`, such as "-piper-voice"."""
    for package in metadata.distributions():
        if (package.name or "").lower().replace("_", "-").endswith(suffix):
            for file in package.files or ():
                if file.name.endswith(ending):
                    yield Path(str(package.locate_file(file)))
