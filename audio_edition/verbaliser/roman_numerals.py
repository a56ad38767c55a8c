"""Roman numerals."""

from __future__ import annotations

import re

_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_WELL_FORMED = re.compile(r"C{0,3}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")


def parse_roman(numeral: str) -> int | None:
    """Return the number of a well-formed Roman numeral below 400, or None for other letters."""
    if not _WELL_FORMED.fullmatch(numeral):
        return None
    figures = [_VALUES[letter] for letter in numeral]
    following = [*figures[1:], 0]
    return sum(-one if one < after else one for one, after in zip(figures, following, strict=True))
