"""Tests of audio_edition.text."""
