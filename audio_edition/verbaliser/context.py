"""The text around a match."""

from __future__ import annotations

import re


def text_before(match: re.Match[str], reach: int = 32) -> str:
    """Return the `reach` characters before a match."""
    return match.string[max(0, match.start() - reach) : match.start()]
