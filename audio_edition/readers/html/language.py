"""The languages that elements name."""

from __future__ import annotations

import re

_TAG = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{1,8})*", re.IGNORECASE)
_NO_LANGUAGE = frozenset({"mis", "mul", "und", "zxx"})
"""Codes of ISO 639 for what has none, or several."""


def language_tag(named: str) -> str | None:
    """The BCP 47 tag of a `lang` attribute, with hyphens; None for what names no language."""
    tag = named.strip().replace("_", "-")
    is_language = _TAG.fullmatch(tag) and tag[:3].lower() not in _NO_LANGUAGE
    return tag if is_language else None
