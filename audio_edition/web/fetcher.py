"""Fetch a page or feed as its host sends it, if the host's robots.txt allows it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from email.message import Message
from typing import Self

from urllib3.util import Url

from audio_edition.errors import FetchError
from audio_edition.web.addresses import (
    REDIRECT_STATUSES,
    describe_status,
    normalize_address,
    prefix_errors,
    resolve_address,
)
from audio_edition.web.client import HttpClient, Reply
from audio_edition.web.fetch_policy import FetchPolicy
from audio_edition.web.robots import Robots

_LOCKED_STATUSES = frozenset({401, 402, 403, 407, 451})
_GONE_STATUSES = frozenset({404, 410})
_READABLE_TYPES = re.compile(r"$|text/|application/(rss|atom|([^\s/]*\+)?xml\b)")
_LOGIN_IN_ADDRESS = re.compile(r"//[^/]*@")
_SAVE_IN_BROWSER_HINT = "open it in a browser, save the page there and add the file"


@dataclass(frozen=True, slots=True, kw_only=True)
class Validators:
    """The validators of a reply (RFC 9110), for a conditional request later; '' for a missing one."""

    etag: str = ""
    modified: str = ""

    def headers(self) -> dict[str, str]:
        """Return the headers of a conditional request."""
        headers = {"If-None-Match": self.etag, "If-Modified-Since": self.modified}
        return {name: value for name, value in headers.items() if value}


NO_VALIDATORS = Validators()


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchResult:
    """A fetched page or feed; `address` is the last of the redirects, `data` is empty if it is `unchanged`."""

    address: str
    unchanged: bool = False
    data: bytes = b""
    media_type: str = ""
    charset: str | None = None
    validators: Validators = NO_VALIDATORS


class Fetcher:
    """Fetches pages and feeds; a context manager."""

    def __init__(self, policy: FetchPolicy) -> None:
        self._policy = policy
        self._client = HttpClient(policy)
        self._robots = Robots(self._client)

    def __enter__(self) -> Self:
        self._client.__enter__()
        return self

    def __exit__(self, *error: object) -> None:
        self._client.__exit__(*error)

    def fetch(self, address: str, known: Callable[[str], Validators]) -> FetchResult:
        """Return the page or feed at an address; `known` returns an address's validators of an earlier run.

        Raises FetchError.
        """
        with prefix_errors(_LOGIN_IN_ADDRESS.sub("//", address)):
            url = normalize_address(address)
        visited = {url}
        while len(visited) <= self._policy.max_redirects + 1:
            with prefix_errors(url.url):
                self._robots.require_allowed(url)
                reply = self._client.get(url, known(url.url).headers(), _READABLE_TYPES)
                target = reply.headers.get("Location")
                if reply.status not in REDIRECT_STATUSES or target is None:
                    return _make_result(url, reply)
                url = resolve_address(url, target)
            if url in visited:
                break
            visited.add(url)
        raise FetchError(f"{address}: redirects again and again and never to a page", hint=_SAVE_IN_BROWSER_HINT)


def _make_result(url: Url, reply: Reply) -> FetchResult:
    if reply.status == 304:
        return FetchResult(address=url.url, unchanged=True)
    if reply.status // 100 != 2:
        raise FetchError(describe_status(reply.status), hint=_status_hint(reply.status))
    content_type = Message()
    content_type["Content-Type"] = reply.headers.get("Content-Type") or "text/html"
    media_type = content_type.get_content_type()
    if not _READABLE_TYPES.match(media_type):
        raise FetchError(
            f"is {media_type}, neither a page nor a feed", hint="if it is an article, save and add the file"
        )
    etag, modified = reply.headers.get("ETag", ""), reply.headers.get("Last-Modified", "")
    return FetchResult(
        address=url.url,
        data=reply.data,
        media_type=media_type,
        charset=content_type.get_content_charset(),
        validators=Validators(etag=etag, modified=modified),
    )


def _status_hint(status: int) -> str:
    if status in _GONE_STATUSES:
        return "check the address"
    return _SAVE_IN_BROWSER_HINT if status in _LOCKED_STATUSES else "try again later"
