"""The words of a block on one line, exactly as written."""

from __future__ import annotations

import re
import unicodedata

_INVISIBLE = re.compile(
    "[\u00ad\u061c\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff\ufffc]"
)
"""Soft hyphens, blanks of no width, marks of writing direction, and what stands for a picture."""


_NONCHARACTERS = "\ufffe\uffff"
"""Which no XML may hold."""


def one_line(text: str) -> str:
    """White space folded to single spaces; what shows nothing is taken out, but for joiners inside words."""
    folded = " ".join((text if text.isascii() else _INVISIBLE.sub("", text)).split())
    if folded.isprintable():
        return folded
    shown = "".join(c for c in folded if unicodedata.category(c) not in {"Cc", "Cs"} and c not in _NONCHARACTERS)
    return " ".join(shown.split())
