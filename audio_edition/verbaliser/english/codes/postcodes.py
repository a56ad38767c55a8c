"""Rules for postcodes of the United Kingdom."""

from __future__ import annotations

import re

from audio_edition.languages.en.number_words import cardinal, digits
from audio_edition.languages.locale import Locale
from audio_edition.languages.tokens import TokenKind
from audio_edition.verbaliser.rule import LazyPattern, Rule

_POSTCODE = LazyPattern(r"(?<!\w)([A-Z]{1,2})(\d{1,2})([A-Z]?) (\d)([ABD-HJLNP-UW-Z]{2})(?!\w)")
"""Area, district, sector and unit. The letters C, I, K, M, O and V never occur in a unit (Royal Mail)."""


def _say_postcode(match: re.Match[str], _: Locale) -> str:
    area, district, more, sector, unit = match.groups()
    outward = f"{' '.join(area)} {cardinal(int(district))} {more}".strip()
    return f"{outward}, {digits(sector)} {' '.join(unit)}"


RULES = (Rule(name="postcode", at=frozenset({TokenKind.CODE}), pattern=_POSTCODE, say=_say_postcode),)
