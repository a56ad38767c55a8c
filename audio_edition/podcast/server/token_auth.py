"""The token: everything lives below /<token>/, and whoever does not know it learns nothing.

One of ours has 96 bits of chance: at a thousand guesses a second it takes longer than there has been a world, so
that nobody needs to count guesses.
"""

from __future__ import annotations

import logging
import secrets

from starlette.responses import PlainTextResponse, RedirectResponse
from starlette.types import ASGIApp, Receive, Scope, Send

_REDACTED = "/***"


class TokenMiddleware:
    """Lets through what comes below the token; all else is not there, in the same words for every guess."""

    def __init__(self, app: ASGIApp, *, token: str) -> None:
        self._app = app
        self._token = token

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand on what has the token, with a path below it."""
        below = _strip_token(scope["path"], self._token)
        if below is None:
            await PlainTextResponse("Not Found", 404)(scope, receive, send)
        elif not below:
            await RedirectResponse(f"{scope['path']}/")(scope, receive, send)
        else:
            await self._app({**scope, "root_path": scope["path"].removesuffix(below)}, receive, send)


class TokenLogFilter(logging.Filter):
    """Logs what was asked for without the token; a wrong one may be right elsewhere, and is not logged either."""

    def __init__(self, token: str) -> None:
        super().__init__()
        self._token = token

    def filter(self, record: logging.LogRecord) -> bool:
        """Keep every record of uvicorn's access log, with a path that all may read."""
        client, method, path, *rest = record.args or ()
        below = _strip_token(str(path), self._token)
        shown = _REDACTED if below is None else f"{_REDACTED}{below.replace(self._token, _REDACTED[1:])}"
        record.args = (client, method, shown, *rest)
        return True


def _strip_token(path: str, token: str) -> str | None:
    """What follows the token in a path; None if the path does not begin with it, and that takes equally long."""
    word, slash, rest = path.removeprefix("/").partition("/")
    is_right = secrets.compare_digest(word.encode(errors="replace"), token.encode())
    return f"{slash}{rest}" if is_right else None
