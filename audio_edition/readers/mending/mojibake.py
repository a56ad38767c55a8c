"""Mend mojibake: text in UTF-8 that a tool read in another encoding and wrote as UTF-8 again ("wasnâ€™t")."""

from __future__ import annotations

import re

_BYTE = "[\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]"
"""A character of windows-1252 whose byte may continue a character in UTF-8."""

_SUSPECT = re.compile(
    rf"[\u00e0-\u00ef]{_BYTE}{{2}}|[\u00c2-\u00df](?![\u2013-\u2026]){_BYTE}|[\u00f0-\u00f4]{_BYTE}{{3}}"
    r"|\u00e2\u20ac|\u201a\u00c4\S|\u0432\u0402|\u221a[\u00a9\u00ae\u00df\u2202\u00b1\u2020\u00a7\u2022\u00a3]"
)
"""The beginnings of characters in UTF-8 read as windows-1252, Mac Roman or windows-1251. Capitals before a
quotation mark or a dash are not suspect: they end words that are written so."""

_LOST_BYTE = re.compile("\u00e2\u20ac(?=$|[\\s.,;:!?)\\]<])")
"""A closing quotation mark whose last byte, which windows-1252 does not define, was removed."""

_ENCODING_LESSON = re.compile(
    r"\b(?:UTF-?8|mojibake|Unicode|ISO[- ]8859|[Ww]indows-125\d|CP-?125\d|character (?:set|encoding))",
    re.IGNORECASE,
)
"""Words of a text about encodings, which shows mojibake on purpose."""


def mend(text: str) -> str:
    """Return a text with its mojibake replaced by the characters that were meant; any other text stays as it is."""
    if not _SUSPECT.search(text) or _ENCODING_LESSON.search(text):
        return text
    from ftfy import fix_encoding  # here: slow to import, rarely needed

    return fix_encoding(_LOST_BYTE.sub("\u00e2\u20ac\u009d", text))
