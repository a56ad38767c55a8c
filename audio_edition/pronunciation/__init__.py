"""Turn words into phonemes: lexicons, unknown names, and phoneme alphabets; one layer for every engine."""
