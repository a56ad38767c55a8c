"""French number words; Switzerland and Belgium count by tens beyond sixty."""

from __future__ import annotations

from audio_edition.languages.locale import Locale
from audio_edition.languages.number_words import split_by_thousands

_ONES = (
    "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept"
    " dix-huit dix-neuf"
).split()
_TENS = "- dix vingt trente quarante cinquante soixante soixante quatre-vingt quatre-vingt".split()
_REGIONAL_TENS = {"be": {7: "septante", 9: "nonante"}, "ch": {7: "septante", 8: "huitante", 9: "nonante"}}
_LARGE_NAMES = "- - million milliard billion billiard".split()


def _below_hundred(n: int, locale: Locale) -> str:
    if n < 20:
        return _ONES[n]
    tens, ones = divmod(n, 10)
    regional = _REGIONAL_TENS.get(locale.region, {})
    name = regional.get(tens, _TENS[tens])
    if tens in {7, 9} and tens not in regional:
        ones += 10
    if not ones:
        return f"{name}s" if name == "quatre-vingt" else name
    return f"{name} et {_ONES[ones]}" if ones in {1, 11} and name != "quatre-vingt" else f"{name}-{_ONES[ones]}"


def _below_thousand(n: int, locale: Locale) -> str:
    hundreds, rest = divmod(n, 100)
    if not hundreds:
        return _below_hundred(rest, locale)
    words = "cent" if hundreds == 1 else f"{_ONES[hundreds]} cent"
    if rest:
        return f"{words} {_below_hundred(rest, locale)}"
    return f"{words}s" if hundreds > 1 else words


def _spoken_group(group: int, power: int, locale: Locale) -> str:
    if power == 0:
        return _below_thousand(group, locale)
    if power == 1:
        return "mille" if group == 1 else f"{_drop_plural_s(_below_thousand(group, locale))} mille"
    return f"{_below_thousand(group, locale)} {_LARGE_NAMES[power]}{'s' if group > 1 else ''}"


def _drop_plural_s(words: str) -> str:
    """Return "vingts" and "cents" without their plural, as before another numeral and in a year."""
    return words[:-1] if words.endswith(("vingts", "cents")) else words


def cardinal(n: int, locale: Locale, gender: str = "") -> str:
    """Return a cardinal: 81 → "quatre-vingt-un", 21 before a feminine noun "vingt et une"."""
    words = " ".join(_spoken_group(group, power, locale) for group, power in split_by_thousands(n)) or _ONES[0]
    return f"{words}e" if gender == "f" and words.endswith("un") else words


def ordinal(n: int, locale: Locale, gender: str = "") -> str:
    """Return an ordinal: 1 → "premier" or "première", 21 → "vingt et unième"."""
    if n == 1:
        return "première" if gender == "f" else "premier"
    words = _drop_plural_s(cardinal(n, locale))
    if words.endswith("cinq"):
        return f"{words}uième"
    if words.endswith("neuf"):
        return f"{words[:-1]}vième"
    return f"{words.removesuffix('e')}ième"


def year(n: int, locale: Locale) -> str:
    """Return a year: 1980 → "mille neuf cent quatre-vingt"."""
    return _drop_plural_s(cardinal(n, locale))
