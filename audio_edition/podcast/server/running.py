"""Listening and serving until Ctrl-C, and the address by which clients find it."""

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
"""What a client that is being served gets after Ctrl-C."""


def open_listener(host: str, port: int) -> socket.socket:
    """A listening socket; port 0 takes a free one. Raises PublishError if the address is taken or not ours."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family)
    except OSError as error:
        raise PublishError(
            f"cannot listen on {host} port {port}: {(error.strerror or str(error)).lower()}",
            hint="choose another --port, or --port 0 for any free one",
        ) from error


def serve(app: ASGIApp, listener: socket.socket, *, token: str = "", verbose: bool = False) -> None:
    """Serve until interrupted; `verbose` logs every request on stderr, without the token."""
    config = uvicorn.Config(
        app,
        http=TimeLimitedProtocol,
        ws="none",
        lifespan="off",
        loop="asyncio",
        log_level="info" if verbose else "error",  # a request that is none is no news
        access_log=verbose,
        log_config=_log_config(token),
        server_header=False,
        proxy_headers=False,  # any page on this machine could send them
        backlog=MAX_CONNECTIONS,
        timeout_graceful_shutdown=_GRACE_SECONDS,
    )
    uvicorn.Server(config).run(sockets=[listener])


def _log_config(token: str) -> dict[str, Any]:
    """Uvicorn's own, with requests on stderr like all that is not asked for by a program."""
    config = copy.deepcopy(LOGGING_CONFIG)
    config["handlers"]["access"]["stream"] = "ext://sys.stderr"
    if token:
        config["filters"] = {"discreet": {"()": TokenLogFilter, "token": token}}
        config["handlers"]["access"]["filters"] = ["discreet"]
    return config


def client_address(host: str, port: int, token: str = "") -> str:
    """The address to give to a client, with a final slash; for all interfaces, this machine's on its network."""
    name = _find_own_address() if host in {"0.0.0.0", "::", ""} else host  # noqa: S104 - asked for by the user
    root = f"{token}/" if token else ""
    return f"http://{f'[{name}]' if ':' in name else name}:{port}/{root}"


def _find_own_address() -> str:
    """The address this machine would be reached by; connecting a datagram socket sends nothing."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))  # an address of no machine (RFC 5737)
            return str(probe.getsockname()[0])
        except OSError:
            return "127.0.0.1"
