"""Tests of audio_edition.podcast."""
