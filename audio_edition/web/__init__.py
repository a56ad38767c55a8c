"""Addresses → what their hosts answer: only this package connects; `add` and `voices --fetch` alone lead to it."""
