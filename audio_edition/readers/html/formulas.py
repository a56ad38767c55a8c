"""Write formulas as text, and raised digits as superscript characters."""

from __future__ import annotations

import re

from lxml import html as lxml_html

FRACTION_SLASHES = frozenset("/⁄")
"""After a raised digit, they make it the numerator of a fraction."""

_SUPERSCRIPTS = str.maketrans("0123456789+-−–n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻ⁿ")
_SUPERSCRIPT_TEXT = re.compile(r"[+\-−–]?\d{1,3}|n")
_TEX = re.compile(r"[\\{}^_]")
_ANNOTATION_TAGS = frozenset({"annotation", "annotation-xml"})


def to_superscript(text: str) -> str | None:
    """Return superscript characters (⁶ for 6), so that a power stays apart from its base; None for other text."""
    return text.translate(_SUPERSCRIPTS) if _SUPERSCRIPT_TEXT.fullmatch(text) else None


def formula_text(math: lxml_html.HtmlElement) -> str:
    """Return a MathML element as text: its alternative text unless that is TeX, else its content on one line."""
    alternative = math.get("alttext") or ""
    return alternative if alternative and not _TEX.search(alternative) else _linear_text(math)


def _linear_text(element: lxml_html.HtmlElement) -> str:
    parts = [
        _linear_text(child) for child in element if isinstance(child.tag, str) and child.tag not in _ANNOTATION_TAGS
    ]
    if not parts:
        return (element.text or "").strip()
    if element.tag == "mfrac":
        return "/".join(parts)
    if element.tag == "msqrt":
        return "√" + " ".join(parts)
    if element.tag == "msup" and len(parts) == 2:
        return parts[0] + (to_superscript(parts[1]) or f"^{parts[1]}")
    return " ".join(filter(None, parts))
