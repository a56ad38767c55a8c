"""Turns a folder of articles into a weekly audio edition, offline."""

__version__ = "0.1.0"
