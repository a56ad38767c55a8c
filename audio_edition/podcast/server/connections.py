"""Connections: nobody is waited for without end, and there is always room for one more.

Uvicorn waits for ever for a first request, and for ever once a byte of another has come. Its `limit_concurrency`
turns away whoever comes last, which is the honest client when others only sit there.
"""

from __future__ import annotations

import asyncio
import socket
from typing import Any, cast

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

CONNECTIONS = 60
"""Each takes up to four descriptors (itself, one that comes while it goes, its file twice): fewer than the 256 that
some systems give."""

REQUEST_SECONDS = 20
"""In which a request has to come, from its first byte or from the end of the one before."""

_ASKING = 10
"""Connections that are kept for requests to come, though the others all hear something."""

_PIECE = 1 << 14
"""Bytes that are read of a client at a time; more would be work that others wait for."""

_LOOK_SECONDS = 2


class _Heads(h11.Connection):
    """Reads requests and not their bodies, which nothing here has a use for and which may be made to be work."""

    _has_body = False

    def next_event(self) -> Any:
        """What h11 reads; of a body, nothing ever comes."""
        if self.their_state is h11.SEND_BODY and self._has_body:
            return h11.NEED_DATA
        event = super().next_event()
        if isinstance(event, h11.Request):
            sizes = [value for name, value in event.headers if name in {b"content-length", b"transfer-encoding"}]
            self._has_body = sizes not in ([], [b"0"])
        return event


class Patient(H11Protocol):
    """A connection that ends when its client was waited for too long, or longest of all when room is needed."""

    _moved = 0.0
    """When the client last did something that leads anywhere; a byte of a request does not."""

    _has_listened = False
    """Whether it has taken what it was waited for to take."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override] # as uvicorn's
        """Begin to wait for a request."""
        super().connection_made(transport)
        self.conn = _Heads(h11.SERVER)
        transport.max_size = _PIECE  # type: ignore[attr-defined] # of every transport of asyncio's
        self._move()
        self._make_room()
        self.loop.call_later(_LOOK_SECONDS, self._look)

    def data_received(self, data: bytes) -> None:
        """Note when a request is whole; its body goes nowhere."""
        if self.conn.their_state is h11.SEND_BODY:
            return
        before = self.cycle
        super().data_received(data)
        if self.cycle is not before:
            self._move()

    def on_response_complete(self) -> None:
        """Begin to wait for the next request, unless this one has a body, which would have to be read first."""
        self._move()
        has_body = self.conn.their_state is h11.SEND_BODY
        super().on_response_complete()
        if has_body:
            self.transport.close()

    def pause_writing(self) -> None:
        """Begin to wait until the client has taken what was sent."""
        self._move()
        super().pause_writing()

    def resume_writing(self) -> None:
        """Note that it has."""
        self._has_listened = True
        super().resume_writing()

    def _move(self) -> None:
        self._moved = self.loop.time()

    @property
    def _is_answered(self) -> bool:
        return self.cycle is None or self.cycle.response_complete

    @property
    def _is_served(self) -> bool:
        return not self._is_answered or self.transport.get_write_buffer_size() > 0

    @property
    def _silence(self) -> float:
        """For how many seconds the client has been waited for; none while it takes what is sent."""
        is_waited_for = self._is_answered or self.flow.write_paused
        return self.loop.time() - self._moved if is_waited_for else 0.0

    @property
    def _has_hung_up(self) -> bool:
        """Whether the client has gone, which the loop may not have come to yet."""
        if self.transport.is_closing():
            return True
        try:
            with self.transport.get_extra_info("socket").dup() as same:
                return not same.recv(1, socket.MSG_PEEK)
        except BlockingIOError:
            return False
        except OSError:
            return True

    def _make_room(self) -> None:
        """End those that have hung up; else what was waited for longest, of the many without a request or the deaf.

        Players jump about, so that many may hang up and come back at once.
        """
        others = cast("set[Patient]", self.connections - {self})
        if len(others) >= CONNECTIONS:
            for gone in {each for each in others if each._has_hung_up}:  # noqa: SLF001 - of the same class
                gone._drop()  # noqa: SLF001
                others.discard(gone)
        if len(others) >= CONNECTIONS:
            asking = {each for each in others if not each._is_served}  # noqa: SLF001 - of the same class
            crowd = asking if len(asking) > _ASKING else others
            max(crowd, key=lambda each: (not each._has_listened, each._silence))._drop()  # noqa: SLF001

    def _look(self) -> None:
        if not self._is_served and self._silence > REQUEST_SECONDS:
            self._drop()
        elif self in cast("set[Any]", self.connections):
            self.loop.call_later(_LOOK_SECONDS, self._look)

    def _drop(self) -> None:
        self.connections.discard(self)  # now: others may come before its end is heard of
        self.transport.abort()
