"""The tables of the spoken form of English. Each file is read once, when its rules are loaded."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import Any


@cache
def load_table(name: str) -> dict[str, Any]:
    """Return the contents of `<name>.toml`."""
    return tomllib.loads((resources.files(__package__) / f"{name}.toml").read_text(encoding="utf-8"))


def load_word_set(name: str, key: str) -> frozenset[str]:
    """Return a list of words, which the table separates by blanks."""
    return frozenset(load_table(name)[key].split())
