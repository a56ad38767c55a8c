"""Addresses → what their hosts answer: the only package that opens a connection, and only `add` may import it."""
