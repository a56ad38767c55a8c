"""Latitudes and longitudes: 45°N, 51°30'N."""

from __future__ import annotations

import re

from audio_edition.text.verbaliser.english.number_words import number
from audio_edition.text.verbaliser.locale import Locale
from audio_edition.text.verbaliser.rule import Rule
from audio_edition.text.verbaliser.tokens import Kind

_POINTS = {"N": "north", "S": "south", "E": "east", "W": "west"}
_COORDINATE = re.compile(
    r"(?<![\w.,])(?P<degrees>\d{1,3}(?:\.\d+)?)°\s?(?:(?P<minutes>\d{1,2})['′’]\s?)?(?:(?P<seconds>\d{1,2}(?:\.\d+)?)[\"″”]\s?)?(?P<point>[NSEW])(?!\w)"
)


def _coordinate(match: re.Match[str], place: Locale) -> str:
    parts = [f"{number(match['degrees'], place)} {'degree' if match['degrees'] == '1' else 'degrees'}"]
    for unit in ("minutes", "seconds"):
        if figure := match[unit]:
            parts.append(
                f"{number(str(figure).lstrip('0') or '0', place)} {unit[:-1] if figure in {'1', '01'} else unit}"
            )
    return " ".join([*parts, _POINTS[match["point"]]])


RULES = (Rule(name="coordinate", at=frozenset({Kind.FIGURE}), pattern=_COORDINATE, say=_coordinate),)
