"""The server: output/ over HTTP for podcast apps and browsers, nothing else of the machine.

A request is asked for whom it is (`hosts`) and, where others can reach this machine, for its token (`gate`), before
any file is touched (`app`, `files`). Nobody is waited for so long that others wait (`connections`).
"""

from audio_edition.podcast.server.app import create_app, is_published
from audio_edition.podcast.server.hosts import is_loopback
from audio_edition.podcast.server.running import client_address, open_listener, serve

__all__ = ["client_address", "create_app", "is_loopback", "is_published", "open_listener", "serve"]
