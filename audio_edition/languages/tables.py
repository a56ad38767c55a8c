"""The data files of the languages."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any


def language_folder(language: str) -> Traversable:
    """Return the folder of a language, by its code."""
    return resources.files(__package__) / language


@cache
def load_table(language: str, name: str) -> dict[str, Any]:
    """Return the contents of `<language>/<name>.toml`."""
    return tomllib.loads((language_folder(language) / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def load_shared_table() -> dict[str, Any]:
    """Return the contents of `shared.toml`: signs and acronyms that several languages share."""
    return tomllib.loads((resources.files(__package__) / "shared.toml").read_text(encoding="utf-8"))
