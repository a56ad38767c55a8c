"""Checks a published edition: files, tags, transcripts, and the speech itself with a recogniser."""
