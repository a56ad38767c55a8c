"""Words → phonemes: lexicons, names, and phonemes in general; one layer for every engine."""
