"""Rules for ordinals: 1st, 21st-century, the 16th-17th centuries."""

from __future__ import annotations

import re

from audio_edition.languages.en.number_words import ordinal
from audio_edition.languages.locale import Locale
from audio_edition.verbaliser.english.patterns import DASH, FIGURE_TOKENS
from audio_edition.verbaliser.rule import LazyPattern, Rule

_ORDINAL_ENDING = r"(?:st|nd|rd|th|ST|ND|RD|TH|ˢᵗ|ⁿᵈ|ʳᵈ|ᵗʰ)"
_ORDINAL = LazyPattern(
    rf"(?<![\w.,])(?:(?P<from>\d{{1,3}}){_ORDINAL_ENDING}?{DASH})?(?P<number>\d{{1,3}}(?:,\d{{3}})+|\d{{1,15}})(?:\s(?=th\b))?(?P<ending>{_ORDINAL_ENDING})(?P<plural>s)?(?!\w)"
)

_RAISED_ENDINGS = {"ˢᵗ", "ⁿᵈ", "ʳᵈ", "ᵗʰ"}


def _ordinal_ending(number: str) -> str:
    """Return the ending of an ordinal in figures; 11th to 13th do not follow their last digit."""
    if number[-2:] in {"11", "12", "13"}:
        return "th"
    return {"1": "st", "2": "nd", "3": "rd"}.get(number[-1], "th")


def _say_ordinal(match: re.Match[str], locale: Locale) -> str | None:
    """Say an ordinal; return None if the ending is wrong, as in "1th"."""
    if match["ending"].lower() not in {_ordinal_ending(match["number"]), *_RAISED_ENDINGS}:
        return None
    words = ordinal(int(match["number"].replace(",", "")), locale) + (match["plural"] or "")
    return f"{ordinal(int(match['from']), locale)} to {words}" if match["from"] else words


RULES = (Rule(name="ordinal", at=FIGURE_TOKENS, pattern=_ORDINAL, say=_say_ordinal, needs=frozenset("tdTDʰᵗᵈ")),)
