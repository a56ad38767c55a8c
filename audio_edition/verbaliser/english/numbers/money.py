"""Rules for sums of money, ranges of sums, and sums used as adjectives."""

from __future__ import annotations

import re
from functools import partial
from string import ascii_uppercase

from audio_edition.languages.en.number_words import cardinal, spoken_number
from audio_edition.languages.en.spoken import load_table
from audio_edition.languages.locale import Locale
from audio_edition.languages.tokens import TOKEN, TokenKind
from audio_edition.verbaliser.context import text_before
from audio_edition.verbaliser.english.numbers.attributive import is_before_noun
from audio_edition.verbaliser.english.patterns import (
    DASH,
    FIGURE_TOKENS,
    MAGNITUDE,
    MINUS,
    NUMBER,
    NUMBER_BEGINS,
    NUMBER_ENDS,
    alternation,
    spoken_magnitude,
    spoken_minus,
)
from audio_edition.verbaliser.rule import LazyPattern, Rule

_GLYPHS = "£$€¥₹₩₽₺₴₦₪₫₱฿₿"
Currency = list[str]
"""Singular and plural of the unit, then singular and plural of its coin."""

_MONEY = load_table("money")
_CODES: dict[str, Currency] = _MONEY["codes"]
_CURRENCIES_BEFORE_SUM: dict[str, Currency] = _MONEY["prefixes"] | _CODES
_CURRENCIES_AFTER_SUM: dict[str, Currency] = _MONEY["suffixes"] | _CODES
_COINS: dict[str, list[str]] = _MONEY["coins"]
_PREFIX = rf"(?:[A-Z][A-Za-z]{{0,4}}\.?)?[{_GLYPHS}]|[A-Z][A-Za-z]{{0,4}}\.?"
_AMOUNT = rf"(?:{NUMBER}|\.\d+)"
_SUM = LazyPattern(
    rf"{MINUS}(?<!\$)(?P<sign>{_PREFIX})(?P<inner>[-−])?\s?(?P<low>{_AMOUNT})(?P<low_size>[\s-]?{MAGNITUDE})?"
    rf"(?:{DASH}(?P<again>{_PREFIX})?(?P<high>{_AMOUNT})(?P<high_size>[\s-]?{MAGNITUDE})?)?(?P<plus>\+(?!\w))?{NUMBER_ENDS}"
)
_SUM_BEFORE_SIGN = LazyPattern(
    rf"{MINUS}{NUMBER_BEGINS}(?P<low>{NUMBER})(?P<low_size>\s?{MAGNITUDE})?"
    rf"(?:{DASH}(?P<high>{NUMBER})(?P<high_size>\s?{MAGNITUDE})?)?\s?(?P<sign>[{_GLYPHS}]|[A-Z]{{3}}|zł|kr)(?!\w)"
)
_COIN = LazyPattern(
    rf"{NUMBER_BEGINS}(?:(?P<low>{NUMBER})[p¢c]?{DASH})?(?P<number>{NUMBER})(?P<sign>[p¢c])(?!\w|\.\w)"
)
_OLD_MONEY = LazyPattern(
    rf"£(?P<pounds>{NUMBER}) (?P<shillings>\d{{1,2}})s\.?(?: (?P<pence>\d{{1,2}})d\b\.?)?(?!\w)"
)
_RATES: dict[str, str] = _MONEY["rates"]
_RATE = LazyPattern(rf"/(?P<unit>{alternation(_RATES)})(?!\w)")

_ENDS_WITH_SUM = re.compile(rf"(?:{_PREFIX})\s?[\d.,]+\s?(?:{MAGNITUDE})?$")
_CURRENCIES_WITH_COINS = frozenset(sign for sign in _CURRENCIES_BEFORE_SUM if sign[-1] in "£$€") | {
    "GBP",
    "USD",
    "EUR",
    "Rs",
    "Rs.",
    "₹",
}
"""Currencies whose decimals are read as coins. In others they are read as decimals: "7.15 renminbi"."""

_TWO_SUMS_WITH_COINS = re.compile(r"[\d,]*\.\d\d[\d,]*\.\d\d")


def _say_sum(match: re.Match[str], locale: Locale, *, currencies: dict[str, Currency]) -> str | None:
    sign = match["sign"]
    currency = currencies.get(sign)
    if not currency or (sign == "R" and not _is_rand(match)):
        return None
    more = " plus" if match.groupdict().get("plus") else ""
    minus = "minus " if match.groupdict().get("inner") else spoken_minus(match)
    return minus + _spoken_amount(match, currency, locale) + more


_PER_PERIOD = re.compile(r"(?:-a-| a | per |-per-)(?:day|week|month|year|head|night)\b")


def _is_rand(match: re.Match[str]) -> bool:
    """Return True for R250m, R1,000 and R12.50, but not for R2, a robot, or R101, an airship."""
    return bool(
        match["low_size"] or re.search(r"[.,]", match["low"]) or _PER_PERIOD.match(match.string, match.end())
    )


