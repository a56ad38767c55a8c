"""Names with a number: COVID-19, M25, CO2, PM2.5, H5N1, AK-47, F-16, G7, 5G, A4, Boeing 747, Windows 95."""

from __future__ import annotations

import re

from audio_edition.languages.locale import Locale
from audio_edition.languages.tokens import Kind
from audio_edition.verbaliser.english.data import words
from audio_edition.verbaliser.english.names.acronyms import said
from audio_edition.verbaliser.english.numbers.number_words import digits, name_number, plural
from audio_edition.verbaliser.english.patterns import FIGURE, LETTER, one_of
from audio_edition.verbaliser.rule import Lazy, Rule

_LETTERED = Lazy(
    rf"(?<![\w.])(?P<name>{LETTER}{{1,12}})(?P<hyphen>[-–]?)(?P<figure>\d{{1,6}}(?:\.\d{{1,2}})?)"
    r"(?P<rest>(?:(?!s(?!\w))[A-Za-z]{1,3}\d{0,3}){0,4})(?P<many>(?<=\d)['’]?s)?(?![\w])"
)
_GENERATION = Lazy(
    r"(?<![\w.,£$€])(?P<figure>\d{1,3}(?:\.\d)?)(?P<letters>[A-Z]{1,4}|[a-zA-Z]|[A-Z][a-z]{1,2})(?P<more>\d{0,3})(?![\w])"
)
_MIXED = Lazy(r"(?<![\w.,])(?=\w*\d)(?=\w*[A-Za-z])[A-Za-z\d]{2,20}(?:-[A-Za-z\d]{1,12})*(?![\w])")
_MAKERS = words("names", "numbered")
_MAKER = Lazy(
    rf"\b(?P<maker>{one_of(_MAKERS)}) (?P<figure>\d{{1,4}})(?P<letter>[A-Z]?)(?P<tail>-\d{{1,4}})?(?P<many>s)?"
    r"(?![\w,]|\.\d)"
)
_VERSION = Lazy(r"(?<!\w)[vV]\.?\s?(?P<number>\d{1,3}(?:\.\d{1,4}){1,3})(?![\w]|\.\d)")
_PREFIXES = words("names", "prefixes")
_JET = Lazy(
    r"(?<![\w.,£$€-])(?P<figure>7[0-8]7)(?:(?P<many>s)(?!\w)|(?P<tail>-\d{1,3})(?!\w)"
    r"|(?= (?:MAX|Max|Dreamliners?|jets?|aircraft|airliners?|jumbo)\b))"
)
_PART = re.compile(r"[A-Z][a-z]+|[A-Z]+|[a-z]+|\d+")


def _lettered(match: re.Match[str], place: Locale) -> str | None:
    """Letters or a word, then the number: three figures in two halves, four in two pairs."""
    name, figure, rest = match["name"], match["figure"], match["rest"]
    if not any(c.isupper() for c in name) and not match["hyphen"] and not rest and len(name) > 3:
        return _with_ending(f"{name} {name_number(figure, place)}", match["many"]) if figure.isdecimal() else None
    if match["hyphen"] and (name.islower() or name.lower() in _PREFIXES):
        return None
    whole, _, decimals = figure.partition(".")
    parts = [_name(name), name_number(whole, place)]
    if decimals:
        parts.append(f"point {digits(decimals)}")
    parts += [_part(part, place) for part in _PART.findall(rest)]
    return _with_ending(" ".join(parts), match["many"])


def _with_ending(said: str, written: str | None) -> str:
    """The plural of AK-47s, the possessive of MH17's."""
    if not written:
        return said
    return plural(said) if written == "s" else f"{said}'s"


def _name(name: str) -> str:
    """A word, or letters one by one: beside a number no engine can be trusted to spell."""
    spoken = said(name) if name.isupper() and len(name) > 1 else name
    return " ".join(spoken) if spoken == name and name.isupper() else spoken


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
    if letters[-1].islower() and len(letters) > 1:
        return f"{figure} {letters}{tail}"
    return f"{figure} {' '.join(letters.upper())}{tail}"


def _mixed(match: re.Match[str], place: Locale) -> str:
    """Anything else of letters and figures: part by part."""
    return " ".join(_part(part, place) for part in _PART.findall(match[0]))


def _tail(match: re.Match[str], place: Locale) -> str:
    """The -900 of a 787-900."""
    return f" {name_number(match['tail'][1:], place)}" if match["tail"] else ""


def _maker(match: re.Match[str], place: Locale) -> str:
    letter = f" {match['letter']}" if match["letter"] else ""
    return _with_ending(
        f"{match['maker']} {name_number(match['figure'], place)}{letter}{_tail(match, place)}", match["many"]
    )


def _jet(match: re.Match[str], place: Locale) -> str:
    """Boeing's 707 to 787."""
    return _with_ending(f"{name_number(match['figure'], place)}{_tail(match, place)}", match["many"])


def _version(match: re.Match[str], place: Locale) -> str:
    return f"version {' point '.join(name_number(part, place) for part in match['number'].split('.'))}"


_JUNCTION = Lazy(r"(?<!\w)J(?P<number>\d{1,2})(?P<letter>[A-Z]?)(?!\w)")
_ROAD = re.compile(r"\b[AM]\d{1,3}\b")


def _junction(match: re.Match[str], place: Locale) -> str | None:
    """J10 of a motorway that is named near it."""
    if not _ROAD.search(match.string):
        return None
    return f"junction {name_number(match['number'], place)} {match['letter']}".rstrip()


RULES = (
    Rule(name="junction", at=frozenset({Kind.CODE}), pattern=_JUNCTION, say=_junction),
    Rule(name="version", at=frozenset({Kind.CODE, "v", "V"}), pattern=_VERSION, say=_version, needs=frozenset(".")),
    Rule(name="name with a number", at=_MAKERS, pattern=_MAKER, say=_maker),
    Rule(
        name="name with a number",
        at=frozenset({Kind.CAPITALS, Kind.LETTER, Kind.NAME}),
        pattern=_LETTERED,
        say=_lettered,
        follows=frozenset("-–"),
    ),
    Rule(name="name with a number", at=frozenset({Kind.CODE}), pattern=_LETTERED, say=_lettered),
    Rule(name="name with a number", at=FIGURE, pattern=_JET, say=_jet, needs=frozenset("7")),
    Rule(name="name with a number", at=FIGURE, pattern=_GENERATION, say=_generation),
    Rule(name="name with a number", at=frozenset({Kind.CODE, Kind.FIGURE}), pattern=_MIXED, say=_mixed),
)
