"""Rules for Roman numerals: of monarchs and popes, of wars, volumes and chapters."""

from __future__ import annotations

import re

from audio_edition.languages.en.number_words import cardinal, ordinal
from audio_edition.languages.en.spoken import load_table, load_word_set
from audio_edition.languages.locale import Locale
from audio_edition.languages.tokens import TokenKind
from audio_edition.verbaliser.roman_numerals import parse_roman
from audio_edition.verbaliser.rule import LazyPattern, Rule

_NUMERAL = LazyPattern(
    r"(?<![\w.’'])(?P<numeral>[IVXLC]{1,8})(?P<ordinal>th|st|nd|rd)?(?![\w’'-]|\.\w|\s[A-Z]\.)|(?<![\w.’'])(?P<owner>[IVXLC]{1,8})(?=['’]s\b)"
)
_WORDS_BEFORE = re.compile(
    r"(?:(?P<title>[A-Z]\w+)\s)?(?P<name>[A-Z][\wé]+|class|part|chapter|volume|phase|type|stage|level|act|title|article|grade|category|tier|section|book)\.?\s$"
)
_CENTURY = re.compile(r"\s(?:century|centuries)\b")
_FIRST_PERSON = re.compile(
    r"(?:['’](?:m|ve|d|ll)|\s(?:am|have|do|did|think|know|would|will|could|can|should|don|believe|want|say|said|hope|mean|feel|saw|see|must|shall))\b"
)
_REGNAL_NAMES = load_word_set("regnal", "names")
_TITLES = load_word_set("regnal", "titles")
_COUNTED_WORDS = load_word_set("regnal", "counted")
_WORDS_BEFORE_SMALL_NUMERAL = load_word_set("regnal", "counted_small")
_INITIALS = {"CV", "CC", "CI", "XL", "CL", "LI", "C", "L", "V", "X", "CD", "LV"}
"""Numerals that are more often initials or sizes, unless a word that takes a number stands before them."""


def spoken_numeral_after(name: str, numeral: str) -> str | None:
    """Return a numeral after a word of a headline in capitals: "two" after War, "the third" after Charles.

    Return None if it is not a numeral after this word.
    """
    value = parse_roman(numeral)
    if not value:
        return None
    if name in _COUNTED_WORDS:
        return cardinal(value)
    return f"the {ordinal(value)}" if name in _REGNAL_NAMES and numeral not in _INITIALS else None


def _say_numeral(match: re.Match[str], locale: Locale) -> str | None:
    numeral = match["numeral"] or match["owner"]
    value = parse_roman(numeral)
    if not value:
        return None
    if match["ordinal"] or _CENTURY.match(match.string, match.end()):
        return ordinal(value, locale)
    before = _WORDS_BEFORE.search(match.string, max(0, match.start() - 48), match.start())
    return (
        _spoken_numeral_in_context(before["title"] or "", before["name"], numeral, value, match) if before else None
    )


def _spoken_numeral_in_context(title: str, name: str, numeral: str, value: int, match: re.Match[str]) -> str | None:
    """Return an ordinal after the name of a monarch, and a cardinal after a word that takes a number.

    After other names return a cardinal for a numeral of several letters, otherwise None.
    """
    if name.capitalize() in _COUNTED_WORDS:
        return cardinal(value)
    if name in _REGNAL_NAMES or (title in _TITLES and value < 40):
        is_pronoun = numeral == "I" and title not in _TITLES and _FIRST_PERSON.match(match.string, match.end())
        return None if is_pronoun or numeral in _INITIALS - {"V", "X"} else f"the {ordinal(value)}"
    return cardinal(value) if len(numeral) > 1 and numeral not in _INITIALS else None


_SHORT_FORMS: dict[str, str] = load_table("words")["counted"]
_SMALL_NUMERAL = LazyPattern(r"\b(?P<word>[A-Za-z]+)\.? (?P<numeral>[ivxl]{1,6})(?![\w’'-])")


def _say_small_numeral(match: re.Match[str], _: Locale) -> str | None:
    """Say a numeral in lower case: "scene iii", "page xiv"."""
    value = parse_roman(match["numeral"].upper())
    word = _SHORT_FORMS.get(match["word"], match["word"])
    return f"{word} {cardinal(value)}" if value else None


RULES = (
    Rule(name="Roman numeral", at=_WORDS_BEFORE_SMALL_NUMERAL, pattern=_SMALL_NUMERAL, say=_say_small_numeral),
    Rule(
        name="Roman numeral",
        at=frozenset({TokenKind.CAPITALS, TokenKind.LETTER, *"IVX"}),
        pattern=_NUMERAL,
        say=_say_numeral,
    ),
)
