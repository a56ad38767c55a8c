"""Figures with no unit: years, decades, ordinals, fractions, ranges, cardinals; and any digit left over."""

from __future__ import annotations

import re

from audio_edition.text.verbaliser.data import FRACTIONS
from audio_edition.text.verbaliser.numbers import cardinal, digits, number, ordinal, plural, year
from audio_edition.text.verbaliser.rule import NO_MORE_NUMBER, NOT_IN_NUMBER, NUMBER, Locale, Rule

_DECADE = re.compile(r"(?<![\w.,])(?:(?P<century>[12]\d)|['’‘])(?P<decade>\d0)(?:['’]?s)(?!\w)")
_YEAR_SPAN = re.compile(r"(?<![\w.,-])(?P<one>1[1-9]\d\d|20\d\d)\s?[-–/]\s?(?P<two>\d{4}|\d\d)(?![\w%-]|[.,]\d)")
_YEAR = re.compile(r"(?<![\w.,$£€#])(?P<year>1[1-9]\d\d|20\d\d)(?![\w%]|[.,]\d)")
_ORDINAL = re.compile(r"(?<![\w.])(\d{1,3}(?:,\d{3})+|\d{1,15})(?:st|nd|rd|th)(?!\w)")
_FRACTION = re.compile(r"(?<![\w./])(\d{1,3})/(\d{1,3})(?![\w/]|[.,]\d)")
_GLYPH = re.compile(rf"(?P<whole>\d{{1,6}})?\s?(?P<glyph>[{''.join(FRACTIONS)}])")
_RANGE = re.compile(rf"{NOT_IN_NUMBER}(?P<low>{NUMBER})\s?[-–—]\s?(?P<high>{NUMBER})(?![\w-]|[.,]\d)")
_CARDINAL = re.compile(rf"(?<![\w.])(?P<minus>(?<![\w)])[-−])?(?P<number>{NUMBER}){NO_MORE_NUMBER}(?![A-Za-z])")
_POINT = re.compile(r"(?<!\w)\.(\d+)(?!\w)")
_DIGITS = re.compile(r"\d+")
_SAID_SO = {("24", "7"): "twenty-four seven", ("9", "11"): "nine eleven", ("7", "7"): "seven seven"}
_HALVES = {2: ("half", "halves"), 4: ("quarter", "quarters")}
_LONG = 13
"""Digits in a row that are a serial number rather than an amount."""


def _decade(match: re.Match[str], locale: Locale) -> str:
    tens = int(match["decade"])
    if match["century"] is None:
        return plural(cardinal(tens)) if tens else "noughties"
    if not tens:
        return plural(year(int(match["century"]) * 100, american=locale.american))
    return f"{cardinal(int(match['century']))} {plural(cardinal(tens))}"


def _year_span(match: re.Match[str], locale: Locale) -> str | None:
    one, two = match["one"], match["two"]
    full = int(two) if len(two) == 4 else int(one[:2] + two)
    if full <= int(one):
        return None
    second = year(full, american=locale.american) if len(two) == 4 else _short_year(int(two))
    return f"{year(int(one), american=locale.american)} to {second}"


def _short_year(n: int) -> str:
    return f"oh {cardinal(n)}" if n < 10 else cardinal(n)


def _fraction(match: re.Match[str], _: Locale) -> str | None:
    if said := _SAID_SO.get((match[1], match[2])):
        return said
    top, bottom = int(match[1]), int(match[2])
    if not bottom or not top:
        return None
    if top >= bottom or bottom > 20:
        return (
            f"{cardinal(top)} out of {cardinal(bottom)}"
            if top <= bottom
            else f"{cardinal(top)} over {cardinal(bottom)}"
        )
    one, many = _HALVES.get(bottom, (ordinal(bottom), plural(ordinal(bottom))))
    return f"{cardinal(top)} {one if top == 1 else many}"


def _glyph(match: re.Match[str], locale: Locale) -> str:
    words = FRACTIONS[match["glyph"]]
    return f"{number(match['whole'], american=locale.american)} and {words}" if match["whole"] else words


def _range(match: re.Match[str], locale: Locale) -> str:
    return f"{number(match['low'], american=locale.american)} to {number(match['high'], american=locale.american)}"


def _cardinal(match: re.Match[str], locale: Locale) -> str:
    written = match["number"]
    minus = "minus " if match["minus"] else ""
    if written.isdecimal() and (len(written) >= _LONG or (written.startswith("0") and len(written) > 1)):
        return minus + digits(written)
    return minus + number(written, american=locale.american)


RULES = (
    Rule(name="decade", pattern=_DECADE, say=_decade),
    Rule(name="years", pattern=_YEAR_SPAN, say=_year_span),
    Rule(name="year", pattern=_YEAR, say=lambda m, place: year(int(m["year"]), american=place.american)),
    Rule(
        name="ordinal",
        pattern=_ORDINAL,
        say=lambda m, place: ordinal(int(m[1].replace(",", "")), american=place.american),
    ),
    Rule(name="fraction", pattern=_GLYPH, say=_glyph),
    Rule(name="fraction", pattern=_FRACTION, say=_fraction),
    Rule(name="range", pattern=_RANGE, say=_range),
    Rule(name="number", pattern=_CARDINAL, say=_cardinal),
    Rule(name="decimal", pattern=_POINT, say=lambda m, _: f"point {digits(m[1])}"),
)
LEFT_OVER = (Rule(name="digits", pattern=_DIGITS, say=lambda m, _: f" {_plain(m[0])} "),)


def _plain(written: str) -> str:
    return cardinal(int(written)) if len(written) < _LONG and not written.startswith("0") else digits(written)
