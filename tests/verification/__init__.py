"""Tests of audio_edition.verification."""
