"""Rules for the numbers of books and papers: ISBN 978-0-14-103614-4."""

from __future__ import annotations

import re

from audio_edition.languages.en.number_words import digits
from audio_edition.languages.locale import Locale
from audio_edition.verbaliser.rule import LazyPattern, Rule

_KINDS = frozenset({"ISBN", "ISSN", "PMID", "OCLC"})
_NUMBER = LazyPattern(
    r"(?P<kind>ISBN|ISSN|PMID|OCLC)(?:-1[03])?:?\s?(?P<number>\d[\d -]{5,16}\d)(?P<check>[xX]?)(?!\w)"
)


def _say_book_number(match: re.Match[str], _: Locale) -> str:
    check = " X" if match["check"] else ""
    return f"{' '.join(match['kind'])} {digits(match['number'])}{check}"


RULES = (Rule(name="book number", at=_KINDS, pattern=_NUMBER, say=_say_book_number),)
