"""Tests of audio_edition.recording."""
