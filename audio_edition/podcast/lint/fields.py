"""Checks that an element occurs exactly once and has a valid text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from audio_edition.podcast.feed import NAMESPACES

MAX_DESCRIPTION_BYTES = 4000
"""Limit of PSP-1 and Apple for a description."""


@dataclass(frozen=True, slots=True)
class FieldRule:
    """An element that must occur once with a text that matches `pattern`; `wanted` describes the pattern."""

    tag: str
    pattern: str = r"(?s).*\S.*"
    wanted: str = "some text"
    most_bytes: int | None = None

    def find_problems(self, parent: etree._Element) -> Iterator[str]:
        """Yield the problems of the element in its parent."""
        elements = parent.findall(self.tag, NAMESPACES)
        if len(elements) != 1:
            yield f"{self.tag} is missing" if not elements else f"{self.tag} occurs {len(elements)} times"
            return
        text = (elements[0].text or "").strip()
        if not re.fullmatch(self.pattern, text):
            yield f"{self.tag} is {text[:40]!r}, not {self.wanted}"
        if self.most_bytes and len(text.encode()) > self.most_bytes:
            yield f"{self.tag} has {len(text.encode())} bytes, more than {self.most_bytes}"


BOOLEAN = (r"true|false", "true or false")
YES_OR_NO = (r"yes|no", "yes or no")
COUNT = (r"[1-9]\d*", "a whole number from 1")
