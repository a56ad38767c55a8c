"""Whether a sum or a measure describes the noun behind it, and so stands in the singular."""

from __future__ import annotations

import re

_DETERMINER = re.compile(
    r"(?:\b(?:an?|the|his|her|its|our|their|this|that|each|every|another|per)|\w['’]s|s['’])\s$", re.IGNORECASE
)
_NOUN = re.compile(
    r"\s(?!(?:a|an|in|on|of|to|for|from|or|and|by|at|is|was|were|are|it|than|as|more|less|per|over|into|with|that|"
    r"which|worth|between|but|after|before|when|while|if|last|this|each|every|away|off|apart|ahead|above|below|long|"
    r"wide|high|tall|deep|thick|old|north|south|east|west|up|down|under)\b)[a-z]"
)


def before_noun(match: re.Match[str]) -> bool:
    """True for "a $3.5bn deal", "Kazakhstan's 7,644km border", "$3bn-a-year"; not for "the 3km of wall"."""
    text, end = match.string, match.end()
    if text[end : end + 1] == "-" and text[end + 1 : end + 2].isalpha():
        return True
    return bool(_DETERMINER.search(text, 0, match.start()) and _NOUN.match(text, end))
