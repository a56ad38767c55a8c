"""Rules for acronyms, which are read as words or spelled, with plurals and possessives."""

from __future__ import annotations

import re

from audio_edition.languages.en.spoken import load_table, load_word_set
from audio_edition.languages.locale import Locale
from audio_edition.languages.tokens import TokenKind
from audio_edition.verbaliser.rule import LazyPattern, Rule

WORD_ACRONYMS = load_word_set("acronyms", "words")
LETTER_ACRONYMS = load_word_set("acronyms", "letters")
_PLAIN_WORDS = load_word_set("acronyms", "plain")
_SPOKEN_FORMS: dict[str, str] = load_table("acronyms")["said"]
_ONSET = "(?:[BCDFGHJKLMNPRSTVWYZ]|[BCFGPS]L|[BCDFGPT]R|S[CKMNPTW]|S[CPT]R|SPL|CH|SH|TH|PH|WH|QU|TW|KN|GN)"
_CODA = (
    "(?:[BCDFGKLMNPRSTVXZ]|[LNR][CDKPST]|L[FLM]|M[PBS]|N[GNX]|R[BFGLMNV]|S[KPTS]"
    "|CK|CT|FF|PH|PT|SH|CH|TH|PS|TS|KS|FT|TT|ZZ|NCH|RST)"
)
_VOWEL = "(?:[AEIOU]|A[IUY]|E[AEIUY]|I[AEO]|O[AIOUY]|U[AEIO])"
_SYLLABIC = re.compile(
    rf"{_ONSET}?{_VOWEL}(?:(?:{_CODA}|{_ONSET}|{_CODA}{_ONSET}){_VOWEL}){{0,6}}(?:{_CODA}S?)?[EY]?"
)
"""English syllables: an acronym of this form can be read as a word.

Onsets and codas after Wells, Longman Pronunciation Dictionary.
"""

_SHORTEST_WORD = 4
"""The fewest letters of an unknown acronym that can be read as a word; shorter ones are spelled."""

_VOWELLESS = re.compile(r"[B-DF-HJ-NP-TV-XZ]{2,3}")
"""Two or three letters without a vowel: every engine spells these itself, and without pauses."""

_ACRONYM = LazyPattern(
    r"(?<![\w])(?P<letters>[A-ZÀ-ÖØ-Þ]{2,20})(?P<plural>s(?=['’]?(?!\w)))?(?P<possessive>['’]s\b)?(?![\w])"
)
_PREFIXED_ACRONYM = LazyPattern(r"(?<!\w)(?P<letters>[a-z]{1,2}[A-Z]{2,5})(?P<plural>s?)(?!\w)")
_AMPERSAND = LazyPattern(r"(?<!\w)(?P<a>[A-Z]{1,3})&(?P<b>[A-Z]{1,3})(?P<plural>s?)(?!\w)")


def spoken_acronym(acronym: str) -> str:
    """Return the spoken form of a run of capitals: "Nato", "G D P".

    The word lists decide; an acronym that is not in them is read as its letters suggest.
    """
    if acronym in _SPOKEN_FORMS:
        return _SPOKEN_FORMS[acronym]
    if acronym in LETTER_ACRONYMS:
        return " ".join(acronym)
    if acronym in WORD_ACRONYMS:
        return acronym.capitalize()
    if acronym in _PLAIN_WORDS:
        return acronym.lower()
    if _VOWELLESS.fullmatch(acronym):
        return acronym
    is_word = len(acronym) >= _SHORTEST_WORD and _SYLLABIC.fullmatch(acronym)
    return acronym.capitalize() if is_word else " ".join(acronym)


def _say_acronym(match: re.Match[str], _: Locale) -> str:
    possessive = (match["possessive"] or "").replace("’", "'")
    return (
        plural_of_acronym(spoken_acronym(match["letters"]))
        if match["plural"]
        else spoken_acronym(match["letters"]) + possessive
    )


def plural_of_acronym(spoken: str) -> str:
    """Return the plural: "Quangos", but "M P's", because engines would spell "Ps" again."""
    return f"{spoken}'s" if spoken[-1].isupper() else f"{spoken}s"


def _say_ampersand(match: re.Match[str], _: Locale) -> str:
    """Say "M&S", "R&D", "S&P" or "AT&T"."""
    both = f"{' '.join(match['a'])} and {' '.join(match['b'])}"
    return plural_of_acronym(both) if match["plural"] else both


def _say_prefixed_acronym(match: re.Match[str], _: Locale) -> str:
    """Say "mRNA" or "cDNAs"."""
    letters = " ".join(match["letters"].upper())
    return plural_of_acronym(letters) if match["plural"] else letters


_CAPITALS = frozenset({TokenKind.CAPITALS})
RULES = (
    Rule(
        name="acronym",
        at=frozenset({TokenKind.CAPITALS, TokenKind.LETTER}),
        pattern=_AMPERSAND,
        say=_say_ampersand,
        follows=frozenset("&"),
    ),
    Rule(name="acronym", at=_CAPITALS, pattern=_ACRONYM, say=_say_acronym),
    Rule(name="acronym", at=_CAPITALS, pattern=_PREFIXED_ACRONYM, say=_say_prefixed_acronym),
)
