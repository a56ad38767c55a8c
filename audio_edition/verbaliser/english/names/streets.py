"""Rules for streets and house numbers: 221b Baker St, Fleet St., Sunset Blvd, 1428 N Elm St."""

from __future__ import annotations

import re

from audio_edition.languages.en.number_words import spoken_name_number
from audio_edition.languages.en.spoken import load_table
from audio_edition.languages.locale import Locale
from audio_edition.verbaliser.context import text_before
from audio_edition.verbaliser.english.patterns import FIGURE_TOKENS, alternation, ends_sentence
from audio_edition.verbaliser.rule import LazyPattern, Rule

_STREET_FORMS: dict[str, str] = load_table("words")["streets"]
_COMPASS_POINTS = {
    "N": "North",
    "S": "South",
    "E": "East",
    "W": "West",
    "NE": "Northeast",
    "NW": "Northwest",
    "SE": "Southeast",
    "SW": "Southwest",
}
_STREET_FORM = alternation(_STREET_FORMS)
_STREET = LazyPattern(rf"(?<=[A-Za-z0-9] )(?P<street>{_STREET_FORM})(?P<stop>\.?)(?!\w)")
_HOUSE_NUMBER = LazyPattern(
    rf"(?<![\w.,])(?P<number>\d{{1,5}})(?P<letter>[a-dA-D]?)"
    rf"(?= (?:(?:{alternation(_COMPASS_POINTS)})\.? )?(?:\d{{1,3}}(?:st|nd|rd|th)|[A-Z][a-z]+)(?: [A-Z][a-z]+)? "
    rf"(?:{_STREET_FORM}|Street|Road|Avenue|Drive|Lane|Boulevard|Square|Way|Place|Terrace)\b)"
)
_COMPASS_POINT = LazyPattern(
    rf"(?<=\d )(?P<point>{alternation(_COMPASS_POINTS)})\.?"
    rf"(?= [A-Z0-9][\w ]+ (?:{_STREET_FORM}|Street|Road|Avenue|Drive|Boulevard)\b)"
)
_HOUSE_REACH = 60
"""Number of characters before a street that are searched for a house number."""


def _say_street(match: re.Match[str], _: Locale) -> str | None:
    """Say a kind of street after a capitalised name or a number; "Dr", "Av" and "Sq" only after a house number."""
    before = text_before(match, _HOUSE_REACH).rstrip()
    name = before.rsplit(" ", 1)[-1]
    if not (name[:1].isupper() or name[:1].isdigit()):
        return None
    if match["street"] in {"Dr", "Av", "Sq"} and not re.search(r"\d\w? [A-Z][\w ]{0,60}$", before):
        return None
    return _STREET_FORMS[match["street"]] + ("." if match["stop"] and ends_sentence(match) else "")


def _say_house_number(match: re.Match[str], locale: Locale) -> str:
    return f"{spoken_name_number(match['number'], locale)} {match['letter'].upper()}".strip()


RULES = (
    Rule(name="house number", at=FIGURE_TOKENS, pattern=_HOUSE_NUMBER, say=_say_house_number),
    Rule(name="street", at=frozenset(_STREET_FORMS), pattern=_STREET, say=_say_street),
    Rule(
        name="point of the compass",
        at=frozenset(_COMPASS_POINTS),
        pattern=_COMPASS_POINT,
        say=lambda m, _: _COMPASS_POINTS[m["point"]],
    ),
)
