"""Loads the lexicon of an edition: entries of edition.toml, then those of its PLS files, then the built-in ones."""

from __future__ import annotations

from audio_edition.config import FILE_NAME, Config
from audio_edition.languages import tags
from audio_edition.pronunciation.lexicon import Lexicon, parse_shorthand, read_pls


def load_lexicon(config: Config) -> Lexicon:
    """Load the entries that the settings ask for. Raises ConfigError for a file or an entry that cannot be used."""
    language = tags.primary(config.spoken_language)
    own = parse_shorthand(config.pronounce, language, f"{FILE_NAME}: pronounce")
    files = (lexeme for file in config.lexicon for lexeme in read_pls(file))
    return Lexicon((*own, *files), names_emoji=config.emoji == "named")
