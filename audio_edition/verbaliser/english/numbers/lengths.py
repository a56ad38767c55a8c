"""Feet and inches, stones and pounds: 5'11", 6ft 2in, 12st 4lb."""

from __future__ import annotations

import re

from audio_edition.languages.locale import Locale
from audio_edition.verbaliser.english.numbers.attributive import before_noun
from audio_edition.verbaliser.english.numbers.number_words import cardinal, number
from audio_edition.verbaliser.english.patterns import FIGURE
from audio_edition.verbaliser.rule import Lazy, Rule

_MARKS = Lazy(r"(?<![\w.,])(?P<feet>\d{1,2})['′’](?P<inches>\d{1,2})(?P<half>½)?(?:[\"″”]|['′’]{2})?(?!\w)")
_FEET = Lazy(
    r"(?<![\w.,])(?P<feet>\d{1,2})(?:['′’](?=-)|\s?ft)\s?(?P<inches>\d{1,2})(?P<half>½)?(?:\s?ins?\b\.?|[\"″”])?(?!\w)"
)
_INCHES = Lazy(r"(?<![\w.,])(?P<inches>\d{1,3}(?:\.\d+)?)(?:in(?![\w-])|-in\b(?!-)|[\"″”](?=\s[a-z]|\s*$|[,.]))")
_STONES = Lazy(r"(?<![\w.,])(?P<stones>\d{1,2})\s?st(?:\s(?P<pounds>\d{1,2})\s?lbs?)?(?!\w)")


def _feet(match: re.Match[str], _: Locale) -> str:
    half = " and a half" if match["half"] else ""
    return f"{cardinal(int(match['feet']))} foot {cardinal(int(match['inches']))}{half}"


def _inches(match: re.Match[str], place: Locale) -> str | None:
    """A mark of inches, not the end of a quotation that has no beginning."""
    before = match.string[: match.start()]
    if "”" in match[0] and before.count("“") > before.count("”"):
        return None
    if '"' in match[0] and before.count('"') % 2:
        return None
    one = match["inches"] == "1" or "-" in match[0] or before_noun(match)
    return f"{number(match['inches'], place)} {'inch' if one else 'inches'}"


def _stones(match: re.Match[str], _: Locale) -> str | None:
    if not match["pounds"]:
        return None
    unit = "pound" if match["pounds"] == "1" else "pounds"
    return f"{cardinal(int(match['stones']))} stone {cardinal(int(match['pounds']))} {unit}"


RULES = (
    Rule(name="feet and inches", at=FIGURE, pattern=_MARKS, say=_feet, needs=frozenset("'′’")),
    Rule(name="feet and inches", at=FIGURE, pattern=_FEET, say=_feet, needs=frozenset("'′’f")),
    Rule(name="stones and pounds", at=FIGURE, pattern=_STONES, say=_stones, needs=frozenset("s")),
    Rule(name="inches", at=FIGURE, pattern=_INCHES, say=_inches, needs=frozenset('i"″”')),
)
