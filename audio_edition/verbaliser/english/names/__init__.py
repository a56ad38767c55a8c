"""Names, titles, acronyms and words in capitals."""
