"""Acronyms: as words or as letters, plurals and possessives included."""

from __future__ import annotations

import re

from audio_edition.languages.locale import Locale
from audio_edition.languages.tokens import Kind
from audio_edition.verbaliser.english.data import table, words
from audio_edition.verbaliser.rule import Lazy, Rule

WORDS = words("acronyms", "words")
LETTERS = words("acronyms", "letters")
_PLAIN = words("acronyms", "plain")
_SAID: dict[str, str] = table("acronyms")["said"]
_ONSET = "(?:[BCDFGHJKLMNPRSTVWYZ]|[BCFGPS]L|[BCDFGPT]R|S[CKMNPTW]|S[CPT]R|SPL|CH|SH|TH|PH|WH|QU|TW|KN|GN)"
_CODA = (
    "(?:[BCDFGKLMNPRSTVXZ]|[LNR][CDKPST]|L[FLM]|M[PBS]|N[GNX]|R[BFGLMNV]|S[KPTS]"
    "|CK|CT|FF|PH|PT|SH|CH|TH|PS|TS|KS|FT|TT|ZZ|NCH|RST)"
)
_VOWEL = "(?:[AEIOU]|A[IUY]|E[AEIUY]|I[AEO]|O[AIOUY]|U[AEIO])"
_SYLLABIC = re.compile(
    rf"{_ONSET}?{_VOWEL}(?:(?:{_CODA}|{_ONSET}|{_CODA}{_ONSET}){_VOWEL}){{0,6}}(?:{_CODA}S?)?[EY]?"
)
"""English syllables: what can be said as a word. Onsets and codas after Wells, Longman Pronunciation Dictionary."""

_SHORTEST_WORD = 4
"""Letters of an unknown run that is said as a word if it can be; shorter ones are spelled."""

_UNSPEAKABLE = re.compile(r"[B-DF-HJ-NP-TV-XZ]{2,3}")
"""Two or three letters without a vowel: every engine spells them by itself, and in one breath."""

_ACRONYM = Lazy(r"(?<![\w])(?P<letters>[A-ZÀ-ÖØ-Þ]{2,20})(?P<many>s(?=['’]?(?!\w)))?(?P<whose>['’]s\b)?(?![\w])")
_PREFIXED = Lazy(r"(?<!\w)(?P<letters>[a-z]{1,2}[A-Z]{2,5})(?P<many>s?)(?!\w)")
_AMPERSAND = Lazy(r"(?<!\w)(?P<a>[A-Z]{1,3})&(?P<b>[A-Z]{1,3})(?P<many>s?)(?!\w)")


def said(acronym: str) -> str:
    """The spoken form of a run of capitals: "Nato", "G D P"; the data knows most, its shape decides the rest."""
    if acronym in _SAID:
        return _SAID[acronym]
    if acronym in LETTERS:
        return " ".join(acronym)
    if acronym in WORDS:
        return acronym.capitalize()
    if acronym in _PLAIN:
        return acronym.lower()
    if _UNSPEAKABLE.fullmatch(acronym):
        return acronym
    is_word = len(acronym) >= _SHORTEST_WORD and _SYLLABIC.fullmatch(acronym)
    return acronym.capitalize() if is_word else " ".join(acronym)


def _acronym(match: re.Match[str], _: Locale) -> str:
    whose = (match["whose"] or "").replace("’", "'")
    return several(said(match["letters"])) if match["many"] else said(match["letters"]) + whose


def several(spoken: str) -> str:
    """The plural: "Quangos", but "M P's", for engines read "Ps" as letters again."""
    return f"{spoken}'s" if spoken[-1].isupper() else f"{spoken}s"


def _ampersand(match: re.Match[str], _: Locale) -> str:
    """M&S, R&D, S&P, AT&T."""
    both = f"{' '.join(match['a'])} and {' '.join(match['b'])}"
    return several(both) if match["many"] else both


def _prefixed(match: re.Match[str], _: Locale) -> str:
    """mRNA, cDNAs."""
    letters = " ".join(match["letters"].upper())
    return several(letters) if match["many"] else letters


_CAPITALS = frozenset({Kind.CAPITALS})
RULES = (
    Rule(
        name="acronym",
        at=frozenset({Kind.CAPITALS, Kind.LETTER}),
        pattern=_AMPERSAND,
        say=_ampersand,
        follows=frozenset("&"),
    ),
    Rule(name="acronym", at=_CAPITALS, pattern=_ACRONYM, say=_acronym),
    Rule(name="acronym", at=_CAPITALS, pattern=_PREFIXED, say=_prefixed),
)
