"""Names with a number: COVID-19, M25, CO2, PM2.5, H5N1, AK-47, F-16, G7, 5G, A4, Boeing 747, Windows 95."""

from __future__ import annotations

import re

from audio_edition.languages.en.number_words import digits, plural_of_number, spoken_name_number
from audio_edition.languages.en.spoken import load_word_set
from audio_edition.languages.locale import Locale
from audio_edition.languages.tokens import TokenKind
from audio_edition.verbaliser.english.names.acronyms import spoken_acronym
from audio_edition.verbaliser.english.patterns import FIGURE_TOKENS, LETTER, alternation
from audio_edition.verbaliser.rule import LazyPattern, Rule

_LETTERED_NUMBER = LazyPattern(
    rf"(?<![\w.])(?P<name>{LETTER}{{1,12}})(?P<hyphen>[-–]?)(?P<figure>\d{{1,6}}(?:\.\d{{1,2}})?)"
    r"(?P<rest>(?:(?!s(?!\w))[A-Za-z]{1,3}\d{0,3}){0,4})(?P<many>(?<=\d)['’]?s)?(?![\w])"
)
_NUMBER_WITH_LETTERS = LazyPattern(
    r"(?<![\w.,£$€])(?P<figure>\d{1,3}(?:\.\d)?)(?P<letters>[A-Z]{1,4}|[a-zA-Z]|[A-Z][a-z]{1,2})(?P<more>\d{0,3})(?![\w])"
)
_MIXED_CODE = LazyPattern(r"(?<![\w.,])(?=\w*\d)(?=\w*[A-Za-z])[A-Za-z\d]{2,20}(?:-[A-Za-z\d]{1,12})*(?![\w])")
_MAKERS = load_word_set("names", "numbered")
_PRODUCT = LazyPattern(
    rf"\b(?P<maker>{alternation(_MAKERS)}) (?P<figure>\d{{1,4}})(?P<letter>[A-Z]?)(?P<tail>-\d{{1,4}})?(?P<many>s)?"
    r"(?![\w,]|\.\d)"
)
_VERSION = LazyPattern(r"(?<!\w)[vV]\.?\s?(?P<number>\d{1,3}(?:\.\d{1,4}){1,3})(?![\w]|\.\d)")
_PREFIXES = load_word_set("names", "prefixes")
_JET = LazyPattern(
    r"(?<![\w.,£$€-])(?P<figure>7[0-8]7)(?:(?P<many>s)(?!\w)|(?P<tail>-\d{1,3})(?!\w)"
    r"|(?= (?:MAX|Max|Dreamliners?|jets?|aircraft|airliners?|jumbo)\b))"
)
_PART = re.compile(r"[A-Z][a-z]+|[A-Z]+|[a-z]+|\d+")


def _say_lettered_number(match: re.Match[str], place: Locale) -> str | None:
    """Letters or a word, then the number: three figures in two halves, four in two pairs."""
    name, figure, rest = match["name"], match["figure"], match["rest"]
    if not any(c.isupper() for c in name) and not match["hyphen"] and not rest and len(name) > 3:
        return (
            _with_ending(f"{name} {spoken_name_number(figure, place)}", match["many"])
            if figure.isdecimal()
            else None
        )
    if match["hyphen"] and (name.islower() or name.lower() in _PREFIXES):
        return None
    whole, _, decimals = figure.partition(".")
    parts = [_spoken_name(name), spoken_name_number(whole, place)]
    if decimals:
        parts.append(f"point {digits(decimals)}")
    parts += [_spoken_part(part, place) for part in _PART.findall(rest)]
    return _with_ending(" ".join(parts), match["many"])


def _with_ending(said: str, written: str | None) -> str:
    """The plural of AK-47s, the possessive of MH17's."""
    if not written:
        return said
    return plural_of_number(said) if written == "s" else f"{said}'s"


