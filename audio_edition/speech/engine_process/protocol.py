"""Messages between a process and the engine's process beside it: pickles behind their length."""

from __future__ import annotations

import pickle
import struct
from typing import Any, BinaryIO

MAX_MESSAGE_BYTES = 1 << 28
"""Bytes of a message; the longest utterance that any engine takes, spelled letter by letter, has half of it."""

_LENGTH_PREFIX = struct.Struct("<Q")


class MalformedMessageError(Exception):
    """What came through the pipe is no message."""


def send(pipe: BinaryIO | Any, message: object) -> None:
    """Write a message. Raises OSError."""
    data = pickle.dumps(message)
    pipe.write(_LENGTH_PREFIX.pack(len(data)) + data)
    pipe.flush()


def receive(pipe: BinaryIO | Any) -> Any:
    """The next message. Raises EOFError when the other end has gone, GarbledError if this is no message of it."""
    (length,) = _LENGTH_PREFIX.unpack(_read_exactly(pipe, _LENGTH_PREFIX.size))
    if length > MAX_MESSAGE_BYTES:
        raise MalformedMessageError
    data = _read_exactly(pipe, length)
    try:
        return pickle.loads(data)  # noqa: S301 - both ends are this module
    except Exception as error:  # unpickling may raise whatever it likes
        raise MalformedMessageError from error


def _read_exactly(pipe: BinaryIO | Any, count: int) -> bytes:
    data: bytes = pipe.read(count)
    if len(data) < count:
        raise EOFError
    return data
