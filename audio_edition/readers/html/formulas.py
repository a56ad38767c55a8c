"""Formulas as words, and raised figures as signs."""

from __future__ import annotations

import re

from lxml import html as lxml_html

SLASHES = frozenset("/⁄")
"""Behind a raised figure they make it the upper part of a fraction."""

_RAISED = str.maketrans("0123456789+-−–n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻ⁿ")
_RAISABLE = re.compile(r"[+\-−–]?\d{1,3}|n")
_TEX = re.compile(r"[\\{}^_]")
_BESIDE = frozenset({"annotation", "annotation-xml"})


def raised(text: str) -> str | None:
    """The signs for raised figures (⁶ for 6), so that a power stays apart from its base; None for other text."""
    return text.translate(_RAISED) if _RAISABLE.fullmatch(text) else None


def formula(math: lxml_html.HtmlElement) -> str:
    """A MathML element as its author wrote it out, else as it is set; TeX is for machines."""
    written = math.get("alttext") or ""
    return written if written and not _TEX.search(written) else _set(math)


def _set(element: lxml_html.HtmlElement) -> str:
    parts = [_set(child) for child in element if isinstance(child.tag, str) and child.tag not in _BESIDE]
    if not parts:
        return (element.text or "").strip()
    if element.tag == "mfrac":
        return "/".join(parts)
    if element.tag == "msqrt":
        return "√" + " ".join(parts)
    if element.tag == "msup" and len(parts) == 2:
        return parts[0] + (raised(parts[1]) or f"^{parts[1]}")
    return " ".join(filter(None, parts))
