"""Tests: real engine, real MP3s, real clients."""
