"""How a guest behaves: what it calls itself, how long it waits, how much it takes."""

from __future__ import annotations

from dataclasses import dataclass

from audio_edition import __version__

NAME = "audio-edition"
"""The name by which robots.txt may speak of this tool."""

USER_AGENT = f"{NAME}/{__version__} (saves single articles for its user to hear; obeys robots.txt)"


PLAIN_AGENT = f"{NAME}/{__version__}"
"""The same tool where it fetches a file that is no article."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Manners:
    """Limits of one run. Times are seconds, sizes are bytes after decompression."""

    pause: float = 1.0
    """Between two requests to one host; a longer Crawl-delay counts instead, up to `longest_pause`."""
    longest_pause: float = 30.0
    silence: float = 20.0
    """For a connection, and for the next byte of an answer."""
    patience: float = 90.0
    """For a whole answer."""
    retries: tuple[float, ...] = (2.0, 8.0)
    """Before each further try where a host is busy or a line breaks; a longer Retry-After counts instead."""
    longest_retry: float = 60.0
    """A host that asks for more is not asked again in this run."""
    redirects: int = 10
    largest: int = 16 * 2**20


GOOD_MANNERS = Manners()
