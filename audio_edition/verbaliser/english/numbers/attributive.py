"""Decide if a sum or a measure describes the noun after it and therefore stands in the singular."""

from __future__ import annotations

import re

from audio_edition.languages.en.spoken import load_word_set
from audio_edition.verbaliser.english.patterns import alternation

_SINGULAR_DETERMINER = re.compile(r"\b(?:an?|each|every|another|per|one)\s$", re.IGNORECASE)
"""No plural can follow these words, so a measure after them describes the noun that comes next."""

_ARTICLE_AND_ADJECTIVES = re.compile(
    r"\b[Aa]n?(?: (?!of\b|at\b|for\b|in\b|with\b|worth\b|to\b|year\b|month\b|week\b|day\b)[\w.,%£$€-]+){1,2}\s$"
)
"""An article with more adjectives before the measure: "a 2,000-mile, €1.5bn pipeline", "an extra £5m grant"."""

_MORE_ADJECTIVES = re.compile(r"(?:,\s(?:[£$€]?\d[\w.%-]*|[a-z]+-[a-z-]+)){1,4}+(?=\s)")
"""More adjectives after the measure: "the €1.8bn, 57km tunnel", "an $18bn, eight-year deal"."""

_ASIDE = re.compile(r"\s\([^()]{1,40}\)")
"""A sum in another currency between a sum and its noun: "the £40m ($51m) stadium"."""

_DETERMINER = re.compile(
    r"(?:\b(?:the|his|her|its|our|their|my|your|this|that|first|new)|\w['’]s|s['’])\s$", re.IGNORECASE
)
_NOUN_AFTER_ONE = re.compile(
    r"\s(?!(?:[A-Z]\w+ \w+(?:ed|es)|a|an|per|in|on|of|or|and|to|at|for|from|is|was|more|less)\b)[A-Za-z]"
)
_NOUN = re.compile(
    r"\s(?!(?:a|an|in|on|of|to|for|from|or|and|by|at|is|was|were|are|it|than|as|more|less|per|over|into|with|that|"
    r"which|worth|between|but|after|before|when|while|if|last|this|each|every|away|off|apart|ahead|above|below|long|"
    r"wide|high|tall|deep|thick|old|north|south|east|west|up|down|under|he|she|we|they|you|i|who|his|her|its|our|their|"
    r"the|has|have|had|will|would|can|could|may|might|must|should|does|did|not|so|then|there|now|already|also|only|"
    r"still|just|out|back|so|because|since|until|through|across|along|around|about|against|among|within|without|"
    r"would-be|went|came|paid|spent|lost|won|made|cost|left|being|going|\w+(?:ed|ly))\b)[a-z]"
)


_PREFIX = re.compile(r"\b(?:sub|multi|pre|post|non|near)-$", re.IGNORECASE)
_OWNER = re.compile(r"(?:\b(?:his|her|its|our|their|my|your)|\w['’]s|s['’])\s$", re.IGNORECASE)
_NAMED_NOUN = re.compile(r"\s[A-Z]\w+\s[a-z]")
_SUM_NOUN = re.compile(rf"\s(?:\w+\s)?{alternation(load_word_set('cues', 'sum_nouns'))}\b", re.IGNORECASE)
"""Nouns that a sum directly before them describes, with or without an article: "agrees €500bn rescue fund"."""


def is_before_noun(match: re.Match[str]) -> bool:
    """Return True if the match describes the noun after it.

    It does in "a $3.5bn deal", "Kazakhstan's 7,644km border" and "$3bn-a-year", but not in "the 3km of wall".
    """
    text, end = match.string, match.end()
    if aside := _ASIDE.match(text, end):
        end = aside.end()
    if more := _MORE_ADJECTIVES.match(text, end):
        end = more.end()
    if text[end : end + 1] == "-" and text[end + 1 : end + 2].isalpha():
        return True
    if _SINGULAR_DETERMINER.search(text, max(0, match.start() - 12), match.start()):
        return bool(_NOUN_AFTER_ONE.match(text, end))
    if _ARTICLE_AND_ADJECTIVES.search(text, max(0, match.start() - 40), match.start()):
        return bool(_NOUN.match(text, end))
    if _SUM_NOUN.match(text, end) or _PREFIX.search(text, max(0, match.start() - 8), match.start()):
        return bool(_NOUN.match(text, end) or _SUM_NOUN.match(text, end))
    owner = _DETERMINER if end > match.end() else _OWNER
    if owner.search(text, max(0, match.start() - 40), match.start()) and _NAMED_NOUN.match(text, end):
        return True
    return bool(_DETERMINER.search(text, max(0, match.start() - 40), match.start()) and _NOUN.match(text, end))
