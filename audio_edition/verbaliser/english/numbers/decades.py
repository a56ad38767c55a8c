"""Rules for decades: the 1990s, the '90s, mid-1980s, in his 40s."""

from __future__ import annotations

import re

from audio_edition.languages.en.number_words import cardinal, plural_of_number, year
from audio_edition.languages.locale import Locale
from audio_edition.languages.tokens import TokenKind
from audio_edition.verbaliser.rule import LazyPattern, Rule

_DECADE = LazyPattern(
    r"(?<![\w.,£$€])(?:(?P<century>1\d|20)(?P<decade>\d0)|['’‘]?(?P<bare>\d0))\s?(?:['’]?s)(?!\w)"
)


def _say_decade(match: re.Match[str], locale: Locale) -> str | None:
    if " " in match[0] and not match["century"]:
        return None
    if bare := match["bare"]:
        return plural_of_number(cardinal(int(bare))) if int(bare) else "noughties"
    if match["decade"] == "00":
        return plural_of_number(year(int(match["century"]) * 100, locale))
    return f"{cardinal(int(match['century']))} {plural_of_number(cardinal(int(match['decade'])))}"


_DECADE_SPAN = LazyPattern(r"(?<=\ds)[-–](?=['’]?\d0s)")

RULES = (
    Rule(name="decades", at=frozenset("-–"), pattern=_DECADE_SPAN, say=lambda *_: " to "),
    Rule(
        name="decade",
        at=frozenset({TokenKind.FIGURE, *"'’‘"}),
        pattern=_DECADE,
        say=_say_decade,
        needs=frozenset("s"),
    ),
)
