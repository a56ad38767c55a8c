"""An address → the page or feed behind it, as the host sends it, if the host lets us."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from email.message import Message
from typing import Self

from urllib3.util import Url

from audio_edition.errors import FetchError
from audio_edition.web.addresses import MOVED, beside, naming, status_words, whole
from audio_edition.web.client import Client, Reply
from audio_edition.web.fetch_policy import Manners
from audio_edition.web.robots import Robots

_LOCKED = frozenset({401, 402, 403, 407, 451})
_GONE = frozenset({404, 410})
_READABLE = re.compile(r"$|text/|application/(rss|atom|([^\s/]*\+)?xml\b)")
_LOGIN = re.compile(r"//[^/]*@")
_SAVE_IT_THERE = "open it in a browser, save the page there and add the file"


@dataclass(frozen=True, slots=True, kw_only=True)
class Validators:
    """What a host gave to ask later whether anything has changed; '' where it gave nothing."""

    etag: str = ""
    modified: str = ""

    def headers(self) -> dict[str, str]:
        """The headers of a conditional request."""
        given = {"If-None-Match": self.etag, "If-Modified-Since": self.modified}
        return {name: value for name, value in given.items() if value}


UNKNOWN = Validators()


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What is found at `address`, the last of the redirects; no `data` if it is `unchanged`."""

    address: str
    unchanged: bool = False
    data: bytes = b""
    media_type: str = ""
    charset: str | None = None
    validators: Validators = UNKNOWN


class Fetcher:
    """Fetches pages and feeds; a context manager."""

    def __init__(self, manners: Manners) -> None:
        self._manners = manners
        self._client = Client(manners)
        self._robots = Robots(self._client)

    def __enter__(self) -> Self:
        self._client.__enter__()
        return self

    def __exit__(self, *error: object) -> None:
        self._client.__exit__(*error)

    def fetch(self, address: str, known: Callable[[str], Validators]) -> Answer:
        """The page or feed; `known` gives what an earlier run was told about an address. Raises FetchError."""
        with naming(_LOGIN.sub("//", address)):
            url = whole(address)
        seen = {url}
        while len(seen) <= self._manners.redirects + 1:
            with naming(url.url):
                self._robots.require_allowed(url)
                reply = self._client.get(url, known(url.url).headers(), _READABLE)
                target = reply.headers.get("Location")
                if reply.status not in MOVED or target is None:
                    return _answer(url, reply)
                url = beside(url, target)
            if url in seen:
                break
            seen.add(url)
        raise FetchError(f"{address}: leads from address to address and never to a page", hint=_SAVE_IT_THERE)


def _answer(url: Url, reply: Reply) -> Answer:
    if reply.status == 304:
        return Answer(address=url.url, unchanged=True)
    if reply.status // 100 != 2:
        raise FetchError(status_words(reply.status), hint=_hint(reply.status))
    kind = Message()
    kind["Content-Type"] = reply.headers.get("Content-Type") or "text/html"
    media_type = kind.get_content_type()
    if not _READABLE.match(media_type):
        raise FetchError(
            f"is {media_type}, neither a page nor a feed", hint="if it is an article, save and add the file"
        )
    etag, modified = reply.headers.get("ETag", ""), reply.headers.get("Last-Modified", "")
    return Answer(
        address=url.url,
        data=reply.data,
        media_type=media_type,
        charset=kind.get_content_charset(),
        validators=Validators(etag=etag, modified=modified),
    )


def _hint(status: int) -> str:
    if status in _GONE:
        return "check the address"
    return _SAVE_IT_THERE if status in _LOCKED else "try again later"
