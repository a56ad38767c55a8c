"""German number words."""

from __future__ import annotations

from audio_edition.languages.locale import Locale
from audio_edition.languages.number_words import split_by_thousands

_ONES = (
    "null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn"
    " siebzehn achtzehn neunzehn"
).split()
_TENS = "- - zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig".split()
_LARGE_NAMES = "- - Million Milliarde Billion Billiarde".split()
_ONE = {"": "eins", "f": "eine"}
_ORDINALS = {1: "erste", 3: "dritte", 7: "siebte", 8: "achte"}


def _below_thousand(n: int) -> str:
    hundreds, rest = divmod(n, 100)
    words = f"{_ONES[hundreds]}hundert" if hundreds else ""
    if rest < 20:
        return words + (_ONES[rest] if rest else "")
    tens, ones = divmod(rest, 10)
    return words + (f"{_ONES[ones]}und" if ones else "") + _TENS[tens]


def _below_million(n: int) -> str:
    thousands, rest = divmod(n, 1000)
    return (f"{_below_thousand(thousands)}tausend" if thousands else "") + _below_thousand(rest)


def _spoken_large_group(group: int, power: int) -> str:
    name = _LARGE_NAMES[power]
    if group == 1:
        return f"eine {name}"
    words = _below_thousand(group)
    return f"{words}{'s' * words.endswith('ein')} {name}{'n' if name.endswith('e') else 'en'}"


def cardinal(n: int, locale: Locale, gender: str = "") -> str:
    """Return a cardinal: 301 → "dreihunderteins", 1 → "eins", and before a noun "ein" or "eine"."""
    parts = [_spoken_large_group(group, power) for group, power in split_by_thousands(n) if power > 1]
    if rest := n % 10**6 or (0 if parts else n):
        words = _below_million(rest)
        if words.endswith("ein"):
            words = words[:-3] + (_ONE.get(gender, "ein") if n == 1 else "eins")
        parts.append(words)
    return _respell(" ".join(parts) or _ONES[0], locale)


def ordinal(n: int, locale: Locale, gender: str = "") -> str:  # noqa: ARG001 - the ending depends on the case
    """Return an ordinal as behind an article: 3 → "dritte", 21 → "einundzwanzigste"."""
    head, rest = n - n % 100, n % 100
    words = _below_million(head)
    if rest in _ORDINALS:
        return words + _ORDINALS[rest]
    return _respell(words + _below_thousand(rest) + ("te" if 0 < rest < 20 else "ste"), locale)


def year(n: int, locale: Locale) -> str:
    """Return a year: 1989 → "neunzehnhundertneunundachtzig", 2024 → "zweitausendvierundzwanzig"."""
    century, rest = divmod(n, 100)
    if not 11 <= century <= 19:
        return cardinal(n, locale)
    return f"{_ONES[century]}hundert" + (cardinal(rest, locale) if rest else "")


def _respell(words: str, locale: Locale) -> str:
    return words.replace("ß", "ss") if locale.region in {"ch", "li"} else words
