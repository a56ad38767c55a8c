"""Sums of money, ranges of them, and sums used as adjectives."""

from __future__ import annotations

import re

from audio_edition.text.verbaliser.attributive import before_noun
from audio_edition.text.verbaliser.data import CURRENCIES, one_of
from audio_edition.text.verbaliser.numbers import cardinal, number
from audio_edition.text.verbaliser.rule import MAGNITUDE, NO_MORE_NUMBER, NUMBER, Locale, Rule, magnitude

_SIGN = one_of(CURRENCIES)
_SUM = re.compile(
    rf"(?<![\w$])(?P<minus>[-−])?(?P<sign>{_SIGN})\s?(?P<low>{NUMBER})(?P<low_size>\s?{MAGNITUDE})?"
    rf"(?:\s?[-–—]\s?(?:{_SIGN})?(?P<high>{NUMBER})(?P<high_size>\s?{MAGNITUDE})?)?{NO_MORE_NUMBER}(?![A-Za-z])"
)
_PENCE = re.compile(rf"(?<![\w.,])(?P<number>{NUMBER})(?P<sign>[p¢c])(?![\w])")


def _sum(match: re.Match[str], locale: Locale) -> str:
    one, many, small_one, small_many = CURRENCIES[match["sign"]]
    minus = "minus " if match["minus"] else ""
    low, high = match["low"], match["high"]
    low_size, high_size = (
        magnitude((match["low_size"] or "").strip()),
        magnitude((match["high_size"] or "").strip()),
    )
    american = locale.american
    if high:
        first = f"{number(low, american=american)} {low_size if low_size != high_size else ''}"
        return f"{minus}{first} to {number(high, american=american)} {high_size or low_size} {many}"
    if low_size or not re.fullmatch(r"[\d,]+\.\d\d", low):
        single = before_noun(match) or (low == "1" and not low_size)
        return f"{minus}{number(low, american=american)} {low_size} {one if single else many}"
    return minus + _coins(low, (one, many), (small_one, small_many), locale)


def _coins(written: str, unit: tuple[str, str], coin: tuple[str, str], locale: Locale) -> str:
    """A sum with coins: "three pounds fifty", "fifty pence", "three dollars and five cents"."""
    whole, cents = written.replace(",", "").split(".")
    large, small = int(whole), int(cents)
    words = f"{cardinal(large, american=locale.american)} {unit[large != 1]}"
    coins = f"{cardinal(small)} {coin[small != 1]}"
    if not small:
        return words
    if not large:
        return coins
    return f"{words} and {coins}" if small < 10 or locale.american else f"{words} {cardinal(small)}"


def _pence(match: re.Match[str], locale: Locale) -> str | None:
    if match["sign"] == "c" and not match["number"].isdecimal():
        return None
    coin = "pence" if match["sign"] == "p" else "cents"
    if match["number"] == "1":
        coin = "penny" if match["sign"] == "p" else "cent"
    return f"{number(match['number'], american=locale.american)} {coin}"


RULES = (Rule(name="money", pattern=_SUM, say=_sum), Rule(name="pence", pattern=_PENCE, say=_pence))
