"""Stores the user's secret token, which is part of the server's addresses on a network and stays the same."""

from __future__ import annotations

import os
import re
import secrets
from contextlib import suppress
from pathlib import Path

import platformdirs

_TOKEN_BYTES = 12
_TOKEN_PATTERN = re.compile(r"[\w-]{8,}", re.ASCII)


def load_or_create_token() -> str:
    """Return the stored token of this user, or create and store one; if it cannot be stored, it is used once."""
    file = _token_file()
    with suppress(OSError, UnicodeDecodeError):
        stored = file.read_text(encoding="ascii").strip()
        if _TOKEN_PATTERN.fullmatch(stored):
            return stored
    token = secrets.token_urlsafe(_TOKEN_BYTES)
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)  # readable by this user only
        with os.fdopen(handle, "w", encoding="ascii") as out:
            out.write(f"{token}\n")
    return token


def _token_file() -> Path:
    return platformdirs.user_data_path("audio-edition") / "serve-token"
