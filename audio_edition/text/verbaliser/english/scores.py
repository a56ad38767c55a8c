"""Scores, votes and formations: won 3-2, a 52-48 vote, 4-4-2, a six-two set."""

from __future__ import annotations

import re

from audio_edition.text.verbaliser.english.number_words import cardinal
from audio_edition.text.verbaliser.locale import Locale
from audio_edition.text.verbaliser.rule import Rule
from audio_edition.text.verbaliser.tokens import Kind

_FORMATION = re.compile(r"(?<![\w.,/-])\d{1,2}(?:[-–]\d{1,2}){2,4}(?![\w/%-]|[.,]\d)")
_SCORE = re.compile(r"(?<![\w.,/$£€-])(?P<one>\d{1,3})[-–](?P<two>\d{1,3})(?![\w/%]|[-–]\w|[.,]\d)")
_PLAYED = re.compile(
    r"\b(?:w[io]n(?:ning|s)?|beat(?:en|ing|s)?|lost|lose|losing|drew|draw(?:n|ing|s)?|defeat(?:ed|s|ing)?|victory|victories|lead(?:ing|s)?|led|down|up|score(?:d|line)?|"
    r"thrash(?:ed|ing)?|triumph(?:ed)?|trail(?:ed|ing|s)?|finished|ended|ahead|behind|match|set|sets|final|half-time|home|away|stalemate|tie|tied|level|goal|loss)\b",
    re.IGNORECASE,
)
_ENOUGH = 60
"""Characters of the sentence around a score in which the word of a game must stand."""


def _formation(match: re.Match[str], place: Locale) -> str:
    return " ".join(cardinal(int(n), place) for n in re.split(r"[-–]", match[0]))


def _score(match: re.Match[str], place: Locale) -> str | None:
    """ "three two", "two nil": small figures with the words of a game nearby; a vote keeps its "to"."""
    one, two = int(match["one"]), int(match["two"])
    around = match.string[max(0, match.start() - _ENOUGH) : match.end() + 24]
    if (
        max(one, two) > 20
        or not _PLAYED.search(around)
        or re.match(
            r"\s?(?:per|years?|days?|weeks?|months?|hours?|people|majority|vote)", match.string[match.end() :]
        )
    ):
        return None
    nil = "zero" if place.american else "nil"
    return " ".join(cardinal(n) if n else nil for n in (one, two))


_FIGURE = frozenset({Kind.FIGURE})
RULES = (
    Rule(name="score", at=_FIGURE, pattern=_FORMATION, say=_formation),
    Rule(name="score", at=_FIGURE, pattern=_SCORE, say=_score),
)