def _spoken_name(name: str) -> str:
    """A word, or letters one by one: beside a number no engine can be trusted to spell."""
    spoken = spoken_acronym(name) if name.isupper() and len(name) > 1 else name
    return " ".join(spoken) if spoken == name and name.isupper() else spoken


def _spoken_part(part: str, place: Locale) -> str:
    if part.isdecimal():
        return spoken_name_number(part, place)
    return " ".join(part.upper()) if len(part) > 1 and part.isupper() else part


def _say_number_with_letters(match: re.Match[str], place: Locale) -> str:
    """5G, 3D, 10X, 12A."""
    whole, _, tenth = match["figure"].partition(".")
    figure = spoken_name_number(whole, place) + (f" point {digits(tenth)}" if tenth else "")
    letters = match["letters"]
    tail = f" {spoken_name_number(match['more'], place)}" if match["more"] else ""
    if letters[-1].islower() and len(letters) > 1:
        return f"{figure} {letters}{tail}"
    return f"{figure} {' '.join(letters.upper())}{tail}"


def _say_mixed_code(match: re.Match[str], place: Locale) -> str:
    """Anything else of letters and figures: part by part."""
    return " ".join(_spoken_part(part, place) for part in _PART.findall(match[0]))


def _spoken_tail(match: re.Match[str], place: Locale) -> str:
    """The -900 of a 787-900."""
    return f" {spoken_name_number(match['tail'][1:], place)}" if match["tail"] else ""


def _say_product(match: re.Match[str], place: Locale) -> str:
    letter = f" {match['letter']}" if match["letter"] else ""
    return _with_ending(
        f"{match['maker']} {spoken_name_number(match['figure'], place)}{letter}{_spoken_tail(match, place)}",
        match["many"],
    )


def _say_jet(match: re.Match[str], place: Locale) -> str:
    """Boeing's 707 to 787."""
    return _with_ending(f"{spoken_name_number(match['figure'], place)}{_spoken_tail(match, place)}", match["many"])


def _say_version(match: re.Match[str], place: Locale) -> str:
    return f"version {' point '.join(spoken_name_number(part, place) for part in match['number'].split('.'))}"


_JUNCTION = LazyPattern(r"(?<!\w)J(?P<number>\d{1,2})(?P<letter>[A-Z]?)(?!\w)")
_ROAD = re.compile(r"\b[AM]\d{1,3}\b")


def _say_junction(match: re.Match[str], place: Locale) -> str | None:
    """J10 of a motorway that is named near it."""
    if not _ROAD.search(match.string):
        return None
    return f"junction {spoken_name_number(match['number'], place)} {match['letter']}".rstrip()


RULES = (
    Rule(name="junction", at=frozenset({TokenKind.CODE}), pattern=_JUNCTION, say=_say_junction),
    Rule(
        name="version",
        at=frozenset({TokenKind.CODE, "v", "V"}),
        pattern=_VERSION,
        say=_say_version,
        needs=frozenset("."),
    ),
    Rule(name="name with a number", at=_MAKERS, pattern=_PRODUCT, say=_say_product),
    Rule(
        name="name with a number",
        at=frozenset({TokenKind.CAPITALS, TokenKind.LETTER, TokenKind.NAME}),
        pattern=_LETTERED_NUMBER,
        say=_say_lettered_number,
        follows=frozenset("-–"),
    ),
    Rule(
        name="name with a number",
        at=frozenset({TokenKind.CODE}),
        pattern=_LETTERED_NUMBER,
        say=_say_lettered_number,
    ),
    Rule(name="name with a number", at=FIGURE_TOKENS, pattern=_JET, say=_say_jet, needs=frozenset("7")),
    Rule(name="name with a number", at=FIGURE_TOKENS, pattern=_NUMBER_WITH_LETTERS, say=_say_number_with_letters),
    Rule(
        name="name with a number",
        at=frozenset({TokenKind.CODE, TokenKind.FIGURE}),
        pattern=_MIXED_CODE,
        say=_say_mixed_code,
    ),
)
