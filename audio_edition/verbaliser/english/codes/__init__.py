"""Rules for codes, addresses, references and signs."""
