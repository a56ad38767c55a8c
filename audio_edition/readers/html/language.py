"""Read the `lang` attributes of elements."""

from __future__ import annotations

import re

_TAG = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{1,8})*", re.IGNORECASE)
_NO_LANGUAGE = frozenset({"mis", "mul", "und", "zxx"})
"""ISO 639 codes for text without language, in several languages, or in an unknown one."""


def language_tag(attribute: str) -> str | None:
    """Return the BCP 47 tag of a `lang` attribute, with hyphens; None if it names no language."""
    tag = attribute.strip().replace("_", "-")
    is_language = _TAG.fullmatch(tag) and tag[:3].lower() not in _NO_LANGUAGE
    return tag if is_language else None
