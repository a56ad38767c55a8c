"""Signs that are said, and the stroke."""

from __future__ import annotations

import re

from audio_edition.languages.locale import Locale
from audio_edition.verbaliser.english.data import table, words
from audio_edition.verbaliser.english.patterns import in_place, one_of
from audio_edition.verbaliser.rule import Lazy, Rule

_SAID: dict[str, str] = table("signs")["said"]
_SIGN = Lazy("[" + re.escape("".join(_SAID)) + "]")
_STROKE = Lazy(r"(?<=\w)\s?/\s?(?=\w)")
_PERSON = one_of(words("cues", "either"))
_EITHER = re.compile(rf"\b{_PERSON}/{_PERSON}\b", re.IGNORECASE)
_LETTERS = re.compile(r"\b(?:[A-Z]/[A-Z]|[A-Z]{2,5}/[A-Z]{2,5}|p/e|EV/Ebitda)\b")
_AND_OR = re.compile(r"\band/$", re.IGNORECASE)


def _sign(match: re.Match[str], place: Locale) -> str:
    return in_place(_SAID[match[0]], place)


def _stroke(match: re.Match[str], _: Locale) -> str:
    """Say "he or she"; "and/or" has its own "or"; between other words a stroke is a slash."""
    text = match.string
    if _LETTERS.search(text, max(0, match.start() - 6), match.end() + 6):
        return " "
    if _AND_OR.search(text[: match.end()][-5:]):
        return " "
    start = max(0, match.start() - 10)
    either = _EITHER.search(text, start, match.end() + 10)
    return " or " if either and either.start() < match.start() < either.end() else " slash "


RULES = (
    Rule(name="stroke", at=frozenset("/"), pattern=_STROKE, say=_stroke),
    Rule(name="sign", at=frozenset(_SAID), pattern=_SIGN, say=_sign),
)
