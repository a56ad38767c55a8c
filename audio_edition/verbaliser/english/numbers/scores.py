"""Scores, votes and formations: won 3-2, a 52-48 vote, 4-4-2, a six-two set."""

from __future__ import annotations

import re

from audio_edition.languages.locale import Locale
from audio_edition.verbaliser.english.data import words
from audio_edition.verbaliser.english.numbers.number_words import cardinal
from audio_edition.verbaliser.english.patterns import FIGURE, one_of
from audio_edition.verbaliser.rule import Lazy, Rule

_FORMATION = Lazy(r"(?<![\w.,/-])\d{1,2}(?:[-–]\d{1,2}){2,4}(?![\w/%-]|[.,]\d)")
_SCORE = Lazy(r"(?<![\w.,/$£€-])(?P<one>\d{1,3})[-–](?P<two>\d{1,3})(?![\w/%]|[-–]\w|[.,]\d)")
_PLAYED = re.compile(rf"\b{one_of(words('cues', 'games'))}\b", re.IGNORECASE)
_TENNIS = re.compile(rf"\b{one_of(words('cues', 'tennis'))}\b", re.IGNORECASE)
_MOST_GAMES = 7
"""Games of a tennis set."""

_ENOUGH = 60
"""Characters of the sentence around a score in which the word of a game must stand."""


def _formation(match: re.Match[str], place: Locale) -> str:
    return " ".join(cardinal(int(n), place) for n in re.split(r"[-–]", match[0]))


_INNINGS = Lazy(
    r"(?<![\w.,/$£€-])(?P<runs>\d{2,4})[-–/](?P<wickets>10|\d)(?:\s?(?P<declared>dec)\b)?(?![\w/%]|[-–]\w|[.,]\d)"
)
_CRICKET = re.compile(rf"\b{one_of(words('cues', 'cricket'))}\b", re.IGNORECASE)


def _is_cricket(match: re.Match[str]) -> bool:
    text = match.string
    return bool(_CRICKET.search(text[max(0, match.start() - _ENOUGH) : match.end() + _ENOUGH]))


def _innings(match: re.Match[str], place: Locale) -> str | None:
    """Cricket: 245-6 is "two hundred and forty-five for six"."""
    played = match["declared"] or _is_cricket(match)
    if int(match["runs"]) <= int(match["wickets"]) or not played:
        return None
    declared = " declared" if match["declared"] else ""
    return f"{cardinal(int(match['runs']), place)} for {cardinal(int(match['wickets']))}{declared}"


_SETS = Lazy(r"(?<![\w.,/$£€-])(?:[0-7][-–][0-7](?:, | and )){1,4}[0-7][-–][0-7](?![\w/%-]|[.,]\d)")


def _sets(match: re.Match[str], place: Locale) -> str:
    """6-4, 7-5: sets one after the other."""
    nil = "zero" if place.american else "love"
    return re.sub(r"\d", lambda m: cardinal(int(m[0])) if m[0] != "0" else nil, re.sub(r"[-–]", " ", match[0]))


_WORKING_DAY = (9, 5)

_COUNTS = re.compile(
    r"\s?(?:per|years?|days?|weeks?|months?|hours?|people|majority|vote|[a-z]{3,}(?<!les)s\b(?<!goals))"
)


def _score(match: re.Match[str], place: Locale) -> str | None:
    """Say "three two", "two nil": the words of a game nearby, or figures that fall, as no range does.

    Large ones are votes and keep their "to".
    """
    one, two = int(match["one"]), int(match["two"])
    around = match.string[max(0, match.start() - _ENOUGH) : match.end() + 24]
    falls = one >= two and not place.american and (one, two) != _WORKING_DAY
    if max(one, two) > 20 or not (falls or _PLAYED.search(around)) or _COUNTS.match(match.string, match.end()):
        return None
    nil = "zero" if place.american else "nil"
    if max(one, two) <= _MOST_GAMES and _TENNIS.search(around):
        nil = "love"
    return " ".join(cardinal(n) if n else nil for n in (one, two))


_BOWLING = Lazy(r"(?<![\w.,/$£€-])(?P<wickets>10|\d)[-–](?P<runs>\d{2,3})(?![\w/%]|[-–]\w|[.,]\d)")


def _bowling(match: re.Match[str], place: Locale) -> str | None:
    """Cricket: 5-43 is "five for forty-three"."""
    if not _is_cricket(match):
        return None
    return f"{cardinal(int(match['wickets']))} for {cardinal(int(match['runs']), place)}"


_NOT_OUT = Lazy(r"(?<![\w.,/$£€-])(?P<runs>\d{1,3})\*(?!\w)")


def _not_out(match: re.Match[str], place: Locale) -> str | None:
    """Cricket: 122* is not out."""
    return f"{cardinal(int(match['runs']), place)} not out" if _is_cricket(match) else None


RULES = (
    Rule(name="innings", at=FIGURE, pattern=_NOT_OUT, say=_not_out, follows=frozenset("*")),
    Rule(name="bowling", at=FIGURE, pattern=_BOWLING, say=_bowling, needs=frozenset("-–")),
    Rule(name="score", at=FIGURE, pattern=_SETS, say=_sets, needs=frozenset("-–")),
    Rule(name="score", at=FIGURE, pattern=_FORMATION, say=_formation, needs=frozenset("-–")),
    Rule(name="innings", at=FIGURE, pattern=_INNINGS, say=_innings, needs=frozenset("-–/")),
    Rule(name="score", at=FIGURE, pattern=_SCORE, say=_score, needs=frozenset("-–")),
)
