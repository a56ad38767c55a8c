"""Tests of audio_edition.languages."""
