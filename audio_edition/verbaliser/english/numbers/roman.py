"""Roman numerals: of monarchs and popes, of wars, volumes and chapters."""

from __future__ import annotations

import re

from audio_edition.languages.locale import Locale
from audio_edition.languages.tokens import Kind
from audio_edition.verbaliser.english.data import table, words
from audio_edition.verbaliser.english.numbers.number_words import cardinal, ordinal
from audio_edition.verbaliser.roman_numerals import value
from audio_edition.verbaliser.rule import Lazy, Rule

_NUMERAL = Lazy(
    r"(?<![\w.’'])(?P<numeral>[IVXLC]{1,8})(?P<ordinal>th|st|nd|rd)?(?![\w’'-]|\.\w|\s[A-Z]\.)|(?<![\w.’'])(?P<owner>[IVXLC]{1,8})(?=['’]s\b)"
)
_BEFORE = re.compile(
    r"(?:(?P<title>[A-Z]\w+)\s)?(?P<name>[A-Z][\wé]+|class|part|chapter|volume|phase|type|stage|level|act|title|article|grade|category|tier|section|book)\.?\s$"
)
_CENTURY = re.compile(r"\s(?:century|centuries)\b")
_FIRST_PERSON = re.compile(
    r"(?:['’](?:m|ve|d|ll)|\s(?:am|have|do|did|think|know|would|will|could|can|should|don|believe|want|say|said|hope|mean|feel|saw|see|must|shall))\b"
)
_REGNAL = words("regnal", "names")
_TITLES = words("regnal", "titles")
_COUNTED = words("regnal", "counted")
_SMALL_COUNTED = words("regnal", "counted_small")
_INITIALS = {"CV", "CC", "CI", "XL", "CL", "LI", "C", "L", "V", "X", "CD", "LV"}
"""Numerals more often seen as initials or sizes, where no word before them counts."""


def behind(name: str, numeral: str) -> str | None:
    """The numeral behind a word of a headline in capitals: "two" behind War, "the third" behind Charles."""
    worth = value(numeral)
    if not worth:
        return None
    if name in _COUNTED:
        return cardinal(worth)
    return f"the {ordinal(worth)}" if name in _REGNAL and numeral not in _INITIALS else None


def _numeral(match: re.Match[str], place: Locale) -> str | None:
    numeral = match["numeral"] or match["owner"]
    worth = value(numeral)
    if not worth:
        return None
    if match["ordinal"] or _CENTURY.match(match.string, match.end()):
        return ordinal(worth, place)
    before = _BEFORE.search(match.string, max(0, match.start() - 48), match.start())
    return _behind(before["title"] or "", before["name"], numeral, worth, match) if before else None


def _behind(title: str, name: str, numeral: str, worth: int, match: re.Match[str]) -> str | None:
    """An ordinal behind a monarch's name, a cardinal behind a word that counts or a name in a series."""
    if name.capitalize() in _COUNTED:
        return cardinal(worth)
    if name in _REGNAL or (title in _TITLES and worth < 40):
        spoken_by_someone = (
            numeral == "I" and title not in _TITLES and _FIRST_PERSON.match(match.string, match.end())
        )
        return None if spoken_by_someone or numeral in _INITIALS - {"V", "X"} else f"the {ordinal(worth)}"
    return cardinal(worth) if len(numeral) > 1 and numeral not in _INITIALS else None


_SHORT_FORMS: dict[str, str] = table("words")["counted"]
_SMALL = Lazy(r"\b(?P<word>[A-Za-z]+)\.? (?P<numeral>[ivxl]{1,6})(?![\w’'-])")


def _small(match: re.Match[str], _: Locale) -> str | None:
    """Numerals in small letters: "scene iii", "page xiv"."""
    worth = value(match["numeral"].upper())
    word = _SHORT_FORMS.get(match["word"], match["word"])
    return f"{word} {cardinal(worth)}" if worth else None


RULES = (
    Rule(name="Roman numeral", at=_SMALL_COUNTED, pattern=_SMALL, say=_small),
    Rule(name="Roman numeral", at=frozenset({Kind.CAPITALS, Kind.LETTER, *"IVX"}), pattern=_NUMERAL, say=_numeral),
)
