"""Pronunciation lexicons, for names and words without a rule: PLS files, edition.toml and the built-in entries."""

from audio_edition.pronunciation.lexicon.entries import BUILT_IN, EMPTY, Lexicon
from audio_edition.pronunciation.lexicon.lexeme import Lexeme, parse_shorthand
from audio_edition.pronunciation.lexicon.pls import read_pls

__all__ = ["BUILT_IN", "EMPTY", "Lexeme", "Lexicon", "parse_shorthand", "read_pls"]
