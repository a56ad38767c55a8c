"""Parses TOML from untrusted files: limits on nesting and dotted keys keep time and memory linear."""

from __future__ import annotations

import tomllib
from typing import Any

_MAX_DOTS = 200
"""Most dots in a line: the parser's memory grows with the square of the dots in a key."""


def loads(text: str) -> dict[str, Any]:
    """Return the tables of a TOML document. Raises ValueError that says what is wrong and where."""
    for number, line in enumerate(text.splitlines(), 1):
        if line.count(".") > _MAX_DOTS and "=" in line and not line.lstrip().startswith("#"):
            raise ValueError(f"a line has more than {_MAX_DOTS} dots (at line {number})")
    try:
        return tomllib.loads(text)
    except RecursionError:
        raise ValueError("is nested too deep") from None
