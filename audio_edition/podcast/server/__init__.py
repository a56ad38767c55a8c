"""The server: serves output/ over HTTP to podcast apps and browsers, and no other file of the machine.

A request must name an allowed host (`hosts`) and, where other machines can connect, contain the token
(`token_auth`) before any file is opened (`app`, `files`). Idle connections are closed, so that they do not take the
place of others (`connections`).
"""

from audio_edition.podcast.server.app import create_app, is_published
from audio_edition.podcast.server.hosts import is_loopback
from audio_edition.podcast.server.running import client_address, open_listener, serve

__all__ = ["client_address", "create_app", "is_loopback", "is_published", "open_listener", "serve"]
