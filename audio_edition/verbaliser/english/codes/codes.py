"""Rules for names with a number: COVID-19, M25, CO2, PM2.5, H5N1, AK-47, G7, 5G, A4, Boeing 747, Windows 95."""

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
    r"(?P<rest>(?:(?!s(?!\w))[A-Za-z]{1,3}\d{0,3}){0,4})(?P<plural>(?<=\d)['’]?s)?(?![\w])"
)
_NUMBER_WITH_LETTERS = LazyPattern(
    r"(?<![\w.,£$€])(?P<figure>\d{1,3}(?:\.\d)?)(?P<letters>[A-Z]{1,4}|[a-zA-Z]|[A-Z][a-z]{1,2})(?P<more>\d{0,3})(?![\w])"
)
_MIXED_CODE = LazyPattern(r"(?<![\w.,])(?=\w*\d)(?=\w*[A-Za-z])[A-Za-z\d]{2,20}(?:-[A-Za-z\d]{1,12})*(?![\w])")
_MAKERS = load_word_set("names", "numbered")
_PRODUCT = LazyPattern(
    rf"\b(?P<maker>{alternation(_MAKERS)}) (?P<figure>\d{{1,4}})(?P<letter>[A-Z]?)(?P<tail>-\d{{1,4}})?"
    r"(?P<plural>s)?(?![\w,]|\.\d)"
)
_VERSION = LazyPattern(r"(?<!\w)[vV]\.?\s?(?P<number>\d{1,3}(?:\.\d{1,4}){1,3})(?![\w]|\.\d)")
_PREFIXES = load_word_set("names", "prefixes")
_JET = LazyPattern(
    r"(?<![\w.,£$€-])(?P<figure>7[0-8]7)(?:(?P<plural>s)(?!\w)|(?P<tail>-\d{1,3})(?!\w)"
    r"|(?= (?:MAX|Max|Dreamliners?|jets?|aircraft|airliners?|jumbo)\b))"
)
_PART = re.compile(r"[A-Z][a-z]+|[A-Z]+|[a-z]+|\d+")


def _say_lettered_number(match: re.Match[str], locale: Locale) -> str | None:
    """Say letters or a word, then the number: three figures as one and two, four figures as two pairs."""
    name, figure, rest = match["name"], match["figure"], match["rest"]
    if not any(c.isupper() for c in name) and not match["hyphen"] and not rest and len(name) > 3:
        return (
            _with_ending(f"{name} {spoken_name_number(figure, locale)}", match["plural"])
            if figure.isdecimal()
            else None
        )
    if match["hyphen"] and (name.islower() or name.lower() in _PREFIXES):
        return None
    whole, _, decimals = figure.partition(".")
    parts = [_spoken_name(name), spoken_name_number(whole, locale)]
    if decimals:
        parts.append(f"point {digits(decimals)}")
    parts += [_spoken_part(part, locale) for part in _PART.findall(rest)]
    return _with_ending(" ".join(parts), match["plural"])


def _with_ending(spoken: str, ending: str | None) -> str:
    """Add the plural ending of "AK-47s" or the possessive ending of "MH17's"."""
    if not ending:
        return spoken
    return plural_of_number(spoken) if ending == "s" else f"{spoken}'s"


def _spoken_name(name: str) -> str:
    """Return a word, or letters separated by spaces: engines do not reliably spell letters beside a number."""
    spoken = spoken_acronym(name) if name.isupper() and len(name) > 1 else name
    return " ".join(spoken) if spoken == name and name.isupper() else spoken


def _spoken_part(part: str, locale: Locale) -> str:
    if part.isdecimal():
        return spoken_name_number(part, locale)
    return " ".join(part.upper()) if len(part) > 1 and part.isupper() else part


def _say_number_with_letters(match: re.Match[str], locale: Locale) -> str:
    """Say "5G", "3D", "10X" or "12A"."""
    whole, _, tenth = match["figure"].partition(".")
    figure = spoken_name_number(whole, locale) + (f" point {digits(tenth)}" if tenth else "")
    letters = match["letters"]
    tail = f" {spoken_name_number(match['more'], locale)}" if match["more"] else ""
    if letters[-1].islower() and len(letters) > 1:
        return f"{figure} {letters}{tail}"
    return f"{figure} {' '.join(letters.upper())}{tail}"


def _say_mixed_code(match: re.Match[str], locale: Locale) -> str:
    """Say any other mixture of letters and figures, part by part."""
    return " ".join(_spoken_part(part, locale) for part in _PART.findall(match[0]))


def _spoken_tail(match: re.Match[str], locale: Locale) -> str:
    """Return the spoken form of the "-900" in "787-900", or "" if there is none."""
    return f" {spoken_name_number(match['tail'][1:], locale)}" if match["tail"] else ""


def _say_product(match: re.Match[str], locale: Locale) -> str:
    letter = f" {match['letter']}" if match["letter"] else ""
    return _with_ending(
        f"{match['maker']} {spoken_name_number(match['figure'], locale)}{letter}{_spoken_tail(match, locale)}",
        match["plural"],
    )


def _say_jet(match: re.Match[str], locale: Locale) -> str:
    """Say the number of a Boeing jet, from 707 to 787."""
    return _with_ending(
        f"{spoken_name_number(match['figure'], locale)}{_spoken_tail(match, locale)}", match["plural"]
    )


def _say_version(match: re.Match[str], locale: Locale) -> str:
    return f"version {' point '.join(spoken_name_number(part, locale) for part in match['number'].split('.'))}"


_JUNCTION = LazyPattern(r"(?<!\w)J(?P<number>\d{1,2})(?P<letter>[A-Z]?)(?!\w)")
_ROAD = re.compile(r"\b[AM]\d{1,3}\b")


def _say_junction(match: re.Match[str], locale: Locale) -> str | None:
    """Say "J10" as "junction ten" if the same text names an A road or a motorway."""
    if not _ROAD.search(match.string):
        return None
    return f"junction {spoken_name_number(match['number'], locale)} {match['letter']}".rstrip()


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
