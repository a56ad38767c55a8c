"""Normalize white space, remove invisible characters, and undo what typesetting does to the letters of a word."""

from __future__ import annotations

import re
import unicodedata

_INVISIBLE = re.compile(
    "[\u00ad\u061c\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff\ufffc]"
)
"""Soft hyphens, zero-width spaces, marks of writing direction, and the placeholder for a picture (U+FFFC)."""


_NONCHARACTERS = "\ufffe\uffff"
"""Noncharacters that XML does not allow."""

_LIGATURES = {code: unicodedata.normalize("NFKC", chr(code)) for code in range(0xFB00, 0xFB07)}
"""Ligatures of Latin letters (ff, fi, fl, ffi, ffl, st), which are a matter of the font."""

_LIGATURE_SPACE = re.compile("(?<![\\w-])[ﬁﬂ] (?=[a-z])|(?<=\\w)[ﬂﬃﬄ] (?=[a-z])")
"""A ligature that ends no word, and the space that some PDF tools put after it."""

_SPACED_LETTERS = re.compile(r"(?:[^\W_]\s{1,4}){3,60}[^\W_][.:!?]?")
_MIN_SPACED_WORD = 3
_MAX_SPACED_LENGTH = 200


def one_line(text: str) -> str:
    """Return a text on one line, with single spaces and without invisible characters except joiners in words.

    Ligatures become letters, and a letterspaced heading ("T H E  E N D") becomes words.
    """
    plain = text if text.isascii() else _expand_ligatures(_INVISIBLE.sub("", text))
    collapsed = " ".join(plain.split())
    if collapsed[1:2] == collapsed[3:4] == " ":
        collapsed = _close_spaced_letters(plain.strip()) or collapsed
    if collapsed.isprintable():
        return collapsed
    visible = "".join(
        c for c in collapsed if unicodedata.category(c) not in {"Cc", "Cs"} and c not in _NONCHARACTERS
    )
    return " ".join(visible.split())


def _expand_ligatures(text: str) -> str:
    return _LIGATURE_SPACE.sub(lambda match: match[0].rstrip(), text).translate(_LIGATURES)


def _close_spaced_letters(text: str) -> str | None:
    """Return the words of a letterspaced line, None for any other.

    The space between its letters is not the one between its words.
    """
    if len(text) > _MAX_SPACED_LENGTH or not _SPACED_LETTERS.fullmatch(text):
        return None
    letters, gaps = re.split(r"\s+", text), re.findall(r"\s+", text)
    parts = (letter if gap == gaps[0] else f" {letter}" for letter, gap in zip(letters[1:], gaps, strict=True))
    words = "".join((letters[0], *parts))
    return words if len(set(gaps)) > 1 and max(map(len, words.split())) >= _MIN_SPACED_WORD else None
