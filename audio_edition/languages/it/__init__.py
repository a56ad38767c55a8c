"""Italian."""

from __future__ import annotations

import re
from typing import Final

from audio_edition.languages.grammar_language import GrammarLanguage

_VOWELS = frozenset("aeiou")
_S_IMPURA = re.compile("s[^aeiou]|z|gn|ps|x|y")
"""Beginnings of a noun before which the article is "uno"."""


class Italian(GrammarLanguage):
    """Italian with its indefinite articles, and plurals without an s."""

    def join_one(self, words: str, noun: str, gap: str) -> str:
        """Return "un'ora", "uno studente", "un anno", each without the noun."""
        if words.endswith("una") and noun[:1] in _VOWELS:
            return f"{words[:-1]}'"
        return f"{words}o{gap}" if words.endswith("un") and _S_IMPURA.match(noun) else words + gap

    def counted_gender(self, noun: str, written: str) -> str:  # noqa: ARG002 - the same for one and for many
        """Return "m" for every noun that is not feminine."""
        return "m" if noun.islower() else ""


LANGUAGE: Final = Italian("it")
