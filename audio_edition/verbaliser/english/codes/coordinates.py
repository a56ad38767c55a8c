"""Rules for latitudes and longitudes: 45°N, 51°30'N."""

from __future__ import annotations

import re

from audio_edition.languages.en.number_words import spoken_number
from audio_edition.languages.locale import Locale
from audio_edition.verbaliser.english.patterns import FIGURE_TOKENS
from audio_edition.verbaliser.rule import LazyPattern, Rule

_COMPASS_POINTS = {"N": "north", "S": "south", "E": "east", "W": "west"}
_COORDINATE = LazyPattern(
    r"(?<![\w.,])(?P<degrees>\d{1,3}(?:\.\d+)?)°\s?(?:(?P<minutes>\d{1,2})['′’]\s?)?(?:(?P<seconds>\d{1,2}(?:\.\d+)?)[\"″”]\s?)?(?P<point>[NSEW])(?!\w)"
)


def _say_coordinate(match: re.Match[str], locale: Locale) -> str:
    fine = [(str(match[unit]).lstrip("0") or "0", unit) for unit in ("minutes", "seconds") if match[unit]]
    parts = [f"{spoken_number(match['degrees'], locale)} {'degree' if match['degrees'] == '1' else 'degrees'}"]
    parts += [f"{spoken_number(figure, locale)} {unit[:-1] if figure == '1' else unit}" for figure, unit in fine]
    return " ".join([*parts, _COMPASS_POINTS[match["point"]]])


RULES = (Rule(name="coordinate", at=FIGURE_TOKENS, pattern=_COORDINATE, say=_say_coordinate, needs=frozenset("°")),)
