"""The server: output/ over HTTP for podcast apps and browsers, nothing else of the machine."""

from __future__ import annotations

import copy
import hashlib
import ipaddress
import os
import socket
from pathlib import Path
from typing import Any

import uvicorn
from starlette.applications import Starlette
from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import FileResponse, RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import NotModifiedResponse, StaticFiles
from starlette.types import Receive, Scope, Send
from uvicorn.config import LOGGING_CONFIG

from audio_edition.errors import PublishError
from audio_edition.podcast import chapters, code, feed

_MEDIA_TYPES = {
    ".mp3": "audio/mpeg",
    ".vtt": "text/vtt; charset=utf-8",
    ".chapters.json": chapters.MEDIA_TYPE,
    ".html": "text/html; charset=utf-8",
    ".jpg": "image/jpeg",
}
"""By the end of a name; reports and the archive are no listener's business."""

_FOR_OTHER_SITES = frozenset({_MEDIA_TYPES[".vtt"], _MEDIA_TYPES[".chapters.json"]})
"""Read by web players of other origins; they are as public as the MP3."""

_HEADERS = {"X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer", "Cache-Control": "no-cache"}
_GRACE_SECONDS = 3
"""What a client that is being served gets after Ctrl-C."""


class _Held(FileResponse):
    """A file from its first byte to its last, though a build puts another in its place or removes it meanwhile."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            with Path(self.path).open("rb") as file:
                self._hold(file.fileno())
                await super().__call__(scope, receive, send)
        except FileNotFoundError:
            raise HTTPException(404) from None

    def _hold(self, descriptor: int) -> None:
        """Be about the open file, whatever was found under its name before."""
        for name in ("content-length", "last-modified", "etag"):
            del self.headers[name]
        self.stat_result = os.fstat(descriptor)
        self.set_stat_headers(self.stat_result)
        held = f"/dev/fd/{descriptor}"
        if Path(held).exists():  # on Windows an open file keeps its name
            self.path = held


class _Published(StaticFiles):
    """The published kinds of files, with their right types; hidden files and all others are not there."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        file = Path(path)
        is_ours = _media_type(file.name) and not any(part.startswith(".") for part in file.parts)
        if path not in {"", "."} and not is_ours:
            raise HTTPException(404)
        return await super().get_response(path, scope)

    async def check_config(self) -> None:
        """Nothing to check: the folder was there at the start, and one that has gone has no files."""

    def file_response(
        self, full_path: str | os.PathLike[str], stat_result: os.stat_result, scope: Scope, status_code: int = 200
    ) -> Response:
        """Starlette's, with our types and headers, of a file that is held."""
        kind = _media_type(Path(full_path).name) or "application/octet-stream"
        headers = _HEADERS | ({"Access-Control-Allow-Origin": "*"} if kind in _FOR_OTHER_SITES else {})
        response = _Held(full_path, status_code, headers, kind, stat_result=stat_result)
        if self.is_not_modified(response.headers, Headers(scope=scope)):
            return NotModifiedResponse(response.headers)
        return response


def _media_type(name: str) -> str | None:
    """That of a published kind of file; None for all others."""
    return next((kind for end, kind in _MEDIA_TYPES.items() if name.endswith(end)), None)


def is_published(output: Path) -> bool:
    """Whether there is an edition to serve."""
    return (output / feed.page_name(1)).is_file()


def create_app(output: Path, *, token: str = "") -> Starlette:
    """The application; with a token everything lives below /<token>/ and nothing elsewhere. Raises PublishError."""
    if not is_published(output):
        raise PublishError(f"{output}: there is no edition here", hint="build it first: audio-edition build")
    root = f"/{token}" if token else ""

    async def serve_feed(request: Request) -> Response:
        try:
            data = (output / feed.page_name(request.path_params.get("page", 1))).read_bytes()
        except FileNotFoundError:
            raise HTTPException(404) from None
        return _feed_response(request, data, root)

    async def serve_code(request: Request) -> Response:
        address = f"{_address_of(request)}{root}/{feed.page_name(1)}"
        return Response(code.render_code(address), media_type=code.MEDIA_TYPE, headers=_HEADERS)

    async def to_index(_: Request) -> Response:
        return RedirectResponse(f"{root}/")

    routes = [
        Route(f"{root}/feed.xml", serve_feed),
        Route(f"{root}/feed-{{page:int}}.xml", serve_feed),
        Route(f"{root}/{code.FILE_NAME}", serve_code),
        *([Route(root, to_index)] if root else []),
        Mount(f"{root}/", _Published(directory=output, html=True)),
    ]
    return Starlette(routes=routes, middleware=[Middleware(_Compressed)])


class _Compressed(GZipMiddleware):
    """Text is compressed, sound is not; nor is a part of a file, which is asked for by its bytes as they are."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and "range" in Headers(scope=scope):
            await self.app(scope, receive, send)
        else:
            await super().__call__(scope, receive, send)


def _address_of(request: Request) -> str:
    return f"{request.url.scheme}://{request.url.netloc}"


def _feed_response(request: Request, data: bytes, root: str) -> Response:
    """The feed with addresses under the name by which the client reached this machine; 304 if it has it."""
    body = feed.absolute_feed(data, f"{_address_of(request)}{root}")
    etag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
    headers = _HEADERS | {"ETag": etag, "Access-Control-Allow-Origin": "*"}
    known = {tag.strip().removeprefix("W/") for tag in request.headers.get("if-none-match", "").split(",")}
    if etag in known:
        return Response(status_code=304, headers=headers)
    return Response(body, media_type=f"{feed.MEDIA_TYPE}; charset=utf-8", headers=headers)


def listen(host: str, port: int) -> socket.socket:
    """A listening socket; port 0 takes a free one. Raises PublishError if the address is taken or not ours."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family)
    except OSError as error:
        raise PublishError(
            f"cannot listen on {host} port {port}: {(error.strerror or str(error)).lower()}",
            hint="choose another --port, or --port 0 for any free one",
        ) from error


def serve(app: Starlette, listener: socket.socket, *, verbose: bool = False) -> None:
    """Serve until interrupted; `verbose` logs every request on stderr."""
    config = uvicorn.Config(
        app,
        log_level="info" if verbose else "warning",
        access_log=verbose,
        log_config=_log_config(),
        server_header=False,
        timeout_graceful_shutdown=_GRACE_SECONDS,
    )
    uvicorn.Server(config).run(sockets=[listener])


def _log_config() -> dict[str, Any]:
    """Uvicorn's own, with requests on stderr like all that is not asked for by a program."""
    config = copy.deepcopy(LOGGING_CONFIG)
    config["handlers"]["access"]["stream"] = "ext://sys.stderr"
    return config


def is_own(host: str) -> bool:
    """Whether only this machine can reach the host."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def address(host: str, port: int, token: str = "") -> str:
    """The address to give to a client, with a final slash; for all interfaces, this machine's on its network."""
    name = _own_address() if host in {"0.0.0.0", "::", ""} else host  # noqa: S104 - asked for by the user
    root = f"{token}/" if token else ""
    return f"http://{f'[{name}]' if ':' in name else name}:{port}/{root}"


def _own_address() -> str:
    """The address this machine would be reached by; connecting a datagram socket sends nothing."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))  # an address of no machine (RFC 5737)
            return str(probe.getsockname()[0])
        except OSError:
            return "127.0.0.1"
