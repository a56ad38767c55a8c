"""Tests of audio_edition.speech."""
