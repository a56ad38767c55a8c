"""Brings articles and voices onto this machine: the only package that uses the network, through `web`.

No other package imports it, so that no command but `add` and `voices --fetch` loads what fetches.
"""
