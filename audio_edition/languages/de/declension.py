"""The German cases of ordinals, which the words before them decide."""

from __future__ import annotations

import re

_OBLIQUE_CUE = re.compile(
    r"(?:am|im|vom|zum|beim|zur|ab|bis|vor|nach|gegen|für|um|des|(?:d|dies|jed|jen)e[mn]"
    r"|(?:ein|kein|mein|dein|sein|ihr|unser)e[mnsr])"
)
_STRONG_DATIVE_CUES = frozenset({"seit", "von", "mit", "aus"})
_WEAK_CUES = frozenset(
    "die das der diese dieser dieses jede jeder jedes eine seine ihre meine unsere keine".split()
)
_MIXED_CUES = frozenset("ein kein mein dein sein ihr unser".split())
_DAY_CUES = frozenset({"am", "vom", "zum", "den", "dem"})
"""Words before a weekday that is followed by a date."""

_FEMININE_ENDING = re.compile(
    r".*(?:ung|heit|keit|schaft|ion|tät|ik|ei|liga|zeit|nacht|staffel|person|hand|wahl)|.+[^b]e",
    re.IGNORECASE,
)
_NOT_FEMININE_NOUNS = frozenset("Ende Name Gebäude Kollege Gedanke Erbe Junge Kunde Experte Vorsitzende".split())
_EARLIER_DAYS = re.compile(r"(?:\d{1,3}\.(?:\s[A-ZÄ]\w+)?,?\s(?:(?:und|oder|bis|sowie)\s)?)+$")
_LAST_WORDS = re.compile(r"(?:(\w+)\s)?(\w+)\.?,?\s$")
_DATIVE_PREPOSITIONS = frozenset("unter von mit bei nach zu aus seit gegenüber".split())
_ACCUSATIVE_PREPOSITIONS = frozenset("für gegen durch ohne um".split())
_ARTICLES = {
    "nominative": {"m": "der", "f": "die"},
    "genitive": {"m": "des", "f": "der"},
    "dative": {"m": "dem", "f": "der"},
    "accusative": {"m": "den", "f": "die"},
}


def has_feminine_ending(noun: str) -> bool:
    """Return True if the ending of a noun says that it is feminine."""
    return noun not in _NOT_FEMININE_NOUNS and bool(_FEMININE_ENDING.fullmatch(noun))


def ordinal_ending(before: str, noun: str, gender: str, weekdays: frozenset[str]) -> str:
    """Return the ending that "dritte" takes between a text and a noun: "n", "r", "s", "m" or nothing."""
    cue, earlier = _last_words(_EARLIER_DAYS.sub("", before))
    if cue in weekdays and earlier in _DAY_CUES:
        return "n"
    if _OBLIQUE_CUE.fullmatch(cue) or (cue == "der" and gender == "f"):
        return "n"
    if cue in _STRONG_DATIVE_CUES:
        return "m"
    if cue in _WEAK_CUES or (gender == "f" and cue not in _MIXED_CUES) or (noun.islower() and cue):
        return ""
    return "s" if gender == "n" else "r"


def expects_ordinal(before: str) -> bool:
    """Return True if the last word is an article, a pronoun or a preposition that an ordinal may follow."""
    cue, _ = _last_words(before)
    is_oblique = _OBLIQUE_CUE.fullmatch(cue) and cue not in {"um", "bis", "für"}
    return bool(is_oblique) or cue in _WEAK_CUES | _MIXED_CUES


def expects_date(before: str) -> bool:
    """Return True if the last word is an article or a preposition that a day may follow."""
    cue, _ = _last_words(before)
    return bool(_OBLIQUE_CUE.fullmatch(cue)) or cue in {"der", "seit", "von"}


def monarch_case(name: str, before: str, monarchs: frozenset[str]) -> str:
    """Return the case of a monarch's name, by its ending and by the word before it."""
    if name.endswith("s") and name not in monarchs:
        return "genitive"
    if before in _DATIVE_PREPOSITIONS:
        return "dative"
    return "accusative" if before in _ACCUSATIVE_PREPOSITIONS else "nominative"


def decline_regnal(rank: str, case: str, gender: str) -> str:
    """Return a monarch's number with its article: "des Vierzehnten" for "Vierzehnte" in the genitive."""
    is_weak = case in {"genitive", "dative"} or (case == "accusative" and gender != "f")
    return f"{_ARTICLES[case][gender]} {rank}{'n' if is_weak else ''}"


def _last_words(before: str) -> tuple[str, str]:
    """Return the last word of a text and the word before it, in small letters, "" for one that is missing."""
    last = _LAST_WORDS.search(before)
    return (last[2].lower(), (last[1] or "").lower()) if last else ("", "")
