"""Tests of audio_edition.build."""
