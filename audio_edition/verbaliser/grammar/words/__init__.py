"""Number words, one module a language: cardinals, ordinals and years below a million millions millions."""

from __future__ import annotations

from importlib import import_module
from typing import Protocol, cast

from audio_edition.languages.locale import Locale

LIMIT = 10**18
"""No newspaper counts so far; digits are said one by one from here."""


class NumberWords(Protocol):
    """What a module of number words offers; `gender` is "m", "f" or "n", or "" for a number that counts nothing."""

    def cardinal(self, n: int, gender: str, place: Locale) -> str:
        """In words; 0 ≤ n < LIMIT."""

    def ordinal(self, n: int, gender: str, place: Locale) -> str:
        """The rank in words, without an ending where the language declines it by case; 1 ≤ n < 1000."""

    def year(self, n: int, place: Locale) -> str:
        """A year in words."""


def load_number_words(language: str) -> NumberWords:
    """The number words of a language."""
    return cast("NumberWords", import_module(f"{__package__}.{language}"))


def split_by_thousands(n: int) -> list[tuple[int, int]]:
    """The groups of three digits that are not zero, the largest first, each with its power of a thousand."""
    found = []
    power = 0
    while n:
        n, group = divmod(n, 1000)
        if group:
            found.append((group, power))
        power += 1
    return found[::-1]


def split_by_millions(n: int) -> list[tuple[int, int]]:
    """The groups of six digits that are not zero, the largest first, each with its power of a million."""
    found = []
    power = 0
    while n:
        n, group = divmod(n, 10**6)
        if group:
            found.append((group, power))
        power += 1
    return found[::-1]
