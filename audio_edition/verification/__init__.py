"""Proves an edition: files, tags, transcripts, and what a speech recogniser hears."""
