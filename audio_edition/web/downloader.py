"""Download a file that the user asked for by name.

robots.txt is not consulted: the downloader follows no links and fetches a file once.
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


def download(address: str, receiver: Receiver, policy: FetchPolicy) -> None:
    """Pass every byte of the file to the receiver, from the start again at each retry. Raises FetchError."""
    with prefix_errors(address), HttpClient(policy) as client:
        reply = _follow_redirects(client, normalize_address(address), receiver, policy.max_redirects)
        if reply.status // 100 != 2:
            raise FetchError(describe_status(reply.status), hint=_status_hint(reply.status))


def _follow_redirects(client: HttpClient, url: Url, receiver: Receiver, redirects: int) -> Reply:
    """Return the reply after all redirects. Raises FetchError for too many, or for one from https to http."""
    for _ in range(redirects + 1):
        reply = client.get(url, _HEADERS, receiver=receiver)
        target = reply.headers.get("Location")
        if reply.status not in REDIRECT_STATUSES or target is None:
            return reply
        previous, url = url, resolve_address(url, target)
        if previous.scheme == "https" != url.scheme:
            raise FetchError("redirects away from https", hint="the file could come from anyone")
    raise FetchError("redirects again and again and never to a file", hint="try again later")


def _status_hint(status: int) -> str:
    return "try again later" if status >= 500 or status == 429 else "is there such a file any more?"
