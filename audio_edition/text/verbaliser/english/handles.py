"""Hashtags and handles."""

from __future__ import annotations

import re

from audio_edition.text.verbaliser.english.number_words import name_number
from audio_edition.text.verbaliser.locale import Locale
from audio_edition.text.verbaliser.rule import Rule

_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])|_")
_DIGITS = re.compile(r"\d+")


def _words(tag: str) -> str:
    """The words of a tag: "MeToo" → "Me Too", "COP27" → "COP twenty-seven"."""
    return _DIGITS.sub(lambda m: f" {name_number(m[0])} ", _HUMP.sub(" ", tag))


def _hashtag(match: re.Match[str], _: Locale) -> str:
    return f"hashtag {_words(match[1])}"


def _handle(match: re.Match[str], _: Locale) -> str:
    return f"at {_words(match[1])}"


RULES = (
    Rule(name="hashtag", at=frozenset("#"), pattern=re.compile(r"(?<![\w&])#([A-Za-z]\w{1,60})"), say=_hashtag),
    Rule(name="handle", at=frozenset("@"), pattern=re.compile(r"(?<!\w)@([A-Za-z]\w{1,60})"), say=_handle),
)
