"""Days of the week: Monday-Friday, Mon-Fri, Tues 13 October."""

from __future__ import annotations

import re

from audio_edition.languages.locale import Locale
from audio_edition.verbaliser.context import before
from audio_edition.verbaliser.english.data import table
from audio_edition.verbaliser.english.patterns import one_of
from audio_edition.verbaliser.english.times.dates import MONTHS
from audio_edition.verbaliser.rule import Lazy, Rule

_SHORT: dict[str, str] = table("dates")["weekdays"]
_DAYS = _SHORT | {name: name for name in _SHORT.values()}
_ANY = one_of(_DAYS)
_SPAN = Lazy(
    rf"\b(?P<one>{_ANY})(?P<s>s?)\b\.?(?:\s?[-–—]\s?| (?P<link>&|and|or|to) )"
    rf"(?P<two>{_ANY})(?P<more>s?)\b(?:\.(?!\s*$))?"
)
_BEFORE_DATE = Lazy(rf"\b(?P<day>{one_of(_SHORT)})\b\.?(?=,?\s(?:\d|(?:{one_of(MONTHS)})\b))")
_WITH_STOP = Lazy(r"\b(?P<day>Mon|Tues?|Weds?|Thurs?|Fri)\.(?=\s[a-z\d]|,)|\b(?P<bare>Tues|Weds|Thurs)(?!\w)")


def _span(match: re.Match[str], _: Locale) -> str:
    link = {"&": "and"}.get(match["link"], match["link"] or "to")
    return f"{_DAYS[match['one']]}{match['s']} {link} {_DAYS[match['two']]}{match['more']}"


_ONE_OF_THEM = Lazy(rf"(?P<day>{one_of(_SHORT.keys() - {'Sun', 'Sat'})})\b(?:\.(?=\s[a-z]))?")


def _one_of_them(match: re.Match[str], _: Locale) -> str | None:
    """As in "on a Wed": behind a word that a day follows."""
    ahead = before(match, 8)
    return _DAYS[match["day"]] if re.search(r"\b(?:on|a|every|each|this|next|last)\s$", ahead) else None


RULES = (
    Rule(name="weekdays", at=frozenset(_DAYS) | {f"{day}s" for day in _SHORT.values()}, pattern=_SPAN, say=_span),
    Rule(name="weekday", at=frozenset(_SHORT), pattern=_BEFORE_DATE, say=lambda m, _: _DAYS[m["day"]]),
    Rule(name="weekday", at=frozenset(_SHORT), pattern=_WITH_STOP, say=lambda m, _: _DAYS[m["day"] or m["bare"]]),
    Rule(name="weekday", at=frozenset(_SHORT), pattern=_ONE_OF_THEM, say=_one_of_them),
)
