"""Roman numerals: of monarchs and popes, of wars, volumes and chapters."""

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
"""Numerals more often seen as initials or sizes, where no word before them counts."""


def spoken_numeral_after(name: str, numeral: str) -> str | None:
    """The numeral behind a word of a headline in capitals: "two" behind War, "the third" behind Charles."""
    worth = parse_roman(numeral)
    if not worth:
        return None
    if name in _COUNTED_WORDS:
        return cardinal(worth)
    return f"the {ordinal(worth)}" if name in _REGNAL_NAMES and numeral not in _INITIALS else None


def _say_numeral(match: re.Match[str], place: Locale) -> str | None:
    numeral = match["numeral"] or match["owner"]
    worth = parse_roman(numeral)
    if not worth:
        return None
    if match["ordinal"] or _CENTURY.match(match.string, match.end()):
        return ordinal(worth, place)
    before = _WORDS_BEFORE.search(match.string, max(0, match.start() - 48), match.start())
    return (
        _spoken_numeral_in_context(before["title"] or "", before["name"], numeral, worth, match) if before else None
    )


def _spoken_numeral_in_context(title: str, name: str, numeral: str, worth: int, match: re.Match[str]) -> str | None:
    """An ordinal behind a monarch's name, a cardinal behind a word that counts or a name in a series."""
    if name.capitalize() in _COUNTED_WORDS:
        return cardinal(worth)
    if name in _REGNAL_NAMES or (title in _TITLES and worth < 40):
        spoken_by_someone = (
            numeral == "I" and title not in _TITLES and _FIRST_PERSON.match(match.string, match.end())
        )
        return None if spoken_by_someone or numeral in _INITIALS - {"V", "X"} else f"the {ordinal(worth)}"
    return cardinal(worth) if len(numeral) > 1 and numeral not in _INITIALS else None


_SHORT_FORMS: dict[str, str] = load_table("words")["counted"]
_SMALL_NUMERAL = LazyPattern(r"\b(?P<word>[A-Za-z]+)\.? (?P<numeral>[ivxl]{1,6})(?![\w’'-])")


def _say_small_numeral(match: re.Match[str], _: Locale) -> str | None:
    """Numerals in small letters: "scene iii", "page xiv"."""
    worth = parse_roman(match["numeral"].upper())
    word = _SHORT_FORMS.get(match["word"], match["word"])
    return f"{word} {cardinal(worth)}" if worth else None


RULES = (
    Rule(name="Roman numeral", at=_WORDS_BEFORE_SMALL_NUMERAL, pattern=_SMALL_NUMERAL, say=_say_small_numeral),
    Rule(
        name="Roman numeral",
        at=frozenset({TokenKind.CAPITALS, TokenKind.LETTER, *"IVX"}),
        pattern=_NUMERAL,
        say=_say_numeral,
    ),
)
