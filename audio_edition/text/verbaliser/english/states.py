"""American states behind a town: Galveston, TX."""

from __future__ import annotations

import re

from audio_edition.text.verbaliser.english.data import table
from audio_edition.text.verbaliser.english.patterns import one_of
from audio_edition.text.verbaliser.rule import Rule

_STATES: dict[str, str] = table("states")["states"]
_BEHIND_TOWN = re.compile(rf"(?<=[A-Za-z], )(?P<code>{one_of(_STATES)})(?=[,;)]|\.?\s*$|\.\s|\s\d{{5}}\b|\s[a-z])")

RULES = (Rule(name="state", at=frozenset(_STATES), pattern=_BEHIND_TOWN, say=lambda m, _: _STATES[m["code"]]),)
