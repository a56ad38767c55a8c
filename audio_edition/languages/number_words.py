"""Number words: the interface of `<language>/number_words.py`, and what several languages share."""

from __future__ import annotations

from typing import Protocol

from audio_edition.languages.locale import Locale

LIMIT = 10**18
"""First number without a name in these languages; from here on, the digits are read one by one."""


class NumberWords(Protocol):
    """A module of number words.

    `gender` is that of the noun that is counted: "m", "f" or "n", or "" for a number that counts nothing.
    """

    def cardinal(self, n: int, locale: Locale, gender: str = "") -> str:
        """Return a cardinal in words; 0 ≤ n < LIMIT."""

    def ordinal(self, n: int, locale: Locale, gender: str = "") -> str:
        """Return an ordinal in words, without an ending where the language declines it by case; 1 ≤ n < 1000."""

    def year(self, n: int, locale: Locale) -> str:
        """Return a year in words."""


def split_by_thousands(n: int) -> list[tuple[int, int]]:
    """Return the groups of three digits that are not zero, largest first, each with its power of a thousand."""
    return _split(n, 1000)


def split_by_millions(n: int) -> list[tuple[int, int]]:
    """Return the groups of six digits that are not zero, largest first, each with its power of a million."""
    return _split(n, 10**6)


def _split(n: int, base: int) -> list[tuple[int, int]]:
    found = []
    power = 0
    while n:
        n, group = divmod(n, base)
        if group:
            found.append((group, power))
        power += 1
    return found[::-1]
