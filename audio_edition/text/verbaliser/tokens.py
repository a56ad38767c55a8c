"""A line as typed tokens: where a rule may begin."""

from __future__ import annotations

import re
from enum import Enum, auto

TOKEN = re.compile(r"[^\W_]+|[^\s]")
"""A run of letters and digits, or one sign."""


class Kind(Enum):
    """What a token looks like."""

    FIGURE = auto()
    """Begins with a digit: 3, 10pm, 5G."""
    CODE = auto()
    """Letters with a digit behind them: M25, CO2."""
    LETTER = auto()
    """One capital."""
    CAPITALS = auto()
    """Two capitals or more: NATO, MPs, SARs."""
    NAME = auto()
    """A capital, then small letters."""
    WORD = auto()
    """Any other letters."""
    SIGN = auto()
    """Anything but a letter, a digit or a blank."""


def kind_of(token: str) -> Kind:
    """The kind of one token of TOKEN."""
    first = token[0]
    if not first.isalnum():
        return Kind.SIGN
    if token.islower() and token.isalpha():
        return Kind.WORD
    if first.isdecimal():
        return Kind.FIGURE
    if any(c.isdecimal() for c in token):
        return Kind.CODE
    capitals = sum(c.isupper() for c in token)
    if capitals > 1:
        return Kind.CAPITALS
    if first.isupper():
        return Kind.LETTER if len(token) == 1 else Kind.NAME
    return Kind.WORD
