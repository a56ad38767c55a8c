"""Written form → spoken form, as a newsreader would say it; every change on record with its rule."""

from audio_edition.verbaliser.line import say_as, verbalise

__all__ = ["say_as", "verbalise"]
