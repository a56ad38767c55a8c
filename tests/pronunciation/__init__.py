"""Tests of audio_edition.pronunciation."""
