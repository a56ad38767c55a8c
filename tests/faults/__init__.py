"""Faults that are injected, and what must survive them."""
