"""Whom a request is for: no other name than ours where only this machine can ask, and an honest one anywhere.

A page of any site may have its own name lead to 127.0.0.1 (DNS rebinding) and then read what is served there as
its own; its requests still bear that name. On a network it may be any name by which this machine is known there:
the token is what protects. But it stands in the feed's addresses, and must not be more than a name.
"""

from __future__ import annotations

import ipaddress
import re

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

_LABEL = r"[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?"
_HOST = re.compile(
    rf"(?P<name>(?=[^:]{{1,253}}(:|\Z)){_LABEL}(\.{_LABEL})*\.?|\[(?P<six>[0-9a-f:.]{{2,45}})\])(:(?P<port>[0-9]{{1,5}}))?",
    re.ASCII | re.IGNORECASE,
)


class HostCheck:
    """Refuses requests that are for somebody else.

    Starlette's TrustedHostMiddleware knows no networks (127.0.0.0/8), lets any text through where any name is
    allowed, and answers 400 to all.
    """

    def __init__(self, app: ASGIApp, *, own_only: bool) -> None:
        self._app = app
        self._own_only = own_only

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand on what is for us."""
        await (self._refusal(scope) or self._app)(scope, receive, send)

    def _refusal(self, scope: Scope) -> Response | None:
        """400 for what is no address at all (RFC 9112, 3.2), 421 for that of somebody else (RFC 9110, 15.5.20)."""
        named = [_parse_host(host) for host in Headers(scope=scope).getlist("host")]
        if len(named) != 1 or named[0] is None:
            return PlainTextResponse("Say once, and rightly, which host you ask.\n", 400)
        if not scope["path"].startswith("/"):
            return PlainTextResponse("This is no proxy: ask for a path.\n", 400)
        if self._own_only and not is_loopback(named[0]):
            return PlainTextResponse("Only this machine is served: ask for localhost.\n", 421)
        return None


def _parse_host(host: str) -> str | None:
    """The name or address in a Host field, without its port; None if it is none."""
    found = _HOST.fullmatch(host)
    if not found or int(found["port"] or 0) > 0xFFFF:
        return None
    if found["six"] is None:
        return found["name"].lower()
    try:
        return str(ipaddress.IPv6Address(found["six"]))
    except ValueError:
        return None


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach the host."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
