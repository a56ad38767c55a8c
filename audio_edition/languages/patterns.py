"""Parts of patterns that several families of rules share, and the parser of written numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from audio_edition.languages.locale import Locale
from audio_edition.languages.number_words import LIMIT

BLANK = r"\s"
"""The separator of the digit groups of a number, and of a number and its unit."""

NUMBER = (
    rf"(?>[1-9]\d{{0,2}}(?:{BLANK}\d{{3}}(?!\d)){{1,24}}(?:,\d+)?|\d{{1,3}}(?:['’]\d{{3}}){{1,24}}(?:[.,]\d+)?"
    r"|\d{1,3}(?:\.\d{3}){1,24}(?:,\d+)?|\d{1,3}(?:,\d{3}){1,24}(?:\.\d+)?|\d+(?:[.,]\d+)?)"
)
"""A written cardinal or decimal: 1.234,5 or 1 234,5 or 1'234.5 or 1,234.5. It never matches a part of a number."""

NUMBER_BEGINS = r"(?<![\w.,])(?<!\d['’])"
"""Condition before a number: it is whole and not part of a name."""

NUMBER_ENDS = r"(?![\w%‰]|[.,]\d)"
"""Condition behind a number: it is whole, and no letter or sign is attached to it."""

MINUS = r"(?:(?<![\w)\]'’\"”%°.,])(?P<minus>[-−–](?=[\d€$£])))?"
"""A minus sign, not a hyphen or the dash of a range."""

GAP = rf"(?P<gap>{BLANK}(?=[^\W\d_]))?"
"""The blank between a number and its noun."""

DASH = rf"{BLANK}?[-–—−]{BLANK}?"
"""The separator of the two numbers of a range."""

_DECIMAL_POINT_REGIONS = frozenset({"mx", "us", "gt", "hn", "ni", "pa", "pr", "do", "sv", "pe"})
"""Regions in which Spanish writes 1,234.5 (CLDR 45, es-419 and its regions)."""


@dataclass(frozen=True, slots=True)
class WrittenNumber:
    """A written number: its whole part, and the decimal sign and the digits behind it."""

    whole: str
    sign: str = ""
    fraction: str = ""

    @property
    def value(self) -> int:
        """The whole part as a number, at most LIMIT."""
        return int(self.whole) if len(self.whole) < len(str(LIMIT)) else LIMIT


def parse_number(written: str, locale: Locale) -> WrittenNumber:
    """Return the parts of a match of NUMBER. The region decides whether a sign separates thousands or decimals."""
    bare = re.sub(rf"{BLANK}|['’]", "", written)
    decimal, group = (".", ",") if locale.region in _DECIMAL_POINT_REGIONS else (",", ".")
    if re.fullmatch(rf"\d{{1,3}}(?:\{group}\d{{3}})+(?:\{decimal}\d+)?", bare):
        bare = bare.replace(group, "")
    elif re.fullmatch(
        rf"\d{{1,3}}(?:\{decimal}\d{{3}}){{2,}}(?:\{group}\d+)?|\d{{1,3}}(?:\{decimal}\d{{3}})+\{group}\d+", bare
    ):
        bare = bare.replace(decimal, "")
    whole, sign, fraction = re.fullmatch(r"(\d+)(?:([.,])(\d+))?", bare).groups("")  # type: ignore[union-attr]
    return WrittenNumber(whole, sign, fraction)


def alternation(words: Iterable[str]) -> str:
    """Return a pattern for any of the words, longest first. A blank in a word may be missing or of any kind."""
    patterns = (re.escape(word).replace(r"\ ", f"{BLANK}?") for word in sorted(words, key=len, reverse=True))
    return "(?:" + "|".join(patterns) + ")"


def next_word(match: re.Match[str]) -> str:
    """Return the word behind a match and a blank, or ""."""
    found = _NEXT_WORD.match(match.string, match.end())
    return found[1] if found else ""


_NEXT_WORD = re.compile(rf"(?:(?<={BLANK})|{BLANK})([^\W\d_]+)")
