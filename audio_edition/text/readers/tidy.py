"""The words of a block on one line, exactly as written."""

from __future__ import annotations

import unicodedata

_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff"))


def one_line(text: str) -> str:
    """White space folded to single spaces; soft hyphens, zero-width and control characters taken out."""
    folded = " ".join((text if text.isascii() else text.translate(_INVISIBLE)).split())
    if folded.isprintable():
        return folded
    return "".join(c for c in folded if unicodedata.category(c) not in {"Cc", "Cs"})
