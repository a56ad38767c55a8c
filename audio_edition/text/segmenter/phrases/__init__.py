"""Phrase rules of a language, kept as data: `en.toml` explains its form. Another language is another file."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

FALLBACK = "en"
"""Read when there is no file for an article's language: much chrome is English everywhere."""

_STRAIGHT = str.maketrans("‘’“”\u00a0", "''\"\" ")


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
    """The phrase rules of one language, by what they tell."""

    chrome: tuple[PhraseRule, ...]
    end: tuple[PhraseRule, ...]
    byline: tuple[PhraseRule, ...]


def plain(text: str) -> str:
    """A block's first 300 characters with straight quotes and without bullets, for matching."""
    return text[:300].translate(_STRAIGHT).strip(" -–—•|*■▪●")


@cache
def phrases(language: str | None) -> Phrases:
    """The rules for a BCP 47 tag, None or an unknown one giving English."""
    name = (language or FALLBACK).split("-")[0].lower()
    folder = resources.files(__name__)
    file = folder / f"{name}.toml" if name.isalpha() else folder / f"{FALLBACK}.toml"
    if not file.is_file():
        file = folder / f"{FALLBACK}.toml"
    data = tomllib.loads(file.read_text(encoding="utf-8"))
    return Phrases(
        chrome=tuple(map(_rule, data["chrome"])),
        end=tuple(map(_rule, data["end"])),
        byline=tuple(_rule(entry, case_matters=True) for entry in data["byline"]),
    )


def _rule(entry: dict[str, Any], *, case_matters: bool = False) -> PhraseRule:
    starts = [f"(?:{phrase})" for phrase in entry.get("starts", [])]
    whole = [f"(?:{phrase})\\W*$" for phrase in entry.get("whole", [])]
    source = "|".join(starts + whole)
    flags = re.NOFLAG if case_matters else re.IGNORECASE
    return PhraseRule(rule=entry["rule"], pattern=re.compile(source, flags))
