"""Normalize white space and remove invisible characters; nothing else in a text is changed."""

from __future__ import annotations

import re
import unicodedata

_INVISIBLE = re.compile(
    "[\u00ad\u061c\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff\ufffc]"
)
"""Soft hyphens, zero-width spaces, marks of writing direction, and the placeholder for a picture (U+FFFC)."""


_NONCHARACTERS = "\ufffe\uffff"
"""Noncharacters that XML does not allow."""


def one_line(text: str) -> str:
    """Return a text on one line, with single spaces and without invisible characters except joiners in words."""
    collapsed = " ".join((text if text.isascii() else _INVISIBLE.sub("", text)).split())
    if collapsed.isprintable():
        return collapsed
    visible = "".join(
        c for c in collapsed if unicodedata.category(c) not in {"Cc", "Cs"} and c not in _NONCHARACTERS
    )
    return " ".join(visible.split())
