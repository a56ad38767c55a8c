"""Rules for days of the week: Monday-Friday, Mon-Fri, Tues 13 October."""

from __future__ import annotations

import re

from audio_edition.languages.en.spoken import load_table
from audio_edition.languages.locale import Locale
from audio_edition.verbaliser.context import text_before
from audio_edition.verbaliser.english.patterns import alternation
from audio_edition.verbaliser.english.times.dates import MONTHS
from audio_edition.verbaliser.rule import LazyPattern, Rule

_SHORT_WEEKDAYS: dict[str, str] = load_table("dates")["weekdays"]
_WEEKDAYS = _SHORT_WEEKDAYS | {name: name for name in _SHORT_WEEKDAYS.values()}
_WEEKDAY = alternation(_WEEKDAYS)
_SPAN = LazyPattern(
    rf"\b(?P<one>{_WEEKDAY})(?P<s>s?)\b\.?(?:\s?[-–—]\s?| (?P<link>&|and|or|to) )"
    rf"(?P<two>{_WEEKDAY})(?P<more>s?)\b(?:\.(?!\s*$))?"
)
_BEFORE_DATE = LazyPattern(
    rf"\b(?P<day>{alternation(_SHORT_WEEKDAYS)})\b\.?(?=,?\s(?:\d|(?:{alternation(MONTHS)})\b))"
)
_WITH_STOP = LazyPattern(
    r"\b(?P<day>Mon|Tues?|Weds?|Thurs?|Fri)\.(?=\s[a-z\d]|,)|\b(?P<bare>Tues|Weds|Thurs)(?!\w)"
)


def _say_span(match: re.Match[str], _: Locale) -> str:
    link = {"&": "and"}.get(match["link"], match["link"] or "to")
    return f"{_WEEKDAYS[match['one']]}{match['s']} {link} {_WEEKDAYS[match['two']]}{match['more']}"


_SINGLE_WEEKDAY = LazyPattern(
    rf"(?P<day>{alternation(_SHORT_WEEKDAYS.keys() - {'Sun', 'Sat'})})\b(?:\.(?=\s[a-z]))?"
)


def _say_single_weekday(match: re.Match[str], _: Locale) -> str | None:
    """Say a short weekday after a word that a day often follows, as in "on a Wed"."""
    before = text_before(match, 8)
    return _WEEKDAYS[match["day"]] if re.search(r"\b(?:on|a|every|each|this|next|last)\s$", before) else None


RULES = (
    Rule(
        name="weekdays",
        at=frozenset(_WEEKDAYS) | {f"{day}s" for day in _SHORT_WEEKDAYS.values()},
        pattern=_SPAN,
        say=_say_span,
    ),
    Rule(name="weekday", at=frozenset(_SHORT_WEEKDAYS), pattern=_BEFORE_DATE, say=lambda m, _: _WEEKDAYS[m["day"]]),
    Rule(
        name="weekday",
        at=frozenset(_SHORT_WEEKDAYS),
        pattern=_WITH_STOP,
        say=lambda m, _: _WEEKDAYS[m["day"] or m["bare"]],
    ),
    Rule(name="weekday", at=frozenset(_SHORT_WEEKDAYS), pattern=_SINGLE_WEEKDAY, say=_say_single_weekday),
)
