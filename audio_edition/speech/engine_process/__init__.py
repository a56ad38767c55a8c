"""An engine in a process of its own: client, server, protocol and time limit."""
