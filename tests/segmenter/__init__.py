"""Tests of audio_edition.segmenter."""
