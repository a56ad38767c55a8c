"""Rules for times of day and lengths of time: 10pm-2am, 10.30am, 18:00 GMT, 2h15m."""

from __future__ import annotations

import re

from audio_edition.languages.en.number_words import cardinal, two_digits
from audio_edition.languages.en.spoken import load_word_set
from audio_edition.languages.locale import Locale
from audio_edition.verbaliser.context import text_before
from audio_edition.verbaliser.english.patterns import DASH, FIGURE_TOKENS, alternation, ends_sentence
from audio_edition.verbaliser.rule import LazyPattern, Rule

_CLOCK_BEGINS = r"(?<![\w.:£$€])(?<!\d,)"


def _twelve_hour_pattern(group: str) -> str:
    return rf"(?P<{group}_hour>1[0-2]|0?\d)(?:[:.](?P<{group}_minute>[0-5]\d))?"


def _am_pm_pattern(group: str) -> str:
    return rf"\s?(?P<{group}>[apAP])(?:\.\s?[mM]\b\.?|[mM]\b)(?!\w)"


_CLOCK = LazyPattern(rf"{_CLOCK_BEGINS}{_twelve_hour_pattern('to')}{_am_pm_pattern('half')}")
_SPAN = LazyPattern(
    rf"{_CLOCK_BEGINS}{_twelve_hour_pattern('from')}(?:{_am_pm_pattern('first')})?{DASH}{_twelve_hour_pattern('to')}{_am_pm_pattern('half')}"
)
_HOUR = r"(?:[01]?\d|2[0-3])"
_DAY_SPAN = LazyPattern(
    rf"(?<![\w.,:])(?P<a>{_HOUR})[:.](?P<b>[0-5]\d)\s?[-–]\s?(?P<c>{_HOUR})[:.](?P<d>[0-5]\d)(?![\w:%]|[.,]\d)"
)
_DAY_CLOCK = LazyPattern(
    r"(?<![\w.,:])(?P<hour>[01]?\d|2[0-4])(?P<sign>[:.])(?P<minute>[0-5]\d)"
    r"(?::(?P<second>[0-5]\d))?(?:\s?h\b|\s?hrs\b)?(?:(?=[A-Z]{3,4}\b)|(?![\w:%]))(?![.,]\d)"
)
_BEFORE_CLOCK = re.compile(rf"\b{alternation(load_word_set('cues', 'clock_before'))}\s$", re.IGNORECASE)
_AFTER_CLOCK = re.compile(
    rf"(?:['’]s|\s(?:{alternation(load_word_set('cues', 'clock_behind'))}|[A-Z]{{3,4}})\b|,|;|$|\.(?!\d))"
)
_MILITARY_TIME = LazyPattern(
    r"(?<![\w.,:])(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)"
    r"(?:\s?(?:hrs|hours|h)\b|(?=\s(?:GMT|BST|UTC|CET|EST|PST|EDT)\b))"
)
_DURATION = LazyPattern(
    r"(?<![\w.,])(?:(?P<h>\d{1,3})\s?(?:hrs?|h)\s?(?P<m>\d{1,2})\s?(?:mins?|m)"
    r"|(?P<min>\d{1,3})\s?(?:mins?|m)\s?(?P<s>\d{1,2}(?:\.\d+)?)\s?(?:secs?|s))(?!\w)"
)
_ODDS = LazyPattern(r"(?<![\w.,:/])(?P<one>\d{1,4}):(?P<two>\d{1,4})(?![\w:]|[.,]\d)")


def _spoken_time(hour: str, minute: str | None) -> str:
    words = cardinal(int(hour))
    return words if not minute or int(minute) == 0 else f"{words} {two_digits(int(minute))}"


def _spoken_am_pm(letter: str, locale: Locale) -> str:
    """Return "a m" or "p m"; for American English "AM" or "PM", which American engines spell."""
    return f"{letter.upper()}M" if locale.american else f"{letter.lower()} m"


def _say_clock(match: re.Match[str], locale: Locale) -> str:
    """Say a time with "am" or "pm"; a full stop of "p.m." that also ends the sentence is kept."""
    stop = "." if match[0].endswith(".") and ends_sentence(match) else ""
    return f"{_spoken_time(match['to_hour'], match['to_minute'])} {_spoken_am_pm(match['half'], locale)}{stop}"


def _say_span(match: re.Match[str], locale: Locale) -> str:
    first = f" {_spoken_am_pm(match['first'], locale)}" if match["first"] else ""
    return f"{_spoken_time(match['from_hour'], match['from_minute'])}{first} to {_say_clock(match, locale)}"


def _say_day_span(match: re.Match[str], locale: Locale) -> str | None:
    if ":" not in match[0]:
        return None
    return f"{_spoken_hours(match['a'], match['b'], locale)} to {_spoken_hours(match['c'], match['d'], locale)}"


