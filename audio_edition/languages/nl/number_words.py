"""Dutch number words."""

from __future__ import annotations

from audio_edition.languages.locale import Locale
from audio_edition.languages.number_words import split_by_thousands

_ONES = (
    "nul een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien"
    " achttien negentien"
).split()
_TENS = "- - twintig dertig veertig vijftig zestig zeventig tachtig negentig".split()
_LARGE_NAMES = "- - miljoen miljard biljoen biljard".split()
_ORDINALS = {1: "eerste", 3: "derde", 8: "achtste"}


def _below_hundred(n: int) -> str:
    if n < 20:
        return _ONES[n]
    tens, ones = divmod(n, 10)
    link = "ën" if ones in {2, 3} else "en"
    return (f"{_ONES[ones]}{link}" if ones else "") + _TENS[tens]


def _below_thousand(n: int) -> str:
    """Return a number below 2000: 1100 to 1999 are counted in hundreds, "twaalfhonderdvijftig"."""
    hundreds, rest = divmod(n, 100)
    words = (_ONES[hundreds] if hundreds > 1 else "") + "honderd" if hundreds else ""
    return words + (_below_hundred(rest) if rest else "")


def _below_million(n: int) -> str:
    if 1100 <= n < 2000:
        return _below_thousand(n)
    thousands, rest = divmod(n, 1000)
    lead = (_below_thousand(thousands) if thousands > 1 else "") + "duizend" if thousands else ""
    return f"{lead} {_below_thousand(rest)}".strip()


def _spoken_large_group(group: int, power: int) -> str:
    return f"{_below_thousand(group) if group > 1 else 'één'} {_LARGE_NAMES[power]}"


def cardinal(n: int, locale: Locale, gender: str = "") -> str:  # noqa: ARG001 - the same for every gender and region
    """Return a cardinal: 21 → "eenentwintig", 1 → "één", 2024 → "tweeduizend vierentwintig"."""
    if n == 1:
        return "één"
    parts = [_spoken_large_group(group, power) for group, power in split_by_thousands(n) if power > 1]
    if rest := n % 10**6:
        parts.append(_below_million(rest))
    return " ".join(parts) or _ONES[0]


def ordinal(n: int, locale: Locale, gender: str = "") -> str:  # noqa: ARG001 - the same for every gender and region
    """Return an ordinal: 3 → "derde", 21 → "eenentwintigste"."""
    head, rest = n - n % 100, n % 100
    words = _below_million(head) if head else ""
    if rest in _ORDINALS:
        return words + _ORDINALS[rest]
    tail = _below_hundred(rest) if rest else ""
    return words + tail + ("de" if 0 < rest < 20 else "ste")


def year(n: int, locale: Locale) -> str:
    """Return a year: 1984 → "negentienvierentachtig", 1905 → "negentienhonderdvijf"."""
    century, rest = divmod(n, 100)
    if 11 <= century <= 19 and rest > 9:
        return _ONES[century] + _below_hundred(rest)
    return cardinal(n, locale)
