"""Acronyms: as words or as letters, plurals and possessives included."""

from __future__ import annotations

import re

from audio_edition.text.verbaliser.data import PLAIN_WORDS, SAID_AS_LETTERS, SAID_AS_WORDS
from audio_edition.text.verbaliser.numbers import cardinal, digits
from audio_edition.text.verbaliser.rule import Locale, Rule

_PRONOUNCEABLE = re.compile(r"(?:[BCDFGHJKLMNPRSTVWZ]{0,2}[AEIOU]){2,}[BCDFGHJKLMNPRSTVWXYZ]{0,2}")
"""Two syllables or more of at most two consonants each: a word a reader would rather say than spell."""

_SHORTEST_WORD = 5
"""Letters of an unknown acronym that is said as a word; shorter ones are spelled."""

_DOTTED = re.compile(r"\b(?:[A-Z]\.){2,6}(?![A-Za-z])")
_ACRONYM = re.compile(r"(?<![\w])([A-Z]{2,12})(['’]?s)?(?![\w])")
_INITIALS = re.compile(r"\b([A-Z])\.(?=\s?[A-Z])")
_MODEL = re.compile(r"(?<![\w.])([A-Za-z]{1,6})(-?)(\d{1,4})(?:\.(\d{1,2}))?([A-Za-z]{0,3})(\d{0,2})(?![\w])")
_GENERATION = re.compile(r"(?<![\w.,])(\d{1,2})(G|D|K|v|x)(?![\w])")


def said(acronym: str) -> str:
    """The spoken form of a run of capitals: "Nato", "G D P"; the data knows most, syllables decide the rest."""
    if acronym in SAID_AS_LETTERS:
        return " ".join(acronym)
    if acronym in SAID_AS_WORDS:
        return acronym.capitalize()
    if acronym in PLAIN_WORDS:
        return acronym.lower()
    is_word = len(acronym) >= _SHORTEST_WORD and _PRONOUNCEABLE.fullmatch(acronym)
    return acronym.capitalize() if is_word else " ".join(acronym)


def _acronym(match: re.Match[str], _: Locale) -> str:
    return said(match[1]) + (match[2] or "").replace("’", "'")


def _dotted(match: re.Match[str], _: Locale) -> str:
    letters = match[0].replace(".", " ").strip()
    at_end = match.end() == len(match.string)
    return letters + ("." if at_end else "")


def _model(match: re.Match[str], locale: Locale) -> str:
    """COVID-19, M25, CO2, PM2.5, H5N1, AK-47: letters or a word, then the number."""
    letters, _, figure, decimals, more, last = match.groups()
    name = said(letters) if letters.isupper() and len(letters) > 1 else letters
    american = locale.american
    parts = [name, digits(figure) if figure.startswith("0") else _short(figure, american=american)]
    if decimals:
        parts.append(f"point {digits(decimals)}")
    parts += [" ".join(more)] if more else []
    parts += [cardinal(int(last), american=american)] if last else []
    return " ".join(parts)


def _short(figure: str, *, american: bool) -> str:
    """Numbers of names: two digits together, 747 in two halves."""
    if len(figure) == 3 and figure[1] != "0":
        return f"{cardinal(int(figure[0]))} {cardinal(int(figure[1:]))}"
    if len(figure) == 4 and figure[2] != "0":
        return f"{cardinal(int(figure[:2]))} {cardinal(int(figure[2:]))}"
    return cardinal(int(figure), american=american)


def _generation(match: re.Match[str], locale: Locale) -> str:
    return f"{cardinal(int(match[1]), american=locale.american)} {match[2].upper()}"


RULES = (
    Rule(name="initials", pattern=_DOTTED, say=_dotted),
    Rule(name="initials", pattern=_INITIALS, say=lambda m, _: f"{m[1]} "),
    Rule(name="name with a number", pattern=_GENERATION, say=_generation),
    Rule(name="name with a number", pattern=_MODEL, say=_model),
    Rule(name="acronym", pattern=_ACRONYM, say=_acronym),
)
