"""The tables of data.toml, read once."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from importlib import resources
from typing import Any

_TABLES: dict[str, Any] = tomllib.loads((resources.files(__package__) / "data.toml").read_text(encoding="utf-8"))

ABBREVIATIONS: dict[str, str] = _TABLES["abbreviations"]
MONTHS: dict[str, str] = _TABLES["months"] | {name: name for name in (*_TABLES["months"].values(), "May")}
CURRENCIES: dict[str, list[str]] = _TABLES["currencies"]
UNITS: dict[str, list[str]] = _TABLES["units"]
FRACTIONS: dict[str, str] = _TABLES["fractions"]
SYMBOLS: dict[str, str] = _TABLES["symbols"]
REGNAL_NAMES = frozenset(_TABLES["regnal"]["names"].split())
PLAIN_WORDS = frozenset(_TABLES["acronyms"]["plain"].split())
SAID_AS_WORDS = frozenset(_TABLES["acronyms"]["words"].split())
SAID_AS_LETTERS = frozenset(_TABLES["acronyms"]["letters"].split())


def one_of(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
