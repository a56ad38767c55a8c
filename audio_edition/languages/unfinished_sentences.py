"""Finds texts whose last full stop ends no sentence: it belongs to an abbreviation or to an ordinal."""

from __future__ import annotations

import re
from collections.abc import Iterable

from audio_edition.languages.patterns import alternation

REACH = 60
"""Characters at the end of a text in which an abbreviation stands."""


def compile_unfinished(abbreviations: Iterable[str], *, has_dotted_ordinals: bool) -> re.Pattern[str]:
    """Return a pattern for the end of a text whose full stop belongs to an abbreviation or a dotted ordinal."""
    ordinal = r"|(?<![\d.,])\d{1,3}\." if has_dotted_ordinals else ""
    return re.compile(rf"(?:(?<![\w.’'-]){alternation(abbreviations)}{ordinal})\s*$")
