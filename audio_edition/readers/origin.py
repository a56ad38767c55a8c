"""Find the address of a saved page in the comment that browsers and `audio-edition add` write into it."""

from __future__ import annotations

import re

_SAVED_FROM = re.compile(r"<!-- saved from url=\(\d{4,}\)(https?://\S+) -->")
_HEAD_CHARACTERS = 8192


def saved_page_address(text: str) -> str | None:
    """Return the address in the comment, within the first 8192 characters of a page; None without a comment."""
    comment = _SAVED_FROM.search(text[:_HEAD_CHARACTERS])
    return comment[1] if comment else None
