"""Titles and other abbreviations."""

from __future__ import annotations

import re

from audio_edition.text.verbaliser.data import ABBREVIATIONS, one_of
from audio_edition.text.verbaliser.numbers import number
from audio_edition.text.verbaliser.rule import Locale, Rule

_TITLES = frozenset(
    name for name in ABBREVIATIONS if name[0].isupper() and name not in {"Inc", "Ltd", "Corp", "Bros", "PLC"}
)
_TITLE = re.compile(rf"\b({one_of(_TITLES)})\.?(?=\s[A-ZÀ-Þ])")
_OTHER = re.compile(rf"(?<![\w.-])({one_of(set(ABBREVIATIONS) - _TITLES)})(\.?)(?![\w-])")
_SAINT = re.compile(r"\bSt\.?(?=\s[A-Z])")
_STREET = re.compile(r"(?<=[a-z] )(St|Rd|Ave)\b(\.?)(?!\s[A-Z][a-z]+['’]s)")
_NUMBER = re.compile(r"\b([Nn])o(s?)\.? ?(\d{1,4})(?![\d,]|\.\d)")
_CIRCA = re.compile(r"(?<!\w)c\.? ?(?=\d{3,4}\b)")
_STREETS = {"St": "Street", "Rd": "Road", "Ave": "Avenue"}


def _other(match: re.Match[str], _: Locale) -> str | None:
    """The words in full; the stop of an abbreviation that ends the line is the sentence's too."""
    if match[1] in {"eg", "ie", "cf", "Hon"} and match.end() == len(match.string):
        return None
    ends = match[2] and (
        match.end() == len(match.string) or re.match(r"[\"”’)]*\s+[A-Z]", match.string[match.end() :][:8])
    )
    comma = "," if match[1] in {"e.g", "i.e", "eg", "ie"} else ""
    return ABBREVIATIONS[match[1]] + ("." if ends and not comma else comma)


def _street(match: re.Match[str], _: Locale) -> str | None:
    before = match.string[: match.start()].rstrip().rsplit(" ", 1)[-1]
    ends = match[2] and match.end() == len(match.string)
    return _STREETS[match[1]] + ("." if ends else "") if before[:1].isupper() else None


def _number(match: re.Match[str], locale: Locale) -> str:
    word = "Number" if match[1] == "N" else "number"
    return f"{word}{match[2]} {number(match[3], american=locale.american)}"


RULES = (
    Rule(name="number", pattern=_NUMBER, say=_number),
    Rule(name="street", pattern=_STREET, say=_street),
    Rule(name="saint", pattern=_SAINT, say=lambda *_: "Saint"),
    Rule(name="title", pattern=_TITLE, say=lambda m, _: ABBREVIATIONS[m[1]]),
    Rule(name="abbreviation", pattern=_OTHER, say=_other),
    Rule(name="circa", pattern=_CIRCA, say=lambda *_: "about "),
)
