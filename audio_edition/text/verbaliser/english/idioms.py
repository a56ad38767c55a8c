"""Figures that are said in a way of their own."""

from __future__ import annotations

import re

from audio_edition.text.verbaliser.english.patterns import FIGURE
from audio_edition.text.verbaliser.rule import Rule

_SAID = {
    "24/7": "twenty-four seven",
    "9/11": "nine eleven",
    "3M": "three M",
    "A$AP": "A S A P",
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
    "1080p": "ten eighty p",
    "720p": "seven twenty p",
    "401k": "four oh one k",
    "401(k)": "four oh one k",
}
_PATTERN = re.compile(
    r"(?<![\w.,/$£€])(?<!\d-)(?:"
    + "|".join(map(re.escape, sorted(_SAID, key=len, reverse=True)))
    + r")(?![\w/%]|[.,]\d)"
)

RULES = (
    Rule(
        name="idiom",
        at=FIGURE | {"A"},
        pattern=_PATTERN,
        say=lambda m, _: _SAID[m[0]],
        needs=frozenset("/-x×pk(M$"),
    ),
)
