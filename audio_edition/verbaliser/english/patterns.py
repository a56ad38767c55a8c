"""The parts the patterns of several families share."""

from __future__ import annotations

import re
from collections.abc import Iterable

from audio_edition.languages.locale import Locale
from audio_edition.languages.tokens import TokenKind

FIGURE_TOKENS: frozenset[TokenKind | str] = frozenset({TokenKind.FIGURE})
"""Where a number without a sign begins."""

SIGNED_FIGURE_TOKENS: frozenset[TokenKind | str] = frozenset({TokenKind.FIGURE, "-", "−", "–", "."})
"""Where a number begins that may have a minus or nothing before its point."""

LETTER = r"[^\W\d_²³¹⁰⁴-⁹¼-¾⅐-⅞]"
"""A letter; Python takes raised figures and fractions for letters, too."""

NUMBER = r"(?>\d{1,3}(?:,\d{3}){1,24}(?:\.\d+)?|\d{1,2}(?:,\d\d(?!\d)){1,24},\d{3}|\d+(?:\.\d+)?)"
"""A cardinal or decimal as written, taken whole: no part of it is another number."""

NUMBER_BEGINS = r"(?<![\w.,])"
"""Before a number: it is whole, and no part of a name."""

NUMBER_ENDS = r"(?!(?!p(?:a|cm|w)\b)[\w%]|[.,]\d)"
"""Behind a number: it is whole, and nothing hangs on it but "pa", "pcm" or "pw"."""

MINUS = r"(?:(?<![\w)\]'’\"”%°.,])(?P<minus>[-−–](?=[\d.£$€¥])))?"
"""A minus sign, not the hyphen or the dash of a range."""

DASH = r"(?:[-–—−]|\s[-−]\s)"
"""Between the ends of a range; a dash between blanks is a pause."""

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
    """The word for "bn" and its like; a word stays itself; none is nothing."""
    short = (written or "").strip().lower()
    return MAGNITUDES.get(short, short)


def alternation(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first."""
    return "(?:" + "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) + ")"


def ends_sentence(match: re.Match[str]) -> bool:
    """True where the full stop of an abbreviation is the sentence's too: at the end, or before a new sentence."""
    text, end = match.string, match.end()
    return bool(_SENTENCE_BOUNDARY.match(text, end))


_SENTENCE_BOUNDARY = re.compile(r"[\"”’)\]]*(?:\s*$|\s+[\"“‘(]?(?:[A-Z][a-z]*\s|[A-Z][a-z]+[,.’']))")


def spoken_minus(match: re.Match[str]) -> str:
    """The word "minus " where the number has the sign."""
    return "minus " if match["minus"] else ""


def localize_spelling(words: str, place: Locale) -> str:
    """Spelling of the place: "per cent" and "metre", or "percent" and "meter"."""
    if not place.american:
        return words
    return words.replace("per cent", "percent").replace("metre", "meter").replace("litre", "liter")
