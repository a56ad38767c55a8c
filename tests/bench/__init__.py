"""Benchmarks, to be run by hand. They print figures and ratios and never fail a build."""
