"""Rules for grades and ratings: an A*, Grade II* listed, from BB+ to B-."""

from __future__ import annotations

import re

from audio_edition.languages.locale import Locale
from audio_edition.languages.tokens import TokenKind
from audio_edition.verbaliser.rule import LazyPattern, Rule

_STAR = LazyPattern(r"(?:(?<=\bA)|(?<=Grade II)|(?<=Grade I))\*+")
_MINUS = LazyPattern(r"(?:(?<=\b[A-E])|(?<=[A-D]{2}))-(?=[\s.,;:)’”]|$)")

_RATING = LazyPattern(r"(?<!\w)(?P<letter>[A-D])(?P=letter)(?P<third>(?P=letter))?(?=[+-](?!\w))")


def _say_rating(match: re.Match[str], _: Locale) -> str:
    """Say the letters of BB+ as "double B" and those of AAA- as "triple A"."""
    return f"{'triple' if match['third'] else 'double'} {match['letter']}"


RULES = (
    Rule(name="rating", at=frozenset({TokenKind.CAPITALS}), pattern=_RATING, say=_say_rating),
    Rule(name="grade", at=frozenset("*"), pattern=_STAR, say=lambda m, _: " star" * len(m[0])),
    Rule(name="grade", at=frozenset("-"), pattern=_MINUS, say=lambda *_: " minus"),
)
