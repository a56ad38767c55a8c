"""Turns episodes into a podcast: the feed, pages, transcripts, chapters and covers, and the server for them."""
