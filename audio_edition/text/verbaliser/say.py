"""The ordered rules at work on one line.

Every pattern looks at the line as written, so that a rule sees its context whatever another rule has done; what
one rule has claimed no later one may touch.
"""

from __future__ import annotations

import re

from audio_edition.model import Replacement
from audio_edition.text.verbaliser.rule import Locale, Rule
from audio_edition.text.verbaliser.rules import (
    abbreviations,
    acronyms,
    addresses,
    capitals,
    dates,
    measures,
    money,
    numerals,
    punctuation,
    roman,
    symbols,
    times,
)

ENGLISH: tuple[Rule, ...] = (
    *punctuation.INVISIBLE,
    *addresses.RULES,
    *capitals.RULES,
    *abbreviations.RULES,
    *money.RULES,
    *dates.RULES,
    *times.RULES,
    *measures.RULES,
    *roman.RULES,
    *numerals.RULES,
    *acronyms.RULES,
    *symbols.RULES,
    *punctuation.RULES,
    *numerals.LEFT_OVER,
)
ANY_LANGUAGE: tuple[Rule, ...] = (*punctuation.INVISIBLE, *punctuation.RULES)

_SPACE = re.compile(r"\s+")
_SPACE_BEFORE_STOP = re.compile(r" ([,.;:!?])")
_LESSER_STOPS = re.compile(r"(?:[,;:] ?)+(?=[.!?])|(?<=[,;:]) ?[,;:]+|(?<=[.!?])[,;:]+")
_EDGES = re.compile(r"^[\s,;:.!?-]+|[\s,;:-]+$")


def say_as(written: str, locale: str = "en-GB") -> str:
    """One written line → one spoken line; blank stays blank."""
    return verbalise(written, locale)[0]


def verbalise(written: str, locale: str = "en-GB") -> tuple[str, tuple[Replacement, ...]]:
    """The spoken form, and what was replaced: spans of `written` in order, none overlapping."""
    place = Locale.of(locale)
    claimed = bytearray(len(written))
    replacements: list[Replacement] = []
    for rule in ENGLISH if place.english else ANY_LANGUAGE:
        for match in rule.pattern.finditer(written):
            start, end = match.span()
            if start == end or claimed.find(1, start, end) >= 0:
                continue
            spoken = rule.say(match, place)
            if spoken is not None:
                claimed[start:end] = b"\1" * (end - start)
                replacements.append(Replacement(start=start, end=end, spoken=spoken, rule=rule.name))
    replacements.sort(key=lambda r: r.start)
    return tidy(applied(written, replacements)), tuple(replacements)


def applied(written: str, replacements: list[Replacement]) -> str:
    """`written` with every replacement in its place."""
    parts = []
    end = 0
    for each in replacements:
        parts += [written[end : each.start], each.spoken]
        end = each.end
    return "".join([*parts, written[end:]])


def tidy(text: str) -> str:
    """Single spaces, and one stop where replacements left several."""
    text = _SPACE.sub(" ", text)
    text = _SPACE_BEFORE_STOP.sub(r"\1", text)
    text = _LESSER_STOPS.sub("", text)
    return _SPACE.sub(" ", _EDGES.sub("", text))
