"""Italian number words, which are one word below a million."""

from __future__ import annotations

from audio_edition.languages.locale import Locale
from audio_edition.languages.number_words import split_by_thousands

_ONES = (
    "zero uno due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici"
    " diciassette diciotto diciannove"
).split()
_TENS = "- - venti trenta quaranta cinquanta sessanta settanta ottanta novanta".split()
_LARGE_NAMES = "- - milione miliardo bilione biliardo".split()
_RANKS = "- primo secondo terzo quarto quinto sesto settimo ottavo nono decimo".split()


def _below_hundred(n: int) -> str:
    if n < 20:
        return _ONES[n]
    tens, ones = _TENS[n // 10], n % 10
    if not ones:
        return tens
    return (tens[:-1] if ones in {1, 8} else tens) + _ONES[ones]


def _below_thousand(n: int) -> str:
    hundreds, rest = divmod(n, 100)
    tail = _below_hundred(rest) if rest else ""
    if not hundreds:
        return tail
    words = "cento" if hundreds == 1 else f"{_ONES[hundreds]}cento"
    return (words[:-1] if tail.startswith("ott") else words) + tail


def _below_million(n: int) -> str:
    thousands, rest = divmod(n, 1000)
    lead = f"{_below_thousand(thousands)}mila" if thousands > 1 else "mille" * thousands
    words = lead + _below_thousand(rest)
    return f"{words[:-1]}é" if words.endswith("tre") and words != "tre" else words


def _spoken_large_group(group: int, power: int) -> str:
    name = _LARGE_NAMES[power]
    return f"un {name}" if group == 1 else f"{_below_million(group)} {name[:-1]}i"


def cardinal(n: int, locale: Locale, gender: str = "") -> str:  # noqa: ARG001 - the same in every region
    """Return a cardinal: 1 → "uno", before a noun "un" or "una"; 21 → "ventuno", 23 → "ventitré"."""
    if n == 1:
        return {"m": "un", "f": "una"}.get(gender, "uno")
    parts = [_spoken_large_group(group, power) for group, power in split_by_thousands(n) if power > 1]
    if rest := n % 10**6:
        parts.append(_below_million(rest))
    return " e ".join(filter(None, (" ".join(parts[:-1]), *parts[-1:]))) or _ONES[0]


def ordinal(n: int, locale: Locale, gender: str = "") -> str:
    """Return an ordinal: 3 → "terzo" or "terza", 23 → "ventitreesimo"."""
    if n < len(_RANKS):
        words = _RANKS[n]
    else:
        stem = cardinal(n, locale)
        keeps = n % 10 in {3, 6} and n % 100 not in {13, 16}
        words = f"{stem.replace('é', 'e') if keeps else stem[:-1]}esimo"
    return f"{words[:-1]}a" if gender == "f" else words


def year(n: int, locale: Locale) -> str:
    """Return a year, which is a cardinal."""
    return cardinal(n, locale)
