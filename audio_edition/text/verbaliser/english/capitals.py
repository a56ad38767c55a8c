"""Small-caps openers, headlines and shouts in capitals: ordinary words in large letters."""

from __future__ import annotations

import re

from audio_edition.text.verbaliser.english.acronyms import LETTERS, WORDS, said
from audio_edition.text.verbaliser.english.data import words
from audio_edition.text.verbaliser.locale import Locale
from audio_edition.text.verbaliser.rule import Rule
from audio_edition.text.verbaliser.tokens import Kind

_WORD = r"[A-ZÀ-ÖØ-Þ]+(?:['’][A-ZÀ-ÖØ-Þ]+)*"
_ROW = re.compile(rf"(?<![\w.’'-]){_WORD}(?:(?:, | |-| - ){_WORD}){{1,200}}(?!['’]?[\w-])")
_TOKEN = re.compile(_WORD)
_IN_A_ROW = words("acronyms", "words_in_a_row")
_PLAIN = words("acronyms", "plain")
_SHORTEST = 4
"""Letters of a word that is hardly an acronym when it stands in a row of capitals."""


def _in_words(match: re.Match[str], _: Locale) -> str | None:
    """Lower case but for the first letter and the acronyms among them; None if all may be acronyms."""
    found = _TOKEN.findall(match[0])
    ordinary = [word for word in found if not _is_acronym(word)]
    if not any(len(word) >= _SHORTEST for word in ordinary):
        return None
    if match.start() and len(ordinary) < 2 and ordinary[0] not in _PLAIN:
        return None
    spoken = _TOKEN.sub(lambda m: said(m[0]) if _is_acronym(m[0]) else m[0].lower(), match[0])
    starts = match.string[: match.start()].strip("\"'“‘(") == ""
    return re.sub(r"\bi\b", "I", spoken[:1].upper() + spoken[1:] if starts else spoken)


def _is_acronym(word: str) -> bool:
    """Known as one, and not also a plain word in a row of capitals ("IT", "US", "WHO")."""
    return (word in LETTERS or word in WORDS) and word not in _IN_A_ROW


RULES = (
    Rule(
        name="capitals",
        at=frozenset({Kind.CAPITALS, Kind.LETTER}),
        pattern=_ROW,
        say=_in_words,
    ),
)
