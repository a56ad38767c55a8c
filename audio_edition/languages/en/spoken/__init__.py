"""The words behind the signs of English newspapers: each file is read once, when its rules are loaded."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import Any


@cache
def load_table(name: str) -> dict[str, Any]:
    """The contents of `<name>.toml`."""
    return tomllib.loads((resources.files(__package__) / f"{name}.toml").read_text(encoding="utf-8"))


def load_word_set(name: str, key: str) -> frozenset[str]:
    """A list of words separated by blanks."""
    return frozenset(load_table(name)[key].split())
