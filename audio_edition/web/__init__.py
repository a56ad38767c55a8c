"""Fetch pages, feeds and files over HTTP. Only this package opens connections, for `add` and `voices --fetch`."""
