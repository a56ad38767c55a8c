"""Utterances → clips: speech engines, each in its own process."""
