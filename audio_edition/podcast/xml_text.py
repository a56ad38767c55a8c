"""Removes the characters that XML 1.0 forbids, so that a text can stand in feeds, pages and transcripts."""

from __future__ import annotations

import re

_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def clean_text(text: str) -> str:
    """Return the text without characters that XML 1.0 forbids, including lone surrogates."""
    return _FORBIDDEN.sub("", text)
