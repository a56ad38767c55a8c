"""Streets: 221b Baker St, Fleet St., Sunset Blvd; and the numbers of American houses."""

from __future__ import annotations

import re

from audio_edition.languages.locale import Locale
from audio_edition.verbaliser.context import before
from audio_edition.verbaliser.english.data import table
from audio_edition.verbaliser.english.numbers.number_words import name_number
from audio_edition.verbaliser.english.patterns import FIGURE, ends_sentence, one_of
from audio_edition.verbaliser.rule import Lazy, Rule

_STREETS: dict[str, str] = table("words")["streets"]
_POINTS = {
    "N": "North",
    "S": "South",
    "E": "East",
    "W": "West",
    "NE": "Northeast",
    "NW": "Northwest",
    "SE": "Southeast",
    "SW": "Southwest",
}
_ANY = one_of(_STREETS)
_STREET = Lazy(rf"(?<=[A-Za-z0-9] )(?P<street>{_ANY})(?P<stop>\.?)(?!\w)")
_HOUSE = Lazy(
    rf"(?<![\w.,])(?P<number>\d{{1,5}})(?P<letter>[a-dA-D]?)"
    rf"(?= (?:(?:{one_of(_POINTS)})\.? )?(?:\d{{1,3}}(?:st|nd|rd|th)|[A-Z][a-z]+)(?: [A-Z][a-z]+)? "
    rf"(?:{_ANY}|Street|Road|Avenue|Drive|Lane|Boulevard|Square|Way|Place|Terrace)\b)"
)
_POINT = Lazy(
    rf"(?<=\d )(?P<point>{one_of(_POINTS)})\.?(?= [A-Z0-9][\w ]+ (?:{_ANY}|Street|Road|Avenue|Drive|Boulevard)\b)"
)
_HOUSE_AHEAD = 60
"""Characters before a street in which its house stands."""


def _street(match: re.Match[str], _: Locale) -> str | None:
    """A name with a capital or a number stands before it; "Dr" only behind a house number."""
    ahead = before(match, _HOUSE_AHEAD).rstrip()
    name = ahead.rsplit(" ", 1)[-1]
    if not (name[:1].isupper() or name[:1].isdigit()):
        return None
    if match["street"] in {"Dr", "Av", "Sq"} and not re.search(r"\d\w? [A-Z][\w ]{0,60}$", ahead):
        return None
    return _STREETS[match["street"]] + ("." if match["stop"] and ends_sentence(match) else "")


def _house(match: re.Match[str], place: Locale) -> str:
    return f"{name_number(match['number'], place)} {match['letter'].upper()}".strip()


RULES = (
    Rule(name="house number", at=FIGURE, pattern=_HOUSE, say=_house),
    Rule(name="street", at=frozenset(_STREETS), pattern=_STREET, say=_street),
    Rule(name="point of the compass", at=frozenset(_POINTS), pattern=_POINT, say=lambda m, _: _POINTS[m["point"]]),
)
