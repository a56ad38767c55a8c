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

MAX_CONNECTIONS = 60
"""Each takes up to four descriptors (itself, one that comes while it goes, its file twice): fewer than the 256 that
some systems give."""

REQUEST_TIMEOUT_SECONDS = 20
"""In which a request has to come, from its first byte or from the end of the one before."""

_RESERVED_CONNECTIONS = 10
"""Connections that are kept for requests to come, though the others all hear something."""

_READ_BYTES = 1 << 14
"""Bytes that are read of a client at a time; more would be work that others wait for."""

_CHECK_INTERVAL_SECONDS = 2


class _HeadersOnlyConnection(h11.Connection):
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


class TimeLimitedProtocol(H11Protocol):
    """A connection that ends when its client was waited for too long, or longest of all when room is needed."""

    _last_progress = 0.0
    """When the client last did something that leads anywhere; a byte of a request does not."""

    _has_drained = False
    """Whether it has taken what it was waited for to take."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override] # as uvicorn's
        """Begin to wait for a request."""
        super().connection_made(transport)
        self.conn = _HeadersOnlyConnection(h11.SERVER)
        transport.max_size = _READ_BYTES  # type: ignore[attr-defined] # of every transport of asyncio's
        self._note_progress()
        self._evict_connections()
        self.loop.call_later(_CHECK_INTERVAL_SECONDS, self._check_timeout)

    def data_received(self, data: bytes) -> None:
        """Note when a request is whole; its body goes nowhere."""
        if self.conn.their_state is h11.SEND_BODY:
            return
        before = self.cycle
        super().data_received(data)
        if self.cycle is not before:
            self._note_progress()

    def on_response_complete(self) -> None:
        """Begin to wait for the next request, unless this one has a body, which would have to be read first."""
        self._note_progress()
        has_body = self.conn.their_state is h11.SEND_BODY
        super().on_response_complete()
        if has_body:
            self.transport.close()

    def pause_writing(self) -> None:
        """Begin to wait until the client has taken what was sent."""
        self._note_progress()
        super().pause_writing()

    def resume_writing(self) -> None:
        """Note that it has."""
        self._has_drained = True
        super().resume_writing()

    def _note_progress(self) -> None:
        self._last_progress = self.loop.time()

    @property
    def _is_answered(self) -> bool:
        return self.cycle is None or self.cycle.response_complete

    @property
    def _is_being_served(self) -> bool:
        return not self._is_answered or self.transport.get_write_buffer_size() > 0

    @property
    def _idle_seconds(self) -> float:
        """For how many seconds the client has been waited for; none while it takes what is sent."""
        is_waited_for = self._is_answered or self.flow.write_paused
        return self.loop.time() - self._last_progress if is_waited_for else 0.0

    @property
    def _has_disconnected(self) -> bool:
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

    def _evict_connections(self) -> None:
        """End those that have hung up; else what was waited for longest, of the many without a request or the deaf.

        Players jump about, so that many may hang up and come back at once.
        """
        others = cast("set[TimeLimitedProtocol]", self.connections - {self})
        if len(others) >= MAX_CONNECTIONS:
            for gone in {each for each in others if each._has_disconnected}:  # noqa: SLF001 - of the same class
                gone._abort()  # noqa: SLF001
                others.discard(gone)
        if len(others) >= MAX_CONNECTIONS:
            asking = {each for each in others if not each._is_being_served}  # noqa: SLF001 - of the same class
            crowd = asking if len(asking) > _RESERVED_CONNECTIONS else others
            max(crowd, key=lambda each: (not each._has_drained, each._idle_seconds))._abort()  # noqa: SLF001

    def _check_timeout(self) -> None:
        if not self._is_being_served and self._idle_seconds > REQUEST_TIMEOUT_SECONDS:
            self._abort()
        elif self in cast("set[Any]", self.connections):
            self.loop.call_later(_CHECK_INTERVAL_SECONDS, self._check_timeout)

    def _abort(self) -> None:
        self.connections.discard(self)  # now: others may come before its end is heard of
        self.transport.abort()
