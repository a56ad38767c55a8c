"""Ordinals: 1st, 21st-century, the 16th-17th centuries."""

from __future__ import annotations

import re

from audio_edition.text.verbaliser.english.number_words import ordinal
from audio_edition.text.verbaliser.english.patterns import DASH
from audio_edition.text.verbaliser.locale import Locale
from audio_edition.text.verbaliser.rule import Rule
from audio_edition.text.verbaliser.tokens import Kind

_NTH = r"(?:st|nd|rd|th|ST|ND|RD|TH|ˢᵗ|ⁿᵈ|ʳᵈ|ᵗʰ)"
_ORDINAL = re.compile(
    rf"(?<![\w.,])(?:(?P<from>\d{{1,3}}){_NTH}?{DASH})?(?P<number>\d{{1,3}}(?:,\d{{3}})+|\d{{1,15}})(?:\s(?=th\b))?{_NTH}(?P<many>s)?(?!\w)"
)


def _ordinal(match: re.Match[str], place: Locale) -> str:
    words = ordinal(int(match["number"].replace(",", "")), place) + (match["many"] or "")
    return f"{ordinal(int(match['from']), place)} to {words}" if match["from"] else words


RULES = (Rule(name="ordinal", at=frozenset({Kind.FIGURE}), pattern=_ORDINAL, say=_ordinal),)
