"""French."""

from __future__ import annotations

import re
from typing import Final

from audio_edition.languages.grammar_language import GrammarLanguage

_VOWEL = re.compile("[aeiouyhàâéèêëîïôûù]", re.IGNORECASE)


class French(GrammarLanguage):
    """French with its elision."""

    def link_to_noun(self, noun: str) -> str:
        """Return "d'" before a vowel: "un million d'euros"."""
        return "d'" if _VOWEL.match(noun) else super().link_to_noun(noun)


LANGUAGE: Final = French("fr")
