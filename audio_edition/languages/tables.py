"""The data files of the languages."""

from __future__ import annotations

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
    return _read(language_folder(language) / f"{name}.toml")


@cache
def load_shared_table(name: str) -> dict[str, Any]:
    """Return the contents of `<name>.toml`, a table that holds for several languages."""
    return _read(resources.files(__package__) / f"{name}.toml")


def _read(file: Traversable) -> dict[str, Any]:
    import tomllib  # here: a language without a folder needs no table

    return tomllib.loads(file.read_text(encoding="utf-8"))
