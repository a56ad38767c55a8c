"""A web site on the loopback interface whose answers a test defines, correct or faulty."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Page = tuple[int, dict[str, str], bytes]


@dataclass(frozen=True)
class SiteRequest:
    """A request that reached the site."""

    path: str
    headers: dict[str, str]
    at: float


@dataclass
class Site:
    """Pages by path, functions that make a page for a request, raw handlers, and the requests received so far."""

    address: str
    pages: dict[str, Page | Callable[[SiteRequest], Page]] = field(default_factory=dict)
    raw: dict[str, Callable[[Any], None]] = field(default_factory=dict)
    requests: list[SiteRequest] = field(default_factory=list)

    def html(self, path: str, body: str, **headers: str) -> str:
        """Serve an HTML page at a path; return its address."""
        dashed = {name.replace("_", "-"): value for name, value in headers.items()}
        self.pages[path] = (200, {"Content-Type": "text/html; charset=utf-8"} | dashed, body.encode())
        return self.address + path

    def put(self, path: str, status: int, body: bytes = b"", **headers: str) -> str:
        """Serve any answer at a path; return its address."""
        self.pages[path] = (status, {name.replace("_", "-"): value for name, value in headers.items()}, body)
        return self.address + path

    def in_turn(self, path: str, *pages: Page) -> str:
        """Serve answers at a path one after the other, then the last one for ever; return the address."""
        left = list(pages)
        self.pages[path] = lambda _: left.pop(0) if len(left) > 1 else left[0]
        return self.address + path

    def paths(self) -> list[str]:
        """Return the requested paths without robots.txt."""
        return [request.path for request in self.requests if request.path != "/robots.txt"]

    def answer(self, handler: Any) -> None:
        """Record a request and answer it; an unknown path is 404 Not Found."""
        request = SiteRequest(
            handler.path, {name.lower(): value for name, value in handler.headers.items()}, time.monotonic()
        )
        self.requests.append(request)
        if request.path in self.raw:
            self.raw[request.path](handler)
            return
        page = self.pages.get(request.path, (404, {}, b"nothing here"))
        status, headers, body = page(request) if callable(page) else page
        if status == 200 and "ETag" in headers and request.headers.get("if-none-match") == headers["ETag"]:
            status, body = 304, b""
        handler.send_response(status)
        for name, value in headers.items():
            handler.send_header(name, value)
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)


@contextmanager
def serving(wrap: Callable[[Any], Any] | None = None) -> Iterator[Site]:
    """Serve a site on a free port of 127.0.0.1; `wrap` may wrap its socket, for TLS."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            site.answer(self)

        def log_message(self, *args: Any) -> None:
            """Log nothing."""

    class Server(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, request: Any, client_address: Any) -> None:
            """Ignore errors: in some tests the client hangs up."""

    server = Server(("127.0.0.1", 0), Handler)
    if wrap:
        server.socket = wrap(server.socket)
    site = Site(f"{'https' if wrap else 'http'}://127.0.0.1:{server.server_port}")
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
