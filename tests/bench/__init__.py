"""Benchmarks: run by hand, they print ratios and never fail a build."""
