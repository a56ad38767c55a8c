"""Turns written lines into the spoken form of a newsreader and records every change with its rule."""

from audio_edition.verbaliser.line import say_as, verbalise

__all__ = ["say_as", "verbalise"]
