"""The parts of web and e-mail addresses, the same in every language."""

from __future__ import annotations

import re

_SCHEME = re.compile(r"^https?://")
_PART = re.compile(r"[A-Z]{2,}(?![a-z])|[A-Z]?[^\W\d_A-Z]+|[A-Z]+|\d+|[^\w\s]|_")


def split_address(address: str) -> list[str]:
    """Return the words, numbers and signs of an address, without its scheme and a slash at its end."""
    return _PART.findall(_SCHEME.sub("", address).rstrip("/"))
