"""Policy of the HTTP client: its name, its pauses and its limits."""

from __future__ import annotations

from dataclasses import dataclass

from audio_edition import __version__

AGENT_NAME = "audio-edition"
"""Name of this tool in robots.txt."""

USER_AGENT = f"{AGENT_NAME}/{__version__} (saves single articles for its user to hear; obeys robots.txt)"


DOWNLOAD_AGENT = f"{AGENT_NAME}/{__version__}"
"""User agent for the download of other files than articles."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchPolicy:
    """Limits of one run. Times are in seconds, sizes in bytes after decompression."""

    pause: float = 1.0
    """Pause between two requests to one host; a longer Crawl-delay replaces it, up to `max_pause`."""
    max_pause: float = 30.0
    read_timeout: float = 20.0
    """Limit for a connection, and for the next byte of a reply."""
    total_timeout: float = 90.0
    """Limit for a whole reply."""
    retry_delays: tuple[float, ...] = (2.0, 8.0)
    """Delay before each retry if a host is busy or a connection breaks; a longer Retry-After replaces it."""
    max_retry_delay: float = 60.0
    """Longest Retry-After that is waited for; a request with a longer one fails."""
    max_redirects: int = 10
    max_bytes: int = 16 * 2**20


DEFAULT_POLICY = FetchPolicy()
