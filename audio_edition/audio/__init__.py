"""Clips → tagged MP3."""
