"""Where a saved page came from, by the comment that browsers, and `audio-edition add`, leave in it."""

from __future__ import annotations

import re

_SAVED_FROM = re.compile(r"<!-- saved from url=\(\d{4,}\)(https?://\S+) -->")
_HEAD_CHARACTERS = 8192


def saved_page_address(text: str) -> str | None:
    """The web address in the first 8 K characters of a page, if it was saved from one."""
    found = _SAVED_FROM.search(text[:_HEAD_CHARACTERS])
    return found[1] if found else None
