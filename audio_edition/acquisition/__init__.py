"""Save articles and voices on this machine: the only package that uses the network, through `web`.

Only the command line imports it, so that no command except `add` and `voices --fetch` loads an HTTP client.
"""
