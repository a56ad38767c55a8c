"""American states behind a town: Galveston, TX; Albany, N.Y."""

from __future__ import annotations

import re

from audio_edition.languages.locale import Locale
from audio_edition.verbaliser.english.data import table
from audio_edition.verbaliser.english.patterns import one_of
from audio_edition.verbaliser.rule import Lazy, Rule

_STATES: dict[str, str] = table("states")["states"]
_TWO_WORDS = {f"{code[0]}.{code[1]}.": name for code, name in _STATES.items() if " " in name}
"""With stops only where each letter stands for a word."""

_END = r"(?=[,;)]|\.?\s*$|\.\s|\s\d{5}\b|\s[a-z])"
_BEHIND_TOWN = Lazy(rf"(?<=[A-Za-z], )(?:(?P<code>{one_of(_STATES)})|(?P<dotted>{one_of(_TWO_WORDS)})){_END}")


def _state(match: re.Match[str], _: Locale) -> str:
    """The stop behind the last letter may be the sentence's too."""
    if match["code"]:
        return _STATES[match["code"]]
    at_end = not match.string[match.end() :].strip()
    return _TWO_WORDS[match["dotted"]] + ("." if at_end else "")


RULES = (
    Rule(
        name="state",
        at=frozenset({*_STATES, *(code[0] for code in _TWO_WORDS)}),
        pattern=_BEHIND_TOWN,
        say=_state,
    ),
)
