"""Grades and ratings: an A*, Grade II* listed, from BB+ to B-."""

from __future__ import annotations

import re

from audio_edition.languages.locale import Locale
from audio_edition.languages.tokens import Kind
from audio_edition.verbaliser.rule import Lazy, Rule

_STAR = Lazy(r"(?:(?<=\bA)|(?<=Grade II)|(?<=Grade I))\*+")
_MINUS = Lazy(r"(?:(?<=\b[A-E])|(?<=[A-D]{2}))-(?=[\s.,;:)’”]|$)")

_LETTERS = Lazy(r"(?<!\w)(?P<letter>[A-D])(?P=letter)(?P<third>(?P=letter))?(?=[+-](?!\w))")


def _letters(match: re.Match[str], _: Locale) -> str:
    """BB+ is "double B plus", AAA- "triple A minus"."""
    return f"{'triple' if match['third'] else 'double'} {match['letter']}"


RULES = (
    Rule(name="rating", at=frozenset({Kind.CAPITALS}), pattern=_LETTERS, say=_letters),
    Rule(name="grade", at=frozenset("*"), pattern=_STAR, say=lambda m, _: " star" * len(m[0])),
    Rule(name="grade", at=frozenset("-"), pattern=_MINUS, say=lambda *_: " minus"),
)
