"""Families of rules, one a file; `say.ENGLISH` sets their order."""
