"""Obey robots.txt (RFC 9309): skip the paths that a host disallows, and respect its Crawl-delay."""

from __future__ import annotations

from protego import Protego
from urllib3.util import Url

from audio_edition.errors import FetchError
from audio_edition.web.addresses import REDIRECT_STATUSES, describe_status, resolve_address
from audio_edition.web.client import HttpClient
from audio_edition.web.fetch_policy import AGENT_NAME

_MAX_REDIRECTS = 5
_MAX_BYTES = 500 * 1024
"""Bytes that a client must read; it may ignore the rest (RFC 9309, 2.5)."""


class Robots:
    """The rules of each host, fetched once in a run. The messages of its errors do not contain the address."""

    def __init__(self, client: HttpClient) -> None:
        self._client = client
        self._rules: dict[Url, Protego] = {}

    def require_allowed(self, url: Url) -> None:
        """Raise FetchError if the host's robots.txt disallows `url` or cannot be fetched."""
        place = resolve_address(url, "/robots.txt")
        if place not in self._rules:
            self._rules[place] = self._fetch_rules(place)
            self._client.set_pause(url, self._rules[place].crawl_delay(AGENT_NAME) or 0.0)
        if not self._rules[place].can_fetch(url.url, AGENT_NAME):
            raise FetchError(
                "the site's robots.txt asks tools to leave it alone",
                hint="open it in a browser, save the page and add the file",
            )

    def _fetch_rules(self, place: Url) -> Protego:
        """Return the rules: none if there is no file. Raises FetchError for a busy host (RFC 9309, 2.3.1)."""
        for _ in range(_MAX_REDIRECTS + 1):
            reply = self._client.get(place, {})
            target = reply.headers.get("Location")
            if reply.status not in REDIRECT_STATUSES or target is None:
                break
            place = resolve_address(place, target)
        if reply.status >= 500 or reply.status == 429:
            raise FetchError(f"its robots.txt: {describe_status(reply.status)}", hint="try again later")
        return Protego.parse(reply.data[:_MAX_BYTES].decode("utf-8-sig", "replace"))
