"""Codes, addresses, references and signs."""
