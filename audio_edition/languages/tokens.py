"""A line as typed tokens. Rules begin at tokens."""

from __future__ import annotations

import re
from enum import Enum, auto
from functools import lru_cache
from unicodedata import category

TOKEN = re.compile(r"[^\W_⁰¹²³⁴-⁹¼-¾⅐-⅞]+|[^\s]")
"""A run of letters and digits, or one sign. Raised figures and fractions are tokens of their own."""

_FIGURE_SIGNS = frozenset("⁰¹²³⁴⁵⁶⁷⁸⁹¼½¾⅐⅑⅒⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞")
_MARKS = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Mn", "So"})
"""Unicode categories of pictures, controls and invisible marks, which are not read."""


class TokenKind(Enum):
    """The kind of a token, by its characters."""

    FIGURE = auto()
    """It begins with a digit: 3, 10pm, 5G."""
    CODE = auto()
    """Letters followed by a digit: M25, CO2."""
    LETTER = auto()
    """One capital."""
    CAPITALS = auto()
    """Two capitals or more: NATO, MPs, SARs."""
    NAME = auto()
    """A capital, then small letters."""
    WORD = auto()
    """Any other letters."""
    SIGN = auto()
    """Punctuation, currencies and other signs of writing."""
    MARK = auto()
    """Pictures, controls, invisible marks."""


@lru_cache(maxsize=8192)
def classify_token(token: str) -> TokenKind:
    """Return the kind of a match of TOKEN."""
    first = token[0]
    if not first.isalnum() or first in _FIGURE_SIGNS:
        return TokenKind.MARK if category(first) in _MARKS else TokenKind.SIGN
    if token.islower() and token.isalpha():
        return TokenKind.WORD
    if first.isdecimal():
        return TokenKind.FIGURE
    if any(c.isdecimal() for c in token):
        return TokenKind.CODE
    return _classify_letters(token)


def _classify_letters(token: str) -> TokenKind:
    if sum(c.isupper() for c in token) > 1:
        return TokenKind.CAPITALS
    if token[0].isupper():
        return TokenKind.LETTER if len(token) == 1 else TokenKind.NAME
    return TokenKind.WORD
