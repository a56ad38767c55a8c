"""Regular expressions and functions that several families of rules share."""

from __future__ import annotations

import re
from collections.abc import Iterable

from audio_edition.languages.locale import Locale
from audio_edition.languages.tokens import TokenKind

FIGURE_TOKENS: frozenset[TokenKind | str] = frozenset({TokenKind.FIGURE})
"""Tokens at which a number without a sign may begin."""

SIGNED_FIGURE_TOKENS: frozenset[TokenKind | str] = frozenset({TokenKind.FIGURE, "-", "−", "–", "."})
"""Tokens at which a number may begin that has a minus sign, or no digit before its decimal point."""

LETTER = r"[^\W\d_²³¹⁰⁴-⁹¼-¾⅐-⅞]"
"""One letter. Python counts superscripts and fractions as word characters, too, so they are excluded."""

NUMBER = r"(?>\d{1,3}(?:,\d{3}){1,24}(?:\.\d+)?|\d{1,2}(?:,\d\d(?!\d)){1,24},\d{3}|\d+(?:\.\d+)?)"
"""A cardinal or decimal as written. The group is atomic, so the pattern never matches a part of a number."""

NUMBER_BEGINS = r"(?<![\w.,])"
"""Before a number: it is not the rest of a longer number or of a word."""

NUMBER_ENDS = r"(?!(?!p(?:a|cm|w)\b)[\w%]|[.,]\d)"
"""After a number: it is complete, and no letter, digit or % follows directly except in "pa", "pcm" or "pw"."""

MINUS = r"(?:(?<![\w)\]'’\"”%°.,])(?P<minus>[-−–](?=[\d.£$€¥])))?"
"""An optional minus sign (group `minus`), not a hyphen or the dash of a range."""

DASH = r"(?:[-–—−]|\s[-−]\s)"
"""The dash between the ends of a range. An en or em dash between spaces is a pause and does not match."""

MAGNITUDES = {
    "k": "thousand",
    "m": "million",
    "mn": "million",
    "mln": "million",
    "mm": "million",
    "b": "billion",
    "bn": "billion",
    "bln": "billion",
    "t": "trillion",
    "tn": "trillion",
    "trn": "trillion",
}
MAGNITUDE = (
    r"(?:(?:thousand|million|billion|trillion|lakh crore|lakh|crore)\b"
    r"|(?:mln|mn|bln|bn|trn|tn|MN|BN|TRN|TN|[kKmMbB])(?![A-Za-z0-9²³]))"
)


def spoken_magnitude(written: str | None) -> str:
    """Return the word for an abbreviation such as "bn"; a full word is returned as it is, None gives ""."""
    short = (written or "").strip().lower()
    return MAGNITUDES.get(short, short)


def alternation(words: Iterable[str]) -> str:
    """Return a pattern that matches any of the words and tries longer words first."""
    return "(?:" + "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) + ")"


def ends_sentence(match: re.Match[str]) -> bool:
    """Return True if the full stop of an abbreviation also ends the sentence.

    It does at the end of the text and before the beginning of a new sentence.
    """
    text, end = match.string, match.end()
    return bool(_SENTENCE_BOUNDARY.match(text, end))


_SENTENCE_BOUNDARY = re.compile(r"[\"”’)\]]*(?:\s*$|\s+[\"“‘(]?(?:[A-Z][a-z]*\s|[A-Z][a-z]+[,.’']))")


def spoken_minus(match: re.Match[str]) -> str:
    """Return "minus " if the number has a minus sign, else ""."""
    return "minus " if match["minus"] else ""


def localize_spelling(words: str, locale: Locale) -> str:
    """Return the words in the spelling of the locale: "per cent" and "metre", or "percent" and "meter"."""
    if not locale.american:
        return words
    return words.replace("per cent", "percent").replace("metre", "meter").replace("litre", "liter")
