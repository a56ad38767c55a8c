"""Small-caps openers and headlines in capitals: ordinary words in large letters."""

from __future__ import annotations

import re

from audio_edition.text.verbaliser.data import SAID_AS_LETTERS, SAID_AS_WORDS
from audio_edition.text.verbaliser.rule import Locale, Rule
from audio_edition.text.verbaliser.rules.acronyms import said

_WORD = r"[A-ZÀ-Þ]+(?:['’][A-ZÀ-Þ]+)*"
_OPENER = re.compile(rf"^[\"'“‘]?{_WORD}(?:(?:, | |-| - )(?:{_WORD})){{1,200}}(?!['’]?[\w-])")
_TOKEN = re.compile(_WORD)
_SHORTEST = 4
"""Letters of a word that is hardly an acronym when it stands in a row of capitals."""


def _in_words(match: re.Match[str], _: Locale) -> str | None:
    """Lower case but for the first letter and the acronyms among them; None if all may be acronyms."""
    words = [word for word in _TOKEN.findall(match[0]) if not _is_acronym(word)]
    if not any(len(word) >= _SHORTEST for word in words):
        return None
    spoken = _TOKEN.sub(lambda m: said(m[0]) if _is_acronym(m[0]) else m[0].lower(), match[0].strip("\"'“‘"))
    return re.sub(r"\bi\b", "I", spoken[:1].upper() + spoken[1:])


def _is_acronym(word: str) -> bool:
    """Known as one, and not also a plain word in a row of capitals ("IT", "US", "WHO")."""
    return (word in SAID_AS_LETTERS or word in SAID_AS_WORDS) and word not in {
        "IT",
        "US",
        "WHO",
        "CO",
        "ID",
        "NICE",
    }


RULES = (Rule(name="capitals", pattern=_OPENER, say=_in_words),)
