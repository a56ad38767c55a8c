"""Sums of money, ranges of them, and sums used as adjectives."""

from __future__ import annotations

import re
from functools import partial
from string import ascii_uppercase

from audio_edition.languages.locale import Locale
from audio_edition.languages.tokens import TOKEN, Kind
from audio_edition.verbaliser.context import before
from audio_edition.verbaliser.english.data import table
from audio_edition.verbaliser.english.numbers.attributive import before_noun
from audio_edition.verbaliser.english.numbers.number_words import cardinal, number
from audio_edition.verbaliser.english.patterns import (
    DASH,
    FIGURE,
    FREE,
    MAGNITUDE,
    MINUS,
    NUMBER,
    WHOLE,
    magnitude,
    one_of,
    spoken_minus,
)
from audio_edition.verbaliser.rule import Lazy, Rule

_GLYPHS = "£$€¥₹₩₽₺₴₦₪₫₱฿₿"
Currency = list[str]
"""One, many, one coin, many coins."""

_MONEY = table("money")
_CODES: dict[str, Currency] = _MONEY["codes"]
_BEFORE: dict[str, Currency] = _MONEY["prefixes"] | _CODES
_BEHIND: dict[str, Currency] = _MONEY["suffixes"] | _CODES
_COINS: dict[str, list[str]] = _MONEY["coins"]
_PREFIX = rf"(?:[A-Z][A-Za-z]{{0,4}}\.?)?[{_GLYPHS}]|[A-Z][A-Za-z]{{0,4}}\.?"
_AMOUNT = rf"(?:{NUMBER}|\.\d+)"
_SUM = Lazy(
    rf"{MINUS}(?<!\$)(?P<sign>{_PREFIX})(?P<inner>[-−])?\s?(?P<low>{_AMOUNT})(?P<low_size>[\s-]?{MAGNITUDE})?"
    rf"(?:{DASH}(?P<again>{_PREFIX})?(?P<high>{_AMOUNT})(?P<high_size>[\s-]?{MAGNITUDE})?)?(?P<plus>\+(?!\w))?{WHOLE}"
)
_BEHIND_SUM = Lazy(
    rf"{MINUS}{FREE}(?P<low>{NUMBER})(?P<low_size>\s?{MAGNITUDE})?"
    rf"(?:{DASH}(?P<high>{NUMBER})(?P<high_size>\s?{MAGNITUDE})?)?\s?(?P<sign>[{_GLYPHS}]|[A-Z]{{3}}|zł|kr)(?!\w)"
)
_COIN = Lazy(rf"{FREE}(?:(?P<low>{NUMBER})[p¢c]?{DASH})?(?P<number>{NUMBER})(?P<sign>[p¢c])(?!\w|\.\w)")
_OLD = Lazy(rf"£(?P<pounds>{NUMBER}) (?P<shillings>\d{{1,2}})s\.?(?: (?P<pence>\d{{1,2}})d\b\.?)?(?!\w)")
_RATES: dict[str, str] = _MONEY["rates"]
_RATE = Lazy(rf"/(?P<unit>{one_of(_RATES)})(?!\w)")

_SUM_BEFORE = re.compile(rf"(?:{_PREFIX})\s?[\d.,]+\s?(?:{MAGNITUDE})?$")
_WITH_COINS = frozenset(sign for sign in _BEFORE if sign[-1] in "£$€") | {"GBP", "USD", "EUR", "Rs", "Rs.", "₹"}
"""Currencies whose decimals are said as coins; rates of others are not: "7.15 renminbi"."""

_HAS_COINS = re.compile(r"[\d,]*\.\d\d[\d,]*\.\d\d")


def _sum(match: re.Match[str], place: Locale, *, currencies: dict[str, Currency]) -> str | None:
    sign = match["sign"]
    currency = currencies.get(sign)
    if not currency or (sign == "R" and not _is_rand(match)):
        return None
    more = " plus" if match.groupdict().get("plus") else ""
    minus = "minus " if match.groupdict().get("inner") else spoken_minus(match)
    return minus + _amount(match, currency, place) + more


_A_MONTH = re.compile(r"(?:-a-| a | per |-per-)(?:day|week|month|year|head|night)\b")


