"""What is served: the pages of the feed, its code, and the published kinds of files."""

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
"""By the end of a name; reports and the archive are no listener's business."""

_CROSS_ORIGIN_TYPES = frozenset({_MEDIA_TYPES[".vtt"], _MEDIA_TYPES[".chapters.json"]})
"""Read by web players of other origins; they are as public as the MP3."""

_HEADERS = {"X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer", "Cache-Control": "no-cache"}
_CORS_HEADERS = {"Access-Control-Allow-Origin": "*"}

_PATH_PART = re.compile(r"\w[\w.-]*", re.ASCII)
"""A part of a path as the publisher makes them: no dot begins it, nothing in it means more than itself."""

_FEED_NAME = re.compile(r"feed(-[1-9]\d{0,5})?\.xml", re.ASCII)
_CACHE_RULES = StaticFiles()
"""Starlette's rules of what a client has already."""


def is_published(output: Path) -> bool:
    """Whether there is an edition to serve."""
    return (output / feed.page_name(1)).is_file()


def create_app(output: Path, *, token: str = "", own_only: bool = True) -> Starlette:
    """The application; with a token everything lives below /<token>/ and nothing elsewhere. Raises PublishError.

    With `own_only`, for a machine that nobody else can ask, requests for any other host are refused.
    """
    if not is_published(output):
        raise PublishError(f"{output}: there is no edition here", hint="build it first: audio-edition build")
    routes = [
        Route("/{name}.xml", partial(_serve_feed, output)),
        Route(f"/{qr_code.FILE_NAME}", _serve_qr_code),
        Route("/{path:path}", partial(_serve_file, output)),
    ]
    gate = [Middleware(TokenMiddleware, token=token)] if token else []
    checks = [Middleware(HostCheck, own_only=own_only), *gate, Middleware(_TextGZipMiddleware)]
    app = Starlette(routes=routes, middleware=checks)
    app.router.redirect_slashes = False
    return app


class _TextGZipMiddleware(GZipMiddleware):
    """Text is compressed, sound is not; nor is a part of a file, which is asked for by its bytes as they are."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and "range" in Headers(scope=scope):
            await self.app(scope, receive, send)
        else:
            await super().__call__(scope, receive, send)


async def _serve_file(output: Path, request: Request) -> Response:
    way = (request.path_params["path"] or "index.html").split("/")
    kind = _media_type(way[-1])
    if kind is None or not all(_PATH_PART.fullmatch(step) for step in way):
        raise HTTPException(404)
    try:
        file = await run_in_threadpool(open_below, output, way)
    except OSError:
        raise HTTPException(404) from None
    response = OpenFileResponse(file, kind, _HEADERS | (_CORS_HEADERS if kind in _CROSS_ORIGIN_TYPES else {}))
    if _CACHE_RULES.is_not_modified(response.headers, request.headers):
        file.close()
        return NotModifiedResponse(response.headers)
    return response


def _media_type(name: str) -> str | None:
    """That of a published kind of file; None for all others."""
    return next((kind for end, kind in _MEDIA_TYPES.items() if name.endswith(end)), None)


async def _serve_feed(output: Path, request: Request) -> Response:
    """A page of the feed with addresses under the name by which the client asked; 304 if it has it."""
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
    known = {tag.strip().removeprefix("W/") for tag in request.headers.get("if-none-match", "").split(",")}
    if etag in known:
        return Response(status_code=304, headers=headers)
    return Response(body, media_type=f"{feed.MEDIA_TYPE}; charset=utf-8", headers=headers)


@lru_cache(maxsize=8)
def _render_absolute_feed(data: bytes, root: str) -> tuple[bytes, str]:
    """The feed with whole addresses, and its entity tag; to make a long one each time would hold others up."""
    body = feed.make_absolute(data, root)
    return body, f'"{hashlib.sha256(body).hexdigest()[:32]}"'


async def _serve_qr_code(request: Request) -> Response:
    address = f"{_root_address(request)}/{feed.page_name(1)}"
    return Response(qr_code.render_qr_code(address), media_type=qr_code.MEDIA_TYPE, headers=_HEADERS)


def _root_address(request: Request) -> str:
    """The address of the edition, as the client put it: its Host was checked."""
    return f"http://{request.headers['host']}{request.scope.get('root_path', '')}"
