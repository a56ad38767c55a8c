"""Clips → mastered, tagged MP3 files, and their decoding for `check`."""
