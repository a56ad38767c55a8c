"""The secret word in the addresses that this machine serves to its network, the same from one day to the next."""

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
    """The token of this user on this machine, made when first asked for; one for today where it cannot be kept."""
    file = _token_file()
    with suppress(OSError, UnicodeDecodeError):
        kept = file.read_text(encoding="ascii").strip()
        if _TOKEN_PATTERN.fullmatch(kept):
            return kept
    token = secrets.token_urlsafe(_TOKEN_BYTES)
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)  # nobody else's to read
        with os.fdopen(handle, "w", encoding="ascii") as out:
            out.write(f"{token}\n")
    return token


def _token_file() -> Path:
    return platformdirs.user_data_path("audio-edition") / "serve-token"