def _is_rand(match: re.Match[str]) -> bool:
    """R250m, R1,000, R12.50: not the R2 of a robot, the R101 of an airship."""
    return bool(match["low_size"] or re.search(r"[.,]", match["low"]) or _A_MONTH.match(match.string, match.end()))


def _amount(match: re.Match[str], currency: Currency, place: Locale) -> str:
    one, many, *coins = currency
    low, high = match["low"], match["high"]
    if high and not match["low_size"] and not match["high_size"] and _HAS_COINS.fullmatch(low + high):
        ends = [_with_coins(sum_, (one, many), (coins[0], coins[1]), place) for sum_ in (low, high)]
        return " to ".join(ends)
    low_size, high_size = magnitude(_bare(match["low_size"])), magnitude(_bare(match["high_size"]))
    if high:
        first = f"{number(low, place)} {low_size if low_size != high_size else ''}".rstrip()
        size = high_size or low_size
        if low_size and not high_size:
            first = number(low, place)
        return f"{first} to {number(high, place)} {size} {one if before_noun(match) else many}"
    if low_size or match["sign"] not in _WITH_COINS or not re.fullmatch(r"[\d,]*\.\d\d(?:0*)", low):
        single = before_noun(match) or (low == "1" and not low_size)
        return f"{number(low, place)} {low_size} {one if single else many}"
    return _with_coins(low, (one, one if before_noun(match) else many), (coins[0], coins[1]), place)


def _bare(size: str | None) -> str:
    return (size or "").strip(" -\u00a0")


def _with_coins(written: str, unit: tuple[str, str], coin: tuple[str, str], place: Locale) -> str:
    """A sum with coins: "three pounds fifty", "fifty pence", "three dollars and five cents"."""
    whole, cents = written.replace(",", "").split(".")
    large, small = int(whole or 0), int(cents[:2])
    words = f"{cardinal(large, place)} {unit[large != 1]}"
    coins = f"{cardinal(small)} {coin[small != 1]}"
    if not small:
        return words
    if not large:
        return coins
    return f"{words} and {coins}" if small < 10 or place.american else f"{words} {cardinal(small)}"


def _coin(match: re.Match[str], place: Locale) -> str | None:
    """Pence and cents; a figure with a "c" is cents only where it is whole."""
    if match["sign"] == "c" and not match["number"].isdecimal():
        return None
    one, many = _COINS[match["sign"]]
    low = f"{number(match['low'], place)} to " if match["low"] else ""
    return f"{low}{number(match['number'], place)} {one if match['number'] == '1' and not low else many}"


def _old(match: re.Match[str], place: Locale) -> str:
    """Pounds, shillings and pence."""
    pounds, shillings = match["pounds"], int(match["shillings"])
    parts = [f"{number(pounds, place)} {'pound' if pounds == '1' else 'pounds'}"]
    parts.append(f"{cardinal(shillings)} {'shilling' if shillings == 1 else 'shillings'}")
    if match["pence"]:
        parts.append(f"and {cardinal(int(match['pence']))} {'penny' if match['pence'] == '1' else 'pence'}")
    return " ".join(parts)


def _rate(match: re.Match[str], _: Locale) -> str | None:
    """The unit of "$50/barrel": behind a sum only."""
    if not _SUM_BEFORE.search(before(match, 24)):
        return None
    return f" per {_RATES[match['unit']]}"


_BEHIND_SIGNS = frozenset(f"{_GLYPHS}{ascii_uppercase}zk")
_STARTS = frozenset(TOKEN.findall(sign)[0] for sign in _BEFORE)
RULES = (
    Rule(name="old money", at=frozenset({"£"}), pattern=_OLD, say=_old),
    Rule(
        name="money",
        at=_STARTS | {Kind.CODE, "-", "−", "–"},
        pattern=_SUM,
        say=partial(_sum, currencies=_BEFORE),
        needs=frozenset("0123456789"),
    ),
    Rule(
        name="money",
        at=frozenset({Kind.FIGURE, "-", "−"}),
        pattern=_BEHIND_SUM,
        say=partial(_sum, currencies=_BEHIND),
        needs=_BEHIND_SIGNS,
    ),
    Rule(name="pence", at=FIGURE, pattern=_COIN, say=_coin, needs=frozenset(_COINS)),
    Rule(name="rate", at=frozenset("/"), pattern=_RATE, say=_rate),
)
