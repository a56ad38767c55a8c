"""An address → the file behind it, piece by piece: for a file that its user asked for by name.

Nobody's robots.txt is asked: nothing is found here by following links, and a file is fetched once.
"""

from __future__ import annotations

from urllib3.util import Url

from audio_edition.errors import FetchError
from audio_edition.web.addresses import (
    REDIRECT_STATUSES,
    describe_status,
    normalize_address,
    prefix_errors,
    resolve_address,
)
from audio_edition.web.client import HttpClient, Receiver, Reply
from audio_edition.web.fetch_policy import DOWNLOAD_AGENT, FetchPolicy

_HEADERS = {"User-Agent": DOWNLOAD_AGENT, "Accept": "*/*", "Accept-Encoding": "identity"}


def download(address: str, receiver: Receiver, manners: FetchPolicy) -> None:
    """Give the receiver every byte of the file, from its start at every try. Raises FetchError."""
    with prefix_errors(address), HttpClient(manners) as client:
        reply = _follow_redirects(client, normalize_address(address), receiver, manners.max_redirects)
        if reply.status // 100 != 2:
            raise FetchError(describe_status(reply.status), hint=_status_hint(reply.status))


def _follow_redirects(client: HttpClient, url: Url, receiver: Receiver, redirects: int) -> Reply:
    """The answer at the end of the redirects."""
    for _ in range(redirects + 1):
        reply = client.get(url, _HEADERS, receiver=receiver)
        target = reply.headers.get("Location")
        if reply.status not in REDIRECT_STATUSES or target is None:
            return reply
        here, url = url, resolve_address(url, target)
        if here.scheme == "https" != url.scheme:
            raise FetchError("leads away from https", hint="the file could be anybody's")
    raise FetchError("leads from address to address and never to a file", hint="try again later")


def _status_hint(status: int) -> str:
    return "try again later" if status >= 500 or status == 429 else "is there such a file any more?"
