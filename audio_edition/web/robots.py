"""robots.txt (RFC 9309): what a host asks tools to leave alone, and how long to wait between requests."""

from __future__ import annotations

from protego import Protego
from urllib3.util import Url

from audio_edition.errors import FetchError
from audio_edition.web.addresses import MOVED, beside, status_words
from audio_edition.web.client import Client
from audio_edition.web.fetch_policy import NAME

_REDIRECTS = 5
_LARGEST = 500 * 1024
"""Bytes that have to be read; the rest may be left (RFC 9309, 2.5)."""


class Robots:
    """The rules of each host, asked for once in a run. Its errors name no address."""

    def __init__(self, client: Client) -> None:
        self._client = client
        self._rules: dict[Url, Protego] = {}

    def require_allowed(self, url: Url) -> None:
        """Raise FetchError if the host asks that `url` be left alone, or cannot be asked."""
        place = beside(url, "/robots.txt")
        if place not in self._rules:
            self._rules[place] = self._ask(place)
            self._client.slow_down(url, self._rules[place].crawl_delay(NAME) or 0.0)
        if not self._rules[place].can_fetch(url.url, NAME):
            raise FetchError(
                "the site's robots.txt asks tools to leave it alone",
                hint="open it in a browser, save the page and add the file",
            )

    def _ask(self, place: Url) -> Protego:
        """The rules; no file, no rules, but a host in trouble is left alone (RFC 9309, 2.3.1)."""
        for _ in range(_REDIRECTS + 1):
            reply = self._client.get(place, {})
            target = reply.headers.get("Location")
            if reply.status not in MOVED or target is None:
                break
            place = beside(place, target)
        if reply.status >= 500 or reply.status == 429:
            raise FetchError(f"its robots.txt: {status_words(reply.status)}", hint="try again later")
        return Protego.parse(reply.data[:_LARGEST].decode("utf-8-sig", "replace"))
