"""Checks the Host header: it must be well-formed, and a loopback name if only this machine can connect.

With DNS rebinding, a web site resolves its own name to 127.0.0.1 and then reads the pages served there as its own.
Its requests still name its own host, and are refused. On a network, this machine may be known by any name, and the
token protects it instead. The host becomes part of the feed's addresses, so it must be a name and a port only.
"""

from __future__ import annotations

import ipaddress
import re

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

_LABEL = r"[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?"
_HOST = re.compile(
    rf"(?P<name>(?=[^:]{{1,253}}(:|\Z)){_LABEL}(\.{_LABEL})*\.?|\[(?P<ipv6>[0-9a-f:.]{{2,45}})\])(:(?P<port>[0-9]{{1,5}}))?",
    re.ASCII | re.IGNORECASE,
)


class HostCheck:
    """Refuses requests with a malformed host and, with `own_only`, those for a host that is not loopback.

    Starlette's TrustedHostMiddleware does not support networks (127.0.0.0/8), accepts any text if every host is
    allowed, and always answers 400.
    """

    def __init__(self, app: ASGIApp, *, own_only: bool) -> None:
        self._app = app
        self._own_only = own_only

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on a request with an allowed host, and refuse all others."""
        await (self._refusal(scope) or self._app)(scope, receive, send)

    def _refusal(self, scope: Scope) -> Response | None:
        """Return 400 for a malformed host (RFC 9112, 3.2), 421 for another host (RFC 9110, 15.5.20), else None."""
        hosts = [_parse_host(host) for host in Headers(scope=scope).getlist("host")]
        if len(hosts) != 1 or hosts[0] is None:
            return PlainTextResponse("The request must have exactly one valid Host header.\n", 400)
        if not scope["path"].startswith("/"):
            return PlainTextResponse("This server is not a proxy: request a path.\n", 400)
        if self._own_only and not is_loopback(hosts[0]):
            return PlainTextResponse("This server serves this machine only: use localhost.\n", 421)
        return None


def _parse_host(host: str) -> str | None:
    """Return the name or address in a Host header without its port; None if the header is malformed."""
    match = _HOST.fullmatch(host)
    if not match or int(match["port"] or 0) > 0xFFFF:
        return None
    if match["ipv6"] is None:
        return match["name"].lower()
    try:
        return str(ipaddress.IPv6Address(match["ipv6"]))
    except ValueError:
        return None


def is_loopback(host: str) -> bool:
    """Return True if only this machine can connect to the host: "localhost" or a loopback address."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
