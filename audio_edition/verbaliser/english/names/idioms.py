"""Rules for figures with an idiomatic reading: 24/7, 9/11, 401k, 1080p."""

from __future__ import annotations

import re

from audio_edition.languages.en.number_words import cardinal, two_digits
from audio_edition.languages.locale import Locale
from audio_edition.verbaliser.english.patterns import FIGURE_TOKENS
from audio_edition.verbaliser.rule import LazyPattern, Rule

_SPOKEN_IDIOMS = {
    "24/7": "twenty-four seven",
    "9/11": "nine eleven",
    "3M": "three M",
    "A$AP": "A S A P",
    "WWI": "World War one",
    "WWII": "World War two",
    "WW1": "World War one",
    "WW2": "World War two",
    "7/7": "seven seven",
    "20/20": "twenty-twenty",
    "50/50": "fifty-fifty",
    "50-50": "fifty-fifty",
    "80/20": "eighty-twenty",
    "60/40": "sixty-forty",
    "4x4": "four-by-four",
    "4×4": "four-by-four",
    "4x4s": "four-by-fours",
    "2x4": "two-by-four",
    "401k": "four oh one k",
    "401(k)": "four oh one k",
}
_IDIOM = LazyPattern(
    r"(?<![\w.,/$£€])(?<!\d-)(?:"
    + "|".join(map(re.escape, sorted(_SPOKEN_IDIOMS, key=len, reverse=True)))
    + r")(?![\w/%]|[.,]\d)"
)

_SCREEN_LINES = LazyPattern(r"(?<![\w.,])(?P<lines>480|720|1080|1440|2160)[pi](?!\w)")
"""The lines of a screen, as in 1080p; this "p" is not pence."""


def _say_screen_lines(match: re.Match[str], _: Locale) -> str:
    lines = match["lines"]
    return f"{cardinal(int(lines[:-2]))} {two_digits(int(lines[-2:]))} {match[0][-1]}"


RULES = (
    Rule(name="idiom", at=FIGURE_TOKENS, pattern=_SCREEN_LINES, say=_say_screen_lines, needs=frozenset("pi")),
    Rule(
        name="idiom",
        at=FIGURE_TOKENS | {"A", "WWI", "WWII", "WW1", "WW2"},
        pattern=_IDIOM,
        say=lambda m, _: _SPOKEN_IDIOMS[m[0]],
        needs=frozenset("/-x×pk(M$W"),
    ),
)
