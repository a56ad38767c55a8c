"""Tests of audio_edition.audio."""
