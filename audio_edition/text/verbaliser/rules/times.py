"""Times of day."""

from __future__ import annotations

import re

from audio_edition.text.verbaliser.numbers import cardinal
from audio_edition.text.verbaliser.rule import Locale, Rule

_HALF = r"(?:\s?(?P<{0}>[ap])\.?m\b\.?(?!\w))"
_TWELVE = r"(?P<{0}_hour>1[0-2]|0?\d)(?:[:.](?P<{0}_minute>[0-5]\d))?"
_CLOCK = re.compile(rf"(?<![\w.,:]){_TWELVE.format('t')}{_HALF.format('half')}", re.IGNORECASE)
_SPAN = re.compile(
    rf"(?<![\w.,:]){_TWELVE.format('f')}{_HALF.format('first')}?\s?[-–]\s?{_TWELVE.format('t')}{_HALF.format('half')}",
    re.IGNORECASE,
)
_DAY_CLOCK = re.compile(r"(?<![\w.,:])(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)(?::[0-5]\d)?(?![\w:])")
_AGREES = {"a": "a m", "p": "p m"}


def _time(hour: str, minute: str | None) -> str:
    words = cardinal(int(hour))
    if not minute or int(minute) == 0:
        return words
    return f"{words} {'oh ' if int(minute) < 10 else ''}{cardinal(int(minute))}"


def _ending(match: re.Match[str]) -> str:
    """The stop of "p.m." that is the sentence's too."""
    return "." if match[0].endswith(".") and match.end() == len(match.string) else ""


def _clock(match: re.Match[str], _: Locale) -> str:
    return f"{_time(match['t_hour'], match['t_minute'])} {_AGREES[match['half'].lower()]}{_ending(match)}"


def _span(match: re.Match[str], locale: Locale) -> str:
    first = f" {_AGREES[match['first'].lower()]}" if match["first"] else ""
    return f"{_time(match['f_hour'], match['f_minute'])}{first} to {_clock(match, locale)}"


def _day_clock(match: re.Match[str], _: Locale) -> str:
    hour, minute = int(match["hour"]), int(match["minute"])
    if not minute:
        return f"{cardinal(hour)} hundred" if hour > 12 else f"{cardinal(hour)} o'clock"
    return _time(match["hour"], match["minute"])


RULES = (
    Rule(name="times", pattern=_SPAN, say=_span),
    Rule(name="time", pattern=_CLOCK, say=_clock),
    Rule(name="time", pattern=_DAY_CLOCK, say=_day_clock),
)
