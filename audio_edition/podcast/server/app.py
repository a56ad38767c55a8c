"""The ASGI application: serves the pages of the feed, the QR code of its address, and the published files."""

from __future__ import annotations

import hashlib
import re
from functools import lru_cache, partial
from pathlib import Path

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.staticfiles import NotModifiedResponse, StaticFiles
from starlette.types import Receive, Scope, Send

from audio_edition.errors import PublishError
from audio_edition.podcast import chapters, feed, qr_code
from audio_edition.podcast.server.files import OpenFileResponse, open_below
from audio_edition.podcast.server.hosts import HostCheck
from audio_edition.podcast.server.token_auth import TokenMiddleware

_MEDIA_TYPES = {
    ".mp3": "audio/mpeg",
    ".vtt": "text/vtt; charset=utf-8",
    ".chapters.json": chapters.MEDIA_TYPE,
    ".html": "text/html; charset=utf-8",
    ".jpg": "image/jpeg",
}
"""Media types of the published files by the end of their names; reports and the archive are not served."""

_CROSS_ORIGIN_TYPES = frozenset({_MEDIA_TYPES[".vtt"], _MEDIA_TYPES[".chapters.json"]})
"""Scripts of web players on other sites read these; they are as public as the MP3."""

_HEADERS = {"X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer", "Cache-Control": "no-cache"}
_CORS_HEADERS = {"Access-Control-Allow-Origin": "*"}

_PATH_PART = re.compile(r"\w[\w.-]*", re.ASCII)
"""A part of a path as the publisher makes them: it does not begin with a dot, and has no special characters."""

_FEED_NAME = re.compile(r"feed(-[1-9]\d{0,5})?\.xml", re.ASCII)
_CACHE_RULES = StaticFiles()
"""Starlette's rules for conditional requests."""


def is_published(output: Path) -> bool:
    """Return True if the folder has an edition to serve."""
    return (output / feed.page_name(1)).is_file()


def create_app(output: Path, *, token: str = "", own_only: bool = True) -> Starlette:
    """Return the application that serves an output folder. Raises PublishError if it has no edition.

    With a token, everything is served below /<token>/ only. `own_only` refuses requests for any host but loopback:
    for a server that only this machine can reach.
    """
    if not is_published(output):
        raise PublishError(f"{output}: there is no edition here", hint="build it first: audio-edition build")
    routes = [
        Route("/{name}.xml", partial(_serve_feed, output)),
        Route(f"/{qr_code.FILE_NAME}", _serve_qr_code),
        Route("/{path:path}", partial(_serve_file, output)),
    ]
    token_check = [Middleware(TokenMiddleware, token=token)] if token else []
    middleware = [Middleware(HostCheck, own_only=own_only), *token_check, Middleware(_TextGZipMiddleware)]
    app = Starlette(routes=routes, middleware=middleware)
    app.router.redirect_slashes = False
    return app


class _TextGZipMiddleware(GZipMiddleware):
    """Compresses responses, but not those to range requests: a range counts the bytes of the file as it is."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Compress the response to a request without a Range header; audio and images stay as they are."""
        if scope["type"] == "http" and "range" in Headers(scope=scope):
            await self.app(scope, receive, send)
        else:
            await super().__call__(scope, receive, send)


async def _serve_file(output: Path, request: Request) -> Response:
    parts = (request.path_params["path"] or "index.html").split("/")
    media_type = _find_media_type(parts[-1])
    if media_type is None or not all(_PATH_PART.fullmatch(part) for part in parts):
        raise HTTPException(404)
    try:
        file = await run_in_threadpool(open_below, output, parts)
    except OSError:
        raise HTTPException(404) from None
    headers = _HEADERS | (_CORS_HEADERS if media_type in _CROSS_ORIGIN_TYPES else {})
    response = OpenFileResponse(file, media_type, headers)
    if _CACHE_RULES.is_not_modified(response.headers, request.headers):
        file.close()
        return NotModifiedResponse(response.headers)
    return response


def _find_media_type(name: str) -> str | None:
    """Return the media type of a published file by its name; None for all other files."""
    return next((media_type for suffix, media_type in _MEDIA_TYPES.items() if name.endswith(suffix)), None)


async def _serve_feed(output: Path, request: Request) -> Response:
    """Return a page of the feed with absolute addresses on the host of the request, or 304 if it is unchanged."""
    name = f"{request.path_params['name']}.xml"
    if not _FEED_NAME.fullmatch(name):
        raise HTTPException(404)
    try:
        with open_below(output, [name]) as file:
            data = file.read()
    except OSError:
        raise HTTPException(404) from None
    body, etag = _render_absolute_feed(data, _root_address(request))
    headers = _HEADERS | _CORS_HEADERS | {"ETag": etag}
    known_etags = {tag.strip().removeprefix("W/") for tag in request.headers.get("if-none-match", "").split(",")}
    if etag in known_etags:
        return Response(status_code=304, headers=headers)
    return Response(body, media_type=f"{feed.MEDIA_TYPE}; charset=utf-8", headers=headers)


@lru_cache(maxsize=8)
def _render_absolute_feed(data: bytes, root: str) -> tuple[bytes, str]:
    """Return the feed with absolute addresses, and its entity tag; cached because a long feed takes time."""
    body = feed.make_absolute(data, root)
    return body, f'"{hashlib.sha256(body).hexdigest()[:32]}"'


async def _serve_qr_code(request: Request) -> Response:
    address = f"{_root_address(request)}/{feed.page_name(1)}"
    return Response(qr_code.render_qr_code(address), media_type=qr_code.MEDIA_TYPE, headers=_HEADERS)


def _root_address(request: Request) -> str:
    """Return the root address of the edition on the host that the client requested, which `HostCheck` checked."""
    return f"http://{request.headers['host']}{request.scope.get('root_path', '')}"
