"""Tests of audio_edition.pipeline."""
