"""What a rule is, and the locale it reads for."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Locale:
    """How a language is spoken in a place."""

    english: bool
    american: bool

    @classmethod
    def of(cls, tag: str) -> Locale:
        """The locale of a BCP 47 tag; English is British unless the tag says US."""
        parts = tag.lower().replace("_", "-").split("-")
        return cls(english=parts[0] == "en", american="us" in parts[1:])


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """`say` gives the spoken form of a match, or None where the rule does not hold."""

    name: str
    pattern: re.Pattern[str]
    say: Callable[[re.Match[str], Locale], str | None]


NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
"""A cardinal or decimal as written."""

NOT_IN_NUMBER = r"(?<![\w.,])"
NO_MORE_NUMBER = r"(?![.,]?\d)"
"""What may not stand before and after a number for it to be whole."""

MAGNITUDES = {
    "k": "thousand",
    "m": "million",
    "mn": "million",
    "mln": "million",
    "b": "billion",
    "bn": "billion",
    "tn": "trillion",
    "trn": "trillion",
}
MAGNITUDE = r"(?:thousand|million|billion|trillion|mn|mln|bn|trn|tn|[kmb])"


def magnitude(written: str | None) -> str:
    """The word for "bn" and its like; a word stays itself."""
    return MAGNITUDES.get(written.lower(), written.lower()) if written else ""
