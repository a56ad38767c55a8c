"""Tests of audio_edition.acquisition."""
