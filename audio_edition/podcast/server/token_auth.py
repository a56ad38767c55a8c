"""Token authentication: everything is served below /<token>/; without the token every answer is the same 404.

A generated token has 96 random bits. A thousand guesses a second would not find it in the age of the universe, so
guesses are not limited.
"""

from __future__ import annotations

import logging
import secrets

from starlette.responses import PlainTextResponse, RedirectResponse
from starlette.types import ASGIApp, Receive, Scope, Send

_REDACTED = "/***"


class TokenMiddleware:
    """Passes on requests whose path begins with the token, and answers all others with the same 404."""

    def __init__(self, app: ASGIApp, *, token: str) -> None:
        self._app = app
        self._token = token

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on a request with the right token, which becomes its root path; redirect /<token> to /<token>/."""
        rest = _strip_token(scope["path"], self._token)
        if rest is None:
            await PlainTextResponse("Not Found", 404)(scope, receive, send)
        elif not rest:
            await RedirectResponse(f"{scope['path']}/")(scope, receive, send)
        else:
            await self._app({**scope, "root_path": scope["path"].removesuffix(rest)}, receive, send)


class TokenLogFilter(logging.Filter):
    """Removes tokens from uvicorn's access log, wrong ones too: they may be right on another machine."""

    def __init__(self, token: str) -> None:
        super().__init__()
        self._token = token

    def filter(self, record: logging.LogRecord) -> bool:
        """Redact the path of a record of the access log, and keep the record."""
        client, method, path, *others = record.args or ()
        rest = _strip_token(str(path), self._token)
        redacted = _REDACTED if rest is None else f"{_REDACTED}{rest.replace(self._token, _REDACTED[1:])}"
        record.args = (client, method, redacted, *others)
        return True


def _strip_token(path: str, token: str) -> str | None:
    """Return the part of a path after the token, None without the right token; compares in constant time."""
    candidate, slash, rest = path.removeprefix("/").partition("/")
    is_right = secrets.compare_digest(candidate.encode(errors="replace"), token.encode())
    return f"{slash}{rest}" if is_right else None
