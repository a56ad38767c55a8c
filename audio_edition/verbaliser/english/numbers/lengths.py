"""Rules for feet and inches, stones and pounds: 5'11", 6ft 2in, 12st 4lb."""

from __future__ import annotations

import re

from audio_edition.languages.en.number_words import cardinal, spoken_number
from audio_edition.languages.locale import Locale
from audio_edition.verbaliser.english.numbers.attributive import is_before_noun
from audio_edition.verbaliser.english.patterns import FIGURE_TOKENS
from audio_edition.verbaliser.rule import LazyPattern, Rule

_FEET_AND_INCH_MARKS = LazyPattern(
    r"(?<![\w.,])(?P<feet>\d{1,2})['′’](?P<inches>\d{1,2})(?P<half>½)?(?:[\"″”]|['′’]{2})?(?!\w)"
)
_FEET = LazyPattern(
    r"(?<![\w.,])(?P<feet>\d{1,2})(?:['′’](?=-)|\s?ft)\s?(?P<inches>\d{1,2})(?P<half>½)?(?:\s?ins?\b\.?|[\"″”])?(?!\w)"
)
_INCHES = LazyPattern(
    r"(?<![\w.,])(?P<inches>\d{1,3}(?:\.\d+)?)(?:in(?![\w-])|-in\b(?!-)|[\"″”](?=\s[a-z]|\s*$|[,.]))"
)
_STONES = LazyPattern(r"(?<![\w.,])(?P<stones>\d{1,2})\s?st(?:\s(?P<pounds>\d{1,2})\s?lbs?)?(?!\w)")


def _say_feet_and_inches(match: re.Match[str], _: Locale) -> str:
    half = " and a half" if match["half"] else ""
    return f"{cardinal(int(match['feet']))} foot {cardinal(int(match['inches']))}{half}"


def _say_inches(match: re.Match[str], locale: Locale) -> str | None:
    """Say inches; return None if the inch mark is the closing mark of a quotation."""
    before = match.string[: match.start()]
    if "”" in match[0] and before.count("“") > before.count("”"):
        return None
    if '"' in match[0] and before.count('"') % 2:
        return None
    is_singular = match["inches"] == "1" or "-" in match[0] or is_before_noun(match)
    return f"{spoken_number(match['inches'], locale)} {'inch' if is_singular else 'inches'}"


def _say_stones_and_pounds(match: re.Match[str], _: Locale) -> str | None:
    if not match["pounds"]:
        return None
    unit = "pound" if match["pounds"] == "1" else "pounds"
    return f"{cardinal(int(match['stones']))} stone {cardinal(int(match['pounds']))} {unit}"


RULES = (
    Rule(
        name="feet and inches",
        at=FIGURE_TOKENS,
        pattern=_FEET_AND_INCH_MARKS,
        say=_say_feet_and_inches,
        needs=frozenset("'′’"),
    ),
    Rule(
        name="feet and inches", at=FIGURE_TOKENS, pattern=_FEET, say=_say_feet_and_inches, needs=frozenset("'′’f")
    ),
    Rule(
        name="stones and pounds",
        at=FIGURE_TOKENS,
        pattern=_STONES,
        say=_say_stones_and_pounds,
        needs=frozenset("s"),
    ),
    Rule(name="inches", at=FIGURE_TOKENS, pattern=_INCHES, say=_say_inches, needs=frozenset('i"″”')),
)
