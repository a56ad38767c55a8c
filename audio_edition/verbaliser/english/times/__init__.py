"""Dates, years and clock times."""
