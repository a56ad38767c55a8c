"""Text that XML, and so every client, can carry."""

from __future__ import annotations

import re

_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def clean_text(text: str) -> str:
    """The text without characters that XML 1.0 forbids, lone surrogates among them."""
    return _FORBIDDEN.sub("", text)
