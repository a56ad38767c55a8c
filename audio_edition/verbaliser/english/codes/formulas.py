"""Rules for chemical formulas with subscripts: CO₂, H₂SO₄."""

from __future__ import annotations

import re

from audio_edition.languages.en.number_words import cardinal
from audio_edition.languages.locale import Locale
from audio_edition.languages.tokens import TokenKind
from audio_edition.verbaliser.rule import LazyPattern, Rule

_SUBSCRIPTS = str.maketrans("₀₁₂₃₄₅₆₇₈₉", "0123456789")
_FORMULA = LazyPattern(r"(?<!\w)(?=[A-Za-z]*[₀-₉])[A-Z][A-Za-z₀-₉]{1,20}(?!\w)")
_PART = re.compile(r"[A-Za-z]|\d+")


def _say_formula(match: re.Match[str], _: Locale) -> str:
    parts = _PART.findall(match[0].translate(_SUBSCRIPTS))
    return " ".join(cardinal(int(part)) if part.isdecimal() else part.upper() for part in parts)


RULES = (
    Rule(
        name="formula",
        at=frozenset({TokenKind.CODE, TokenKind.CAPITALS, TokenKind.NAME, TokenKind.LETTER}),
        pattern=_FORMULA,
        say=_say_formula,
        needs=frozenset("₀₁₂₃₄₅₆₇₈₉"),
    ),
)
