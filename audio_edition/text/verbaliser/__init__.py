"""Written form → spoken form, as a newsreader would say it; every change on record with its rule."""

from audio_edition.text.verbaliser.lexicon import BUILT_IN, Lexicon, pronunciations, read_pls, shorthand
from audio_edition.text.verbaliser.reading import utterances
from audio_edition.text.verbaliser.say import say_as, verbalise

__all__ = [
    "BUILT_IN",
    "Lexicon",
    "pronunciations",
    "read_pls",
    "say_as",
    "shorthand",
    "utterances",
    "verbalise",
]
