"""How a guest behaves: what it calls itself, how long it waits, how much it takes."""

from __future__ import annotations

from dataclasses import dataclass

from audio_edition import __version__

AGENT_NAME = "audio-edition"
"""The name by which robots.txt may speak of this tool."""

USER_AGENT = f"{AGENT_NAME}/{__version__} (saves single articles for its user to hear; obeys robots.txt)"


DOWNLOAD_AGENT = f"{AGENT_NAME}/{__version__}"
"""The same tool where it fetches a file that is no article."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchPolicy:
    """Limits of one run. Times are seconds, sizes are bytes after decompression."""

    pause: float = 1.0
    """Between two requests to one host; a longer Crawl-delay counts instead, up to `longest_pause`."""
    max_pause: float = 30.0
    read_timeout: float = 20.0
    """For a connection, and for the next byte of an answer."""
    total_timeout: float = 90.0
    """For a whole answer."""
    retry_delays: tuple[float, ...] = (2.0, 8.0)
    """Before each further try where a host is busy or a line breaks; a longer Retry-After counts instead."""
    max_retry_delay: float = 60.0
    """A host that asks for more is not asked again in this run."""
    max_redirects: int = 10
    max_bytes: int = 16 * 2**20


DEFAULT_POLICY = FetchPolicy()
