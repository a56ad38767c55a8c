"""Tests of audio_edition.verbaliser."""