def _spoken_amount(match: re.Match[str], currency: Currency, locale: Locale) -> str:
    singular, plural, *coins = currency
    low, high = match["low"], match["high"]
    if high and not match["low_size"] and not match["high_size"] and _TWO_SUMS_WITH_COINS.fullmatch(low + high):
        ends = [
            _spoken_with_coins(amount, (singular, plural), (coins[0], coins[1]), locale) for amount in (low, high)
        ]
        return " to ".join(ends)
    low_size, high_size = (
        spoken_magnitude(_strip_magnitude(match["low_size"])),
        spoken_magnitude(_strip_magnitude(match["high_size"])),
    )
    if high:
        first = f"{spoken_number(low, locale)} {low_size if low_size != high_size else ''}".rstrip()
        size = high_size or low_size
        if low_size and not high_size:
            first = spoken_number(low, locale)
        return f"{first} to {spoken_number(high, locale)} {size} {singular if is_before_noun(match) else plural}"
    if low_size or match["sign"] not in _CURRENCIES_WITH_COINS or not re.fullmatch(r"[\d,]*\.\d\d(?:0*)", low):
        is_singular = is_before_noun(match) or (low == "1" and not low_size)
        return f"{spoken_number(low, locale)} {low_size} {singular if is_singular else plural}"
    return _spoken_with_coins(
        low, (singular, singular if is_before_noun(match) else plural), (coins[0], coins[1]), locale
    )


def _strip_magnitude(size: str | None) -> str:
    return (size or "").strip(" -\u00a0")


def _spoken_with_coins(written: str, unit: tuple[str, str], coin: tuple[str, str], locale: Locale) -> str:
    """Return a sum with coins in words: "three pounds fifty", "fifty pence", "three dollars and five cents"."""
    whole, cents = written.replace(",", "").split(".")
    large, small = int(whole or 0), int(cents[:2])
    words = f"{cardinal(large, locale)} {unit[large != 1]}"
    coins = f"{cardinal(small)} {coin[small != 1]}"
    if not small:
        return words
    if not large:
        return coins
    return f"{words} and {coins}" if small < 10 or locale.american else f"{words} {cardinal(small)}"


def _say_coins(match: re.Match[str], locale: Locale) -> str | None:
    """Say pence or cents; "c" means cents only after a whole number."""
    if match["sign"] == "c" and not match["number"].isdecimal():
        return None
    singular, plural = _COINS[match["sign"]]
    low = f"{spoken_number(match['low'], locale)} to " if match["low"] else ""
    unit = singular if match["number"] == "1" and not low else plural
    return f"{low}{spoken_number(match['number'], locale)} {unit}"


def _say_old_money(match: re.Match[str], locale: Locale) -> str:
    """Say pounds, shillings and pence."""
    pounds, shillings = match["pounds"], int(match["shillings"])
    parts = [f"{spoken_number(pounds, locale)} {'pound' if pounds == '1' else 'pounds'}"]
    parts.append(f"{cardinal(shillings)} {'shilling' if shillings == 1 else 'shillings'}")
    if match["pence"]:
        parts.append(f"and {cardinal(int(match['pence']))} {'penny' if match['pence'] == '1' else 'pence'}")
    return " ".join(parts)


def _say_rate(match: re.Match[str], _: Locale) -> str | None:
    """Say the unit of "$50/barrel"; return None if there is no sum before it."""
    if not _ENDS_WITH_SUM.search(text_before(match, 24)):
        return None
    return f" per {_RATES[match['unit']]}"


_SIGN_CHARACTERS = frozenset(f"{_GLYPHS}{ascii_uppercase}zk")
_START_TOKENS = frozenset(TOKEN.findall(sign)[0] for sign in _CURRENCIES_BEFORE_SUM)
RULES = (
    Rule(name="old money", at=frozenset({"£"}), pattern=_OLD_MONEY, say=_say_old_money),
    Rule(
        name="money",
        at=_START_TOKENS | {TokenKind.CODE, "-", "−", "–"},
        pattern=_SUM,
        say=partial(_say_sum, currencies=_CURRENCIES_BEFORE_SUM),
        needs=frozenset("0123456789"),
    ),
    Rule(
        name="money",
        at=frozenset({TokenKind.FIGURE, "-", "−"}),
        pattern=_SUM_BEFORE_SIGN,
        say=partial(_say_sum, currencies=_CURRENCIES_AFTER_SUM),
        needs=_SIGN_CHARACTERS,
    ),
    Rule(name="pence", at=FIGURE_TOKENS, pattern=_COIN, say=_say_coins, needs=frozenset(_COINS)),
    Rule(name="rate", at=frozenset("/"), pattern=_RATE, say=_say_rate),
)
