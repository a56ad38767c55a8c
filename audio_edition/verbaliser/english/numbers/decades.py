"""Decades: the 1990s, the '90s, mid-1980s, in his 40s."""

from __future__ import annotations

import re

from audio_edition.languages.locale import Locale
from audio_edition.languages.tokens import Kind
from audio_edition.verbaliser.english.numbers.number_words import cardinal, plural, year
from audio_edition.verbaliser.rule import Lazy, Rule

_DECADE = Lazy(r"(?<![\w.,£$€])(?:(?P<century>1\d|20)(?P<decade>\d0)|['’‘]?(?P<bare>\d0))\s?(?:['’]?s)(?!\w)")


def _decade(match: re.Match[str], place: Locale) -> str | None:
    if " " in match[0] and not match["century"]:
        return None
    if bare := match["bare"]:
        return plural(cardinal(int(bare))) if int(bare) else "noughties"
    if match["decade"] == "00":
        return plural(year(int(match["century"]) * 100, place))
    return f"{cardinal(int(match['century']))} {plural(cardinal(int(match['decade'])))}"


_SPAN = Lazy(r"(?<=\ds)[-–](?=['’]?\d0s)")

RULES = (
    Rule(name="decades", at=frozenset("-–"), pattern=_SPAN, say=lambda *_: " to "),
    Rule(name="decade", at=frozenset({Kind.FIGURE, *"'’‘"}), pattern=_DECADE, say=_decade, needs=frozenset("s")),
)
