"""Hashtags and handles."""

from __future__ import annotations

import re

from audio_edition.languages.locale import Locale
from audio_edition.verbaliser.english.names.acronyms import said
from audio_edition.verbaliser.english.numbers.number_words import name_number
from audio_edition.verbaliser.rule import Rule

_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|_")
_DIGITS = re.compile(r"\d+")


def _words(tag: str) -> str:
    """The words of a tag: "MeToo" → "Me Too", "COP27" → "COP twenty-seven"."""
    parts = _DIGITS.sub(lambda m: f" {name_number(m[0])} ", _HUMP.sub(" ", tag)).split()
    return " ".join(said(part) if part.isupper() and len(part) > 1 else part for part in parts)


def _hashtag(match: re.Match[str], _: Locale) -> str:
    return f"hashtag {_words(match[1])}"


def _handle(match: re.Match[str], _: Locale) -> str:
    return f"at {_words(match[1])}"


RULES = (
    Rule(name="hashtag", at=frozenset("#"), pattern=re.compile(r"(?<![\w&])#([A-Za-z]\w{1,60})"), say=_hashtag),
    Rule(name="handle", at=frozenset("@"), pattern=re.compile(r"(?<!\w)@([A-Za-z]\w{1,60})"), say=_handle),
)
