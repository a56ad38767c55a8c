"""Rules for initials: J.K. Rowling, U.S., George W. Bush."""

from __future__ import annotations

import re

from audio_edition.languages.locale import Locale
from audio_edition.languages.tokens import TokenKind
from audio_edition.verbaliser.english.patterns import ends_sentence
from audio_edition.verbaliser.rule import LazyPattern, Rule

_DOTTED_INITIALS = LazyPattern(
    r"(?<![\w.])(?P<letters>(?:[A-Z]\.\s?){1,5}[A-Z]\.|(?:[A-Z]\.){1,5}[A-Z](?![\w]))(?P<possessive>['’]?s\b)?"
)
_INITIAL = LazyPattern(r"(?<![\w.])(?P<letter>[A-Z])\.(?=\s?[A-Z][\w'’-]|\s?-[A-Z])")
_SENTENCE_OPENER = re.compile(
    r"\s+(?:The|A|An|In|On|At|It|He|She|They|We|But|And|That|This|There|For|If|When|As|By|So|No|Its|His|Her|Their|Mr|Mrs)\b"
)


def _say_dotted_initials(match: re.Match[str], _: Locale) -> str:
    """Say the letters one by one; the last full stop is kept if it also ends the sentence."""
    letters = " ".join(match["letters"].replace(".", " ").split())
    possessive = (match["possessive"] or "").replace("’", "'")
    rest = match.string[match.end() :]
    trailing = match[0].endswith(".")
    ends = trailing and ends_sentence(match) and (not rest.strip('"”’) ') or bool(_SENTENCE_OPENER.match(rest)))
    blank = " " if match[0].endswith(" ") or rest[:1].isalpha() else ""
    return letters + possessive + ("." if ends else blank)


RULES = (
    Rule(
        name="initials",
        at=frozenset({TokenKind.LETTER}),
        pattern=_DOTTED_INITIALS,
        say=_say_dotted_initials,
        follows=frozenset("."),
    ),
    Rule(
        name="initials",
        at=frozenset({TokenKind.LETTER}),
        pattern=_INITIAL,
        say=lambda m, _: f"{m['letter']} ",
        follows=frozenset("."),
    ),
)
