"""The token: everything lives below /<token>/, and whoever does not know it learns nothing.

One of ours has 96 bits of chance: at a thousand guesses a second it takes longer than there has been a world, so
that nobody needs to count guesses.
"""

from __future__ import annotations

import logging
import secrets

from starlette.responses import PlainTextResponse, RedirectResponse
from starlette.types import ASGIApp, Receive, Scope, Send

_HIDDEN = "/***"


class Gate:
    """Lets through what comes below the token; all else is not there, in the same words for every guess."""

    def __init__(self, app: ASGIApp, *, token: str) -> None:
        self._app = app
        self._token = token

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand on what has the token, with a path below it."""
        below = _below(scope["path"], self._token)
        if below is None:
            await PlainTextResponse("Not Found", 404)(scope, receive, send)
        elif not below:
            await RedirectResponse(f"{scope['path']}/")(scope, receive, send)
        else:
            await self._app({**scope, "root_path": scope["path"].removesuffix(below)}, receive, send)


class Discreet(logging.Filter):
    """Logs what was asked for without the token; a wrong one may be right elsewhere, and is not logged either."""

    def __init__(self, token: str) -> None:
        super().__init__()
        self._token = token

    def filter(self, record: logging.LogRecord) -> bool:
        """Keep every record of uvicorn's access log, with a path that all may read."""
        client, method, path, *rest = record.args or ()
        below = _below(str(path), self._token)
        shown = _HIDDEN if below is None else f"{_HIDDEN}{below.replace(self._token, _HIDDEN[1:])}"
        record.args = (client, method, shown, *rest)
        return True


def _below(path: str, token: str) -> str | None:
    """What follows the token in a path; None if the path does not begin with it, and that takes equally long."""
    word, slash, rest = path.removeprefix("/").partition("/")
    is_right = secrets.compare_digest(word.encode(errors="replace"), token.encode())
    return f"{slash}{rest}" if is_right else None
