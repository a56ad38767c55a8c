"""Send HTTP requests one at a time, with pauses, retries and limits; independent of their purpose."""

from __future__ import annotations

import re
import ssl
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from io import BytesIO
from typing import Self
from urllib.request import getproxies, proxy_bypass

import truststore
from urllib3 import BaseHTTPResponse, PoolManager, ProxyManager, Retry, Timeout
from urllib3.exceptions import (
    DecodeError,
    HTTPError,
    InvalidHeader,
    NameResolutionError,
    NewConnectionError,
    ProtocolError,
    SSLError,
    TimeoutError,  # noqa: A004 - urllib3's name
)
from urllib3.util import Url

from audio_edition.errors import FetchError
from audio_edition.web.fetch_policy import USER_AGENT, FetchPolicy

_HEADERS = {
    "User-Agent": USER_AGENT,
    "Accept": "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,application/xml;q=0.9,"
    "text/*;q=0.5",
    "Accept-Encoding": "gzip, deflate",
}
_BUSY_STATUSES = frozenset({429, 500, 502, 503, 504})
_CHUNK_BYTES = 1 << 16
_ANY_TYPE = re.compile("")

Receiver = Callable[[], Callable[[bytes], object]]
"""Called when a reply begins, once for each try; returns the function that is called with each piece of it."""

_CHECK_HINT = "is the address right, and the network up?"
_LATER_HINT = "try again later"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """A host's reply.

    `data` is the decompressed body. It is empty if the status is not 2xx, if the type was not requested, or if a
    receiver took the body.
    """

    status: int
    headers: Mapping[str, str]
    data: bytes


class HttpClient:
    """An HTTP client that pauses between requests to a host; a context manager.

    The messages of its errors do not contain the address.
    """

    def __init__(self, policy: FetchPolicy) -> None:
        self._policy = policy
        self._pools: dict[str, PoolManager] = {}
        self._next_request_at: dict[str, float] = {}
        self._pauses: dict[str, float] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for pool in self._pools.values():
            pool.clear()

    def set_pause(self, url: Url, seconds: float) -> None:
        """Set the pause between requests to the host of `url`, within the limits of the policy."""
        self._pauses[str(url.host)] = min(max(self._policy.pause, seconds), self._policy.max_pause)

    def get(
        self,
        url: Url,
        headers: Mapping[str, str],
        types: re.Pattern[str] = _ANY_TYPE,
        receiver: Receiver | None = None,
    ) -> Reply:
        """Return the reply to a GET request, which is retried if the host is busy or the connection breaks.

        Only content whose type matches `types` is received; with a receiver, it is passed on in pieces and not
        kept. Raises FetchError.
        """
        send = partial(self._request_after_pause, url, headers, types, receiver)
        for delay in self._policy.retry_delays:
            try:
                reply = send()
            except ProtocolError:
                time.sleep(delay)
                continue
            if reply.status not in _BUSY_STATUSES:
                return reply
            time.sleep(max(delay, self._retry_after(reply)))
        try:
            return send()
        except ProtocolError as error:
            raise FetchError("the connection broke", hint=_LATER_HINT) from error

    def _retry_after(self, reply: Reply) -> float:
        """Return the seconds of a Retry-After header, 0 without one. Raises FetchError if they are too many."""
        try:
            seconds = Retry().parse_retry_after(reply.headers.get("Retry-After", "0"))
        except (InvalidHeader, ValueError, OverflowError):
            return 0.0
        if seconds > self._policy.max_retry_delay:
            raise FetchError(f"is busy and asks to come back in {seconds:.0f} seconds", hint=_LATER_HINT)
        return seconds

    def _request_after_pause(
        self, url: Url, headers: Mapping[str, str], types: re.Pattern[str], receiver: Receiver | None
    ) -> Reply:
        """Send one request after the host's pause. Raises ProtocolError if a retry may help, else FetchError."""
        host = str(url.host)
        time.sleep(max(0.0, self._next_request_at.get(host, 0.0) - time.monotonic()))
        try:
            with self._translate_errors():
                return self._request(url, headers, types, receiver)
        finally:
            self._next_request_at[host] = time.monotonic() + self._pauses.get(host, self._policy.pause)

    @contextmanager
    def _translate_errors(self) -> Iterator[None]:
        """Raise urllib3's errors as FetchError, except ProtocolError, which is worth a retry."""
        try:
            yield
        except ProtocolError:
            raise
        except NameResolutionError as error:
            raise FetchError("there is no host of that name", hint=_CHECK_HINT) from error
        except NewConnectionError as error:
            raise FetchError("the host cannot be reached", hint=_CHECK_HINT) from error
        except TimeoutError as error:
            raise FetchError(f"no answer in {self._policy.read_timeout:g} seconds", hint=_CHECK_HINT) from error
        except SSLError as error:
            raise FetchError("the connection is not secure", hint=f"{error}") from error
        except DecodeError as error:
            raise FetchError("its compression is broken", hint=_LATER_HINT) from error
        except HTTPError as error:
            raise FetchError("the connection failed", hint=f"{error}") from error

    def _request(
        self, url: Url, headers: Mapping[str, str], types: re.Pattern[str], receiver: Receiver | None
    ) -> Reply:
        deadline = time.monotonic() + self._policy.total_timeout
        timeout = Timeout(connect=self._policy.read_timeout, read=self._policy.read_timeout)
        response = self._pool_for(url).request(
            "GET",
            url.url,
            headers=_HEADERS | dict(headers),
            retries=False,
            redirect=False,
            preload_content=False,
            timeout=timeout,
        )
        try:
            is_wanted = response.status // 100 == 2 and types.match(
                response.headers.get("Content-Type", "").lower()
            )
            data = BytesIO()
            if is_wanted:
                self._receive(response, deadline, receiver() if receiver else data.write)
            return Reply(status=response.status, headers=response.headers, data=data.getvalue())
        finally:
            response.close()

    def _receive(self, response: BaseHTTPResponse, deadline: float, write: Callable[[bytes], object]) -> None:
        """Pass the reply on piece by piece, so that the limits of size and time hold for any reply."""
        size = 0
        while piece := response.read1(_CHUNK_BYTES, decode_content=True):
            size += len(piece)
            if size > self._policy.max_bytes:
                limit = f"{self._policy.max_bytes / 2**20:.3g} MB"
                raise FetchError(f"is larger than {limit}", hint="is the address right?")
            write(piece)
            if time.monotonic() > deadline:
                raise FetchError(f"took longer than {self._policy.total_timeout:g} seconds", hint=_LATER_HINT)

    def _pool_for(self, url: Url) -> PoolManager:
        """Return the connection pool for a host: direct, or through the system's proxy."""
        proxy = "" if proxy_bypass(str(url.host)) else getproxies().get(str(url.scheme), "")
        if proxy not in self._pools:
            context = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
            self._pools[proxy] = (
                ProxyManager(proxy, ssl_context=context) if proxy else PoolManager(ssl_context=context)
            )
        return self._pools[proxy]
