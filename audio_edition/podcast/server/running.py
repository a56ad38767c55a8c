"""Runs the server until Ctrl-C: the listening socket, uvicorn's settings, and the address for clients."""

from __future__ import annotations

import copy
import socket
from typing import Any

import uvicorn
from starlette.types import ASGIApp
from uvicorn.config import LOGGING_CONFIG

from audio_edition.errors import PublishError
from audio_edition.podcast.server.connections import MAX_CONNECTIONS, TimeLimitedProtocol
from audio_edition.podcast.server.token_auth import TokenLogFilter

_GRACE_SECONDS = 3
"""Time after Ctrl-C in which responses that have begun may end."""


def open_listener(host: str, port: int) -> socket.socket:
    """Open a listening socket; port 0 selects a free port.

    Raises PublishError if the address is in use, or is not an address of this machine.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family)
    except OSError as error:
        raise PublishError(
            f"cannot listen on {host} port {port}: {(error.strerror or str(error)).lower()}",
            hint="choose another --port, or --port 0 for any free one",
        ) from error


def serve(app: ASGIApp, listener: socket.socket, *, token: str = "", verbose: bool = False) -> None:
    """Serve `app` on `listener` until interrupted; `verbose` logs every request to stderr, without the token."""
    config = uvicorn.Config(
        app,
        http=TimeLimitedProtocol,
        ws="none",
        lifespan="off",
        loop="asyncio",
        log_level="info" if verbose else "error",  # else it warns of every invalid request
        access_log=verbose,
        log_config=_log_config(token),
        server_header=False,
        proxy_headers=False,  # there is no proxy: any client could forge them
        backlog=MAX_CONNECTIONS,
        timeout_graceful_shutdown=_GRACE_SECONDS,
    )
    uvicorn.Server(config).run(sockets=[listener])


def _log_config(token: str) -> dict[str, Any]:
    """Return uvicorn's logging configuration, with requests logged to stderr and, with a token, redacted."""
    config = copy.deepcopy(LOGGING_CONFIG)
    config["handlers"]["access"]["stream"] = "ext://sys.stderr"
    if token:
        config["filters"] = {"redact_token": {"()": TokenLogFilter, "token": token}}
        config["handlers"]["access"]["filters"] = ["redact_token"]
    return config


def client_address(host: str, port: int, token: str = "") -> str:
    """Return the root address for clients, with a final slash.

    If `host` stands for all interfaces, it is replaced by this machine's address on its network.
    """
    name = _find_own_address() if host in {"0.0.0.0", "::", ""} else host  # noqa: S104 - asked for by the user
    root = f"{token}/" if token else ""
    return f"http://{f'[{name}]' if ':' in name else name}:{port}/{root}"


def _find_own_address() -> str:
    """Return this machine's address on its network; connecting a datagram socket sends nothing."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))  # reserved for documentation (RFC 5737)
            return str(probe.getsockname()[0])
        except OSError:
            return "127.0.0.1"
