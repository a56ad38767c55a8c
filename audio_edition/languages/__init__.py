"""All that one language needs, in one folder each."""
