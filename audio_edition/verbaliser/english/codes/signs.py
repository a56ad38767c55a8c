"""Rules for signs that have a spoken name, and for the stroke (/) between words."""

from __future__ import annotations

import re

from audio_edition.languages.en.spoken import load_table, load_word_set
from audio_edition.languages.locale import Locale
from audio_edition.verbaliser.english.patterns import alternation, localize_spelling
from audio_edition.verbaliser.rule import LazyPattern, Rule

_SIGN_NAMES: dict[str, str] = load_table("signs")["said"]
_SIGN = LazyPattern("[" + re.escape("".join(_SIGN_NAMES)) + "]")
_STROKE = LazyPattern(r"(?<=\w)\s?/\s?(?=\w)")
_ALTERNATIVE_WORD = alternation(load_word_set("cues", "either"))
_ALTERNATIVES = re.compile(rf"\b{_ALTERNATIVE_WORD}/{_ALTERNATIVE_WORD}\b", re.IGNORECASE)
_LETTER_PAIR = re.compile(r"\b(?:[A-Z]/[A-Z]|[A-Z]{2,5}/[A-Z]{2,5}|p/e|EV/Ebitda)\b")
_AND_OR = re.compile(r"\band/$", re.IGNORECASE)


def _say_sign(match: re.Match[str], locale: Locale) -> str:
    return localize_spelling(_SIGN_NAMES[match[0]], locale)


def _say_stroke(match: re.Match[str], _: Locale) -> str:
    """Say "or" in "he/she" and "slash" between other words; in "and/or" and between letters it is silent."""
    text = match.string
    if _LETTER_PAIR.search(text, max(0, match.start() - 6), match.end() + 6):
        return " "
    if _AND_OR.search(text[: match.end()][-5:]):
        return " "
    start = max(0, match.start() - 10)
    either = _ALTERNATIVES.search(text, start, match.end() + 10)
    return " or " if either and either.start() < match.start() < either.end() else " slash "


RULES = (
    Rule(name="stroke", at=frozenset("/"), pattern=_STROKE, say=_say_stroke),
    Rule(name="sign", at=frozenset(_SIGN_NAMES), pattern=_SIGN, say=_say_sign),
)
