"""Spanish."""

from typing import Final

from audio_edition.languages.grammar_language import GrammarLanguage

LANGUAGE: Final = GrammarLanguage("es")
