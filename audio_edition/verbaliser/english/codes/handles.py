"""Rules for hashtags and handles."""

from __future__ import annotations

import re

from audio_edition.languages.en.number_words import spoken_name_number
from audio_edition.languages.locale import Locale
from audio_edition.verbaliser.english.names.acronyms import spoken_acronym
from audio_edition.verbaliser.rule import Rule

_WORD_BREAK = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|_")
_DIGITS = re.compile(r"\d+")


def _spoken_tag(tag: str) -> str:
    """Return the words of a tag: "MeToo" → "Me Too", "COP27" → "COP twenty-seven"."""
    parts = _DIGITS.sub(lambda m: f" {spoken_name_number(m[0])} ", _WORD_BREAK.sub(" ", tag)).split()
    return " ".join(spoken_acronym(part) if part.isupper() and len(part) > 1 else part for part in parts)


def _say_hashtag(match: re.Match[str], _: Locale) -> str:
    return f"hashtag {_spoken_tag(match[1])}"


def _say_handle(match: re.Match[str], _: Locale) -> str:
    return f"at {_spoken_tag(match[1])}"


RULES = (
    Rule(name="hashtag", at=frozenset("#"), pattern=re.compile(r"(?<![\w&])#([A-Za-z]\w{1,60})"), say=_say_hashtag),
    Rule(name="handle", at=frozenset("@"), pattern=re.compile(r"(?<!\w)@([A-Za-z]\w{1,60})"), say=_say_handle),
)
