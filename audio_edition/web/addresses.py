"""Normalize web addresses, and describe HTTP status codes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from urllib.parse import urljoin

from urllib3.exceptions import LocationParseError
from urllib3.util import Url, parse_url

from audio_edition.errors import FetchError

REDIRECT_STATUSES = frozenset({301, 302, 303, 307, 308})
"""Status codes of redirects that name a new address."""


def normalize_address(address: str) -> Url:
    """Return an address in normal form, without fragment.

    Raises FetchError for an address that is not http(s) or has a name and password.
    """
    try:
        url = parse_url(address.strip())
    except LocationParseError:
        url = Url()
    if url.scheme not in {"http", "https"} or not url.host:
        raise FetchError(f"{address!r} is no web address", hint="addresses begin with https:// or http://")
    if url.auth:
        raise FetchError(
            "a name and password in an address are not used",
            hint="log in with a browser, save the page there and add the file",
        )
    return url._replace(fragment=None, path=url.path or "/")


def resolve_address(url: Url, target: str) -> Url:
    """Return the address of the link `target` in a page at `url`. Raises FetchError."""
    try:
        return normalize_address(urljoin(url.url, target))
    except ValueError as error:  # for example brackets without an IPv6 address
        raise FetchError(f"{target!r} is no web address", hint="the link is broken") from error


@contextmanager
def prefix_errors(address: str) -> Iterator[None]:
    """Put the address before the message of a FetchError."""
    try:
        yield
    except FetchError as error:
        raise FetchError(f"{address}: {error}", hint=error.hint) from error


def describe_status(status: int) -> str:
    """Return a status code with its standard phrase: "404 Not Found"."""
    try:
        return f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        return f"status {status}"