def _spoken_hours(hour: str, minute: str, locale: Locale) -> str:
    """Return a time of the 24-hour clock: 18:00 is "eighteen hundred", 7:00 "seven o'clock".

    00:30 is "half past midnight", in American English "zero thirty".
    """
    if int(hour) == 0 and not locale.american:
        return _spoken_past_midnight(int(minute))
    if int(minute):
        return _spoken_time(hour, minute)
    if int(hour) > 12 or (hour.startswith("0") and not (locale.american and int(hour))):
        return f"{'oh ' if hour.startswith('0') and int(hour) else ''}{cardinal(int(hour), locale)} hundred"
    return f"{cardinal(int(hour))} o'clock"


def _spoken_past_midnight(minute: int) -> str:
    minutes = f"{cardinal(minute)} minute{'' if minute == 1 else 's'} past "
    return {0: "", 15: "a quarter past ", 30: "half past "}.get(minute, minutes) + "midnight"


def _say_day_clock(match: re.Match[str], locale: Locale) -> str | None:
    """Say a time of the 24-hour clock; with a full stop in it, the words around must show that it is a time."""
    if match["sign"] == "." and not _is_time(match):
        return None
    if match["second"]:
        return _spoken_with_seconds(match, locale)
    return _spoken_hours(match["hour"], match["minute"], locale) + _blank_before_zone(match)


def _blank_before_zone(match: re.Match[str]) -> str:
    return " " if match.string[match.end() : match.end() + 1].isalpha() else ""


def _is_time(match: re.Match[str]) -> bool:
    text = match.string
    return bool(
        _BEFORE_CLOCK.search(text[: match.start()][-8:])
        and _AFTER_CLOCK.match(text, match.end())
        and not match["second"]
    )


def _spoken_with_seconds(match: re.Match[str], locale: Locale) -> str:
    count = [(int(match["hour"]), "hour"), (int(match["minute"]), "minute"), (int(match["second"]), "second")]
    spoken = [f"{cardinal(n, locale)} {unit}{'' if n == 1 else 's'}" for n, unit in count if n or unit != "hour"]
    return f"{', '.join(spoken[:-1])} and {spoken[-1]}"


def _say_military_time(match: re.Match[str], locale: Locale) -> str:
    hour = (
        f"oh {cardinal(int(match['hour']))}"
        if match["hour"].startswith("0")
        else cardinal(int(match["hour"]), locale)
    )
    minute = "hundred" if match["minute"] == "00" else two_digits(int(match["minute"]))
    return f"{hour} {minute}{' hours' if not match[0][-1].isdigit() else ''}"


def _say_duration(match: re.Match[str], locale: Locale) -> str:
    big, small = (match["h"], match["m"]) if match["h"] else (match["min"], match["s"])
    names = ("hour", "minute") if match["h"] else ("minute", "second")
    whole, _, part = small.partition(".")
    tail = f" point {' '.join(cardinal(int(c)) for c in part)}" if part else ""
    first = f"{cardinal(int(big), locale)} {names[0]}{'' if big == '1' else 's'}"
    return f"{first} {cardinal(int(whole), locale)}{tail} {names[1]}{'' if small == '1' else 's'}"


_ARTICLE_BEFORE_DEGREE = re.compile(r"\b[Aa]n?\s$")


def _say_odds(match: re.Match[str], locale: Locale) -> str:
    """Say odds or a ratio; "a 2:1" and "a 2:2" are classes of a degree."""
    if match[0] in {"2:1", "2:2"} and _ARTICLE_BEFORE_DEGREE.search(text_before(match, 4)):
        return " ".join(cardinal(int(figure)) for figure in match[0].split(":"))
    return f"{cardinal(int(match['one']), locale)} to {cardinal(int(match['two']), locale)}"


RULES = (
    Rule(name="times", at=FIGURE_TOKENS, pattern=_SPAN, say=_say_span, needs=frozenset("-–—−")),
    Rule(name="time", at=FIGURE_TOKENS, pattern=_CLOCK, say=_say_clock, needs=frozenset("mM")),
    Rule(name="times", at=FIGURE_TOKENS, pattern=_DAY_SPAN, say=_say_day_span, needs=frozenset(":")),
    Rule(name="time", at=FIGURE_TOKENS, pattern=_DAY_CLOCK, say=_say_day_clock, needs=frozenset(":.")),
    Rule(name="time", at=FIGURE_TOKENS, pattern=_MILITARY_TIME, say=_say_military_time),
    Rule(
        name="length of time",
        at=FIGURE_TOKENS,
        pattern=_DURATION,
        say=_say_duration,
        needs=frozenset("hm"),
    ),
    Rule(name="ratio", at=FIGURE_TOKENS, pattern=_ODDS, say=_say_odds, needs=frozenset(":")),
)
