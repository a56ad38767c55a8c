"""TOML that others wrote: tables as deep as a file can be are no reason to fall over."""

from __future__ import annotations

import tomllib
from typing import Any

_MAX_DOTS = 200
"""Dots of a line; the parser needs memory that grows with the square of those in a key."""


def loads(text: str) -> dict[str, Any]:
    """The tables of a TOML document. Raises ValueError, which says what is wrong and where."""
    for number, line in enumerate(text.splitlines(), 1):
        if line.count(".") > _MAX_DOTS and "=" in line and not line.lstrip().startswith("#"):
            raise ValueError(f"a line has more than {_MAX_DOTS} dots (at line {number})")
    try:
        return tomllib.loads(text)
    except RecursionError:
        raise ValueError("is nested too deep") from None
