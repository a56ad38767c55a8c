"""The network: every answer comes from a real server on the loopback interface."""
