"""`python -m audio_edition` is `audio-edition`."""

from audio_edition.cli import run

run()
