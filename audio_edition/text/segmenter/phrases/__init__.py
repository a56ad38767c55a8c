"""Phrase rules of a language, kept as data: `en.toml` explains its form. Another language is another file."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

EVERYWHERE = "en"
"""Holds on pages of every language, behind their own: much chrome is English everywhere."""

_STRAIGHT = str.maketrans("‘’“”„\u00a0", '\'\'""" ')
_CAPITAL = "(?-i:[A-ZÀ-ÖØ-ÞŁŚŞŠŻŽČĆĐİ])"
_NAME = (
    rf"(?:{_CAPITAL}[\w.'-]+(?: (?:(?:van|von|vom|de|del|den|der|dos|das|da|di|du|la|le|ten|ter|zu|zur|y|e|i|'t) )*"
    rf"(?:d')?{_CAPITAL}[\w.'-]*){{1,3}}|[A-Z]{{2,5}})"
)
_JOINT = r"(?:, | ?/ ?| (?:&|und|et|y|e|en|and|avec|con|com|met|mit) )"
_SHORTHANDS = {
    "<Names>": rf"{_NAME}(?:{_JOINT}{_NAME}){{0,5}}(?: ?[,;|/•·–—(-].{{0,80}})?(?<![.!?])$",
    "<Capital>": _CAPITAL,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PhraseRule:
    """A named set of phrases."""

    rule: str
    pattern: re.Pattern[str]

    def matches(self, text: str) -> bool:
        """Whether a text, as `plain` gives it, has one of the phrases."""
        return self.pattern.match(text) is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrases:
    """The phrase rules of one language, by what they tell; `lead_in` is what stands before an author's name."""

    chrome: tuple[PhraseRule, ...]
    end: tuple[PhraseRule, ...]
    byline: tuple[PhraseRule, ...]
    lead_in: re.Pattern[str]


def plain(text: str) -> str:
    """A block's first 300 characters, accents composed, with straight quotes and without bullets, for matching."""
    return unicodedata.normalize("NFC", text[:300]).translate(_STRAIGHT).strip(" -–—•|*■▪●")


@cache
def phrases(language: str) -> Phrases:
    """The rules for a language (two letters), its own before those that hold everywhere."""
    tables = [_table(name) for name in dict.fromkeys((language, EVERYWHERE))]
    return Phrases(
        chrome=tuple(_rule(entry) for table in tables for entry in table["chrome"]),
        end=tuple(_rule(entry) for table in tables for entry in table["end"]),
        byline=tuple(_rule(entry, case_matters=True) for table in tables for entry in table["byline"]),
        lead_in=re.compile(rf"^\W*({'|'.join(table['lead_in'] for table in tables)})[: ]+", re.IGNORECASE),
    )


def _table(name: str) -> dict[str, Any]:
    return tomllib.loads((resources.files(__name__) / f"{name}.toml").read_text(encoding="utf-8"))


def _rule(entry: dict[str, Any], *, case_matters: bool = False) -> PhraseRule:
    starts = [f"(?:{phrase})" for phrase in entry.get("starts", [])]
    whole = [f"(?:{phrase})\\W*$" for phrase in entry.get("whole", [])]
    source = "|".join(starts + whole)
    for shorthand, meaning in _SHORTHANDS.items():
        source = source.replace(shorthand, meaning)
    flags = re.NOFLAG if case_matters else re.IGNORECASE
    return PhraseRule(rule=entry["rule"], pattern=re.compile(source, flags))
