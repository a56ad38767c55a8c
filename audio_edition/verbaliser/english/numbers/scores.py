"""Rules for scores, votes and formations: won 3-2, a 52-48 vote, 4-4-2, a six-two set."""

from __future__ import annotations

import re

from audio_edition.languages.en.number_words import cardinal
from audio_edition.languages.en.spoken import load_word_set
from audio_edition.languages.locale import Locale
from audio_edition.verbaliser.english.patterns import FIGURE_TOKENS, alternation
from audio_edition.verbaliser.rule import LazyPattern, Rule

_FORMATION = LazyPattern(r"(?<![\w.,/-])\d{1,2}(?:[-–]\d{1,2}){2,4}(?![\w/%-]|[.,]\d)")
_SCORE = LazyPattern(r"(?<![\w.,/$£€-])(?P<one>\d{1,3})[-–](?P<two>\d{1,3})(?![\w/%]|[-–]\w|[.,]\d)")
_GAME_CUE = re.compile(rf"\b{alternation(load_word_set('cues', 'games'))}\b", re.IGNORECASE)
_TENNIS_CUE = re.compile(rf"\b{alternation(load_word_set('cues', 'tennis'))}\b", re.IGNORECASE)
_MOST_GAMES_IN_SET = 7
"""The most games that a player wins in a set of tennis."""

_CUE_REACH = 60
"""Number of characters near a score that are searched for a word that shows which game it is."""


def _say_formation(match: re.Match[str], locale: Locale) -> str:
    return " ".join(cardinal(int(n), locale) for n in re.split(r"[-–]", match[0]))


_INNINGS = LazyPattern(
    r"(?<![\w.,/$£€-])(?P<runs>\d{2,4})[-–/](?P<wickets>10|\d)(?:\s?(?P<declared>dec)\b)?(?![\w/%]|[-–]\w|[.,]\d)"
)
_CRICKET_CUE = re.compile(rf"\b{alternation(load_word_set('cues', 'cricket'))}\b", re.IGNORECASE)


def _is_cricket(match: re.Match[str]) -> bool:
    text = match.string
    return bool(_CRICKET_CUE.search(text[max(0, match.start() - _CUE_REACH) : match.end() + _CUE_REACH]))


def _say_innings(match: re.Match[str], locale: Locale) -> str | None:
    """Say an innings in cricket: 245-6 is "two hundred and forty-five for six"."""
    played = match["declared"] or _is_cricket(match)
    if int(match["runs"]) <= int(match["wickets"]) or not played:
        return None
    declared = " declared" if match["declared"] else ""
    return f"{cardinal(int(match['runs']), locale)} for {cardinal(int(match['wickets']))}{declared}"


_SETS = LazyPattern(r"(?<![\w.,/$£€-])(?:[0-7][-–][0-7](?:, | and )){1,4}[0-7][-–][0-7](?![\w/%-]|[.,]\d)")


def _say_sets(match: re.Match[str], locale: Locale) -> str:
    """Say the sets of a tennis match, such as "6-4, 7-5"."""
    nil = "zero" if locale.american else "love"
    return re.sub(r"\d", lambda m: cardinal(int(m[0])) if m[0] != "0" else nil, re.sub(r"[-–]", " ", match[0]))


_WORKING_DAY = (9, 5)

_COUNTED_NOUN = re.compile(
    r"\s?(?:per|years?|days?|weeks?|months?|hours?|people|majority|vote|[a-z]{3,}(?<!les)s\b(?<!goals))"
)


def _say_score(match: re.Match[str], locale: Locale) -> str | None:
    """Say a score: "three two", "two nil". Return None if the figures are a range or a vote.

    A score has words of a game nearby or, in Britain, a first figure at least as large as the second, which no
    range has. Figures above 20 are votes and are read with "to".
    """
    one, two = int(match["one"]), int(match["two"])
    around = match.string[max(0, match.start() - _CUE_REACH) : match.end() + 24]
    falls = one >= two and not locale.american and (one, two) != _WORKING_DAY
    if (
        max(one, two) > 20
        or not (falls or _GAME_CUE.search(around))
        or _COUNTED_NOUN.match(match.string, match.end())
    ):
        return None
    nil = "zero" if locale.american else "nil"
    if max(one, two) <= _MOST_GAMES_IN_SET and _TENNIS_CUE.search(around):
        nil = "love"
    return " ".join(cardinal(n) if n else nil for n in (one, two))


_BOWLING = LazyPattern(r"(?<![\w.,/$£€-])(?P<wickets>10|\d)[-–](?P<runs>\d{2,3})(?![\w/%]|[-–]\w|[.,]\d)")


def _say_bowling(match: re.Match[str], locale: Locale) -> str | None:
    """Say bowling figures in cricket: 5-43 is "five for forty-three"."""
    if not _is_cricket(match):
        return None
    return f"{cardinal(int(match['wickets']))} for {cardinal(int(match['runs']), locale)}"


_NOT_OUT = LazyPattern(r"(?<![\w.,/$£€-])(?P<runs>\d{1,3})\*(?!\w)")


def _say_not_out(match: re.Match[str], locale: Locale) -> str | None:
    """Say the score of a batter in cricket who is not out: 122*."""
    return f"{cardinal(int(match['runs']), locale)} not out" if _is_cricket(match) else None


RULES = (
    Rule(name="innings", at=FIGURE_TOKENS, pattern=_NOT_OUT, say=_say_not_out, follows=frozenset("*")),
    Rule(name="bowling", at=FIGURE_TOKENS, pattern=_BOWLING, say=_say_bowling, needs=frozenset("-–")),
    Rule(name="score", at=FIGURE_TOKENS, pattern=_SETS, say=_say_sets, needs=frozenset("-–")),
    Rule(name="score", at=FIGURE_TOKENS, pattern=_FORMATION, say=_say_formation, needs=frozenset("-–")),
    Rule(name="innings", at=FIGURE_TOKENS, pattern=_INNINGS, say=_say_innings, needs=frozenset("-–/")),
    Rule(name="score", at=FIGURE_TOKENS, pattern=_SCORE, say=_say_score, needs=frozenset("-–")),
)
