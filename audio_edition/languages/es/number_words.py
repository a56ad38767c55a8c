"""Spanish number words."""

from __future__ import annotations

from audio_edition.languages.locale import Locale
from audio_edition.languages.number_words import split_by_millions

_ONES = (
    "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete"
    " dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete"
    " veintiocho veintinueve"
).split()
_TENS = "- - - treinta cuarenta cincuenta sesenta setenta ochenta noventa".split()
_HUNDREDS = (
    "- ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos"
).split()
_LARGE_NAMES = "- millón billón".split()
_RANKS = "- primero segundo tercero cuarto quinto sexto séptimo octavo noveno décimo undécimo duodécimo".split()
_RANK_TENS = (
    "- décimo vigésimo trigésimo cuadragésimo quincuagésimo sexagésimo septuagésimo octogésimo nonagésimo".split()
)


def _below_hundred(n: int) -> str:
    if n < 30:
        return _ONES[n]
    return _TENS[n // 10] + (f" y {_ONES[n % 10]}" if n % 10 else "")


def _below_thousand(n: int, gender: str) -> str:
    hundreds, rest = divmod(n, 100)
    if n == 100:
        return "cien"
    words = _HUNDREDS[hundreds] if hundreds else ""
    if gender == "f" and hundreds > 1:
        words = f"{words[:-2]}as"
    tail = _agree_with_gender(_below_hundred(rest), gender) if rest else ""
    return f"{words} {tail}".strip()


def _agree_with_gender(words: str, gender: str) -> str:
    """Return "uno" as it is before a noun: "veintiún años", "veintiuna libras"."""
    if not gender or not words.endswith("uno"):
        return words
    if gender == "f":
        return f"{words[:-1]}a"
    return f"{words[:-3]}ún" if words.endswith("veintiuno") else words[:-1]


def _below_million(n: int, gender: str) -> str:
    thousands, rest = divmod(n, 1000)
    lead = f"{_below_thousand(thousands, gender or 'm')} mil" if thousands > 1 else "mil" * thousands
    return f"{lead} {_below_thousand(rest, gender)}".strip()


def _spoken_group(group: int, power: int, gender: str) -> str:
    if power == 0:
        return _below_million(group, gender)
    name = _LARGE_NAMES[power]
    return f"un {name}" if group == 1 else f"{_below_million(group, 'm')} {name[:-2]}ones"


def cardinal(n: int, locale: Locale, gender: str = "") -> str:
    """Return a cardinal: 21 → "veintiuno", "veintiún" or "veintiuna"; 200 → "doscientos" or "doscientas"."""
    if n >= 10**15:
        head, rest = divmod(n, 10**12)
        return f"{_below_million(head, 'm')} billones {cardinal(rest, locale, gender) if rest else ''}".strip()
    return " ".join(_spoken_group(group, power, gender) for group, power in split_by_millions(n)) or _ONES[0]


def ordinal(n: int, locale: Locale, gender: str = "") -> str:
    """Return an ordinal: 3 → "tercero" or "tercera", 22 → "vigésimo segundo"."""
    if n > 99:
        return "centésimo" if n == 100 else cardinal(n, locale, gender)
    if n < len(_RANKS):
        words = _RANKS[n]
    else:
        words = _RANK_TENS[n // 10] + (f" {_RANKS[n % 10]}" if n % 10 else "")
        words = words.replace("décimo ", "decimo") if n < 20 else words
    return " ".join(f"{word[:-1]}a" for word in words.split()) if gender == "f" else words


def year(n: int, locale: Locale) -> str:
    """Return a year, which is a cardinal."""
    return cardinal(n, locale)
