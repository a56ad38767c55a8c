"""Engines in separate processes: client, server, protocol and timeout."""
