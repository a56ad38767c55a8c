"""Rules for names, titles, acronyms and words in capitals."""
