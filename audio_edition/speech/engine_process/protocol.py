"""Protocol between client and server: each message is a pickle, preceded by its length."""

from __future__ import annotations

import pickle
import struct
from typing import Any, BinaryIO

MAX_MESSAGE_BYTES = 1 << 28
"""Limit of a message. The longest text that any engine takes, spelled letter by letter, needs half of it."""

_LENGTH_PREFIX = struct.Struct("<Q")


class MalformedMessageError(Exception):
    """Raised when bytes from the pipe are not a valid message."""


def send(pipe: BinaryIO | Any, message: object) -> None:
    """Write a message. Raises OSError."""
    data = pickle.dumps(message)
    pipe.write(_LENGTH_PREFIX.pack(len(data)) + data)
    pipe.flush()


def receive(pipe: BinaryIO | Any) -> Any:
    """Return the next message. Raises EOFError at the end of the pipe, MalformedMessageError for invalid bytes."""
    (length,) = _LENGTH_PREFIX.unpack(_read_exactly(pipe, _LENGTH_PREFIX.size))
    if length > MAX_MESSAGE_BYTES:
        raise MalformedMessageError
    data = _read_exactly(pipe, length)
    try:
        return pickle.loads(data)  # noqa: S301 - both ends are our own processes
    except Exception as error:  # unpickling may raise any exception
        raise MalformedMessageError from error


def _read_exactly(pipe: BinaryIO | Any, count: int) -> bytes:
    data: bytes = pipe.read(count)
    if len(data) < count:
        raise EOFError
    return data
