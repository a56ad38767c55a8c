"""Tests of audio_edition.readers."""
