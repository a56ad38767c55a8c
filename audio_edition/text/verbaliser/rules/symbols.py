"""Signs that are said."""

from __future__ import annotations

import re

from audio_edition.text.verbaliser.data import SYMBOLS, one_of
from audio_edition.text.verbaliser.rule import Rule

RULES = (
    Rule(name="sign", pattern=re.compile(one_of(SYMBOLS)), say=lambda m, _: SYMBOLS[m[0]]),
    Rule(name="slash", pattern=re.compile(r"(?<=\w)/(?=\w)"), say=lambda *_: " or "),
)
