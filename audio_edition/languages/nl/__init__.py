"""Dutch."""

from __future__ import annotations

from typing import Final

from audio_edition.languages.grammar_language import GrammarLanguage
from audio_edition.languages.locale import Locale


class Dutch(GrammarLanguage):
    """Dutch with its regnal numbers."""

    def regnal_number(self, n: int, name: str, before: str, locale: Locale) -> str:  # noqa: ARG002 - not declined
        """Return "de Veertiende"."""
        return f"de {self.numbers.ordinal(n, locale).capitalize()}"


LANGUAGE: Final = Dutch("nl")
