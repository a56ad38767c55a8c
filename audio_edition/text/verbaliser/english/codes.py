"""Names with a number: COVID-19, M25, CO2, PM2.5, H5N1, AK-47, F-16, G7, 5G, A4, Boeing 747, Windows 95."""

from __future__ import annotations

import re

from audio_edition.text.verbaliser.english.acronyms import said
from audio_edition.text.verbaliser.english.number_words import digits, name_number
from audio_edition.text.verbaliser.locale import Locale
from audio_edition.text.verbaliser.rule import Rule
from audio_edition.text.verbaliser.tokens import Kind

_LETTERED = re.compile(
    r"(?<![\w.])(?P<name>[^\W\d_]{1,12})(?P<hyphen>[-–]?)(?P<figure>\d{1,6}(?:\.\d{1,2})?)(?P<rest>(?:[A-Za-z]{1,3}\d{0,3}){0,4})(?P<many>(?<=\d)['’]?s)?(?![\w])"
)
_GENERATION = re.compile(
    r"(?<![\w.,£$€])(?P<figure>\d{1,3}(?:\.\d)?)(?P<letters>[A-Z]{1,4}|[a-zA-Z])(?P<more>\d{0,3})(?![\w])"
)
_MIXED = re.compile(r"(?<![\w.,])(?=\w*\d)(?=\w*[A-Za-z])[A-Za-z\d]{2,20}(?:-[A-Za-z\d]{1,12})*(?![\w])")
_MAKER = re.compile(
    r"\b(?P<maker>Boeing|Airbus|Flight|flight|Windows|Route|Highway|Interstate|Porsche|Peugeot|Concorde|Channel|Formula|Group|Catch|Area|Room|Studio|Pier|Gate|Platform|Terminal) "
    r"(?P<figure>\d{1,4})(?P<letter>[A-Z]?)(?P<tail>-\d{1,4})?(?P<many>s)?(?![\w,]|\.\d)"
)
_PART = re.compile(r"[A-Z]+|[a-z]+|\d+")


def _lettered(match: re.Match[str], place: Locale) -> str | None:
    """Letters or a word, then the number: three figures in two halves, four in two pairs."""
    name, figure, rest = match["name"], match["figure"], match["rest"]
    if not any(c.isupper() for c in name) and not match["hyphen"] and not rest and len(name) > 3:
        return f"{name} {name_number(figure, place)}" if figure.isdecimal() else None
    if match["hyphen"] and name.islower():
        return None
    whole, _, decimals = figure.partition(".")
    parts = [_name(name), name_number(whole, place)]
    if decimals:
        parts.append(f"point {digits(decimals)}")
    parts += [_part(part, place) for part in _PART.findall(rest)]
    return " ".join(parts) + ("s" if match["many"] else "")


def _name(name: str) -> str:
    return said(name) if name.isupper() and len(name) > 1 else name


def _part(part: str, place: Locale) -> str:
    if part.isdecimal():
        return name_number(part, place)
    return " ".join(part.upper()) if len(part) > 1 and part.isupper() else part


def _generation(match: re.Match[str], place: Locale) -> str:
    """5G, 3D, 10X, 12A."""
    whole, _, tenth = match["figure"].partition(".")
    figure = name_number(whole, place) + (f" point {digits(tenth)}" if tenth else "")
    letters = match["letters"]
    tail = f" {name_number(match['more'], place)}" if match["more"] else ""
    return f"{figure} {' '.join(letters.upper())}{tail}"


def _mixed(match: re.Match[str], place: Locale) -> str:
    """Anything else of letters and figures: part by part."""
    return " ".join(_part(part, place) for part in _PART.findall(match[0]))


def _maker(match: re.Match[str], place: Locale) -> str:
    letter = f" {match['letter']}" if match["letter"] else ""
    tail = f" {name_number(match['tail'][1:], place)}" if match["tail"] else ""
    return f"{match['maker']} {name_number(match['figure'], place)}{letter}{tail}{match['many'] or ''}"


_MAKERS = "Boeing Airbus Flight flight Windows Route Highway Interstate Porsche Peugeot Concorde Channel Formula Group Catch Area Room Studio Pier Gate Platform Terminal"
RULES = (
    Rule(name="name with a number", at=frozenset(_MAKERS.split()), pattern=_MAKER, say=_maker),
    Rule(
        name="name with a number",
        at=frozenset({Kind.CODE, Kind.CAPITALS, Kind.LETTER, Kind.NAME}),
        pattern=_LETTERED,
        say=_lettered,
    ),
    Rule(name="name with a number", at=frozenset({Kind.FIGURE}), pattern=_GENERATION, say=_generation),
    Rule(name="name with a number", at=frozenset({Kind.CODE, Kind.FIGURE}), pattern=_MIXED, say=_mixed),
)
