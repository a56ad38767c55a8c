"""Rules for American states after a town: Galveston, TX; Albany, N.Y."""

from __future__ import annotations

import re

from audio_edition.languages.en.spoken import load_table
from audio_edition.languages.locale import Locale
from audio_edition.verbaliser.english.patterns import alternation
from audio_edition.verbaliser.rule import LazyPattern, Rule

_STATES: dict[str, str] = load_table("states")["states"]
_TWO_WORD_STATES = {f"{code[0]}.{code[1]}.": name for code, name in _STATES.items() if " " in name}
"""Codes with full stops: only of states of two words, one for each letter."""

_STATE_ENDS = r"(?=[,;)]|\.?\s*$|\.\s|\s\d{5}\b|\s[a-z])"
_STATE_AFTER_TOWN = LazyPattern(
    rf"(?<=[A-Za-z], )(?:(?P<code>{alternation(_STATES)})|(?P<dotted>{alternation(_TWO_WORD_STATES)})){_STATE_ENDS}"
)


def _say_state(match: re.Match[str], _: Locale) -> str:
    """Say the state; at the end of the text the full stop of a dotted code is kept."""
    if match["code"]:
        return _STATES[match["code"]]
    at_end = not match.string[match.end() :].strip()
    return _TWO_WORD_STATES[match["dotted"]] + ("." if at_end else "")


RULES = (
    Rule(
        name="state",
        at=frozenset({*_STATES, *(code[0] for code in _TWO_WORD_STATES)}),
        pattern=_STATE_AFTER_TOWN,
        say=_say_state,
    ),
)
