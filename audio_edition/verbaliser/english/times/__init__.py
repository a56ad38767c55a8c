"""Rules for dates, years and clock times."""
