"""Limits connections: idle clients time out, and a new connection replaces the one that has been idle longest.

Uvicorn waits without a limit for a first request, and for the rest of a later one once its first byte has arrived.
Its `limit_concurrency` refuses the newest client, but idle clients should make room for it.
"""

from __future__ import annotations

import asyncio
import socket
from typing import Any, cast

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

MAX_CONNECTIONS = 60
"""A connection may need four descriptors (its socket, its successor's, its file twice); some systems allow 256."""

REQUEST_TIMEOUT_SECONDS = 20
"""Time limit for receiving a request, counted from the connection or from the end of the last response."""

_RESERVED_CONNECTIONS = 10
"""Connections kept for clients that have yet to send a request, even if all others are being served."""

_READ_BYTES = 1 << 14
"""Bytes read from a client at a time; parsing more at once would delay the other clients."""

_CHECK_INTERVAL_SECONDS = 2


class _HeadersOnlyConnection(h11.Connection):
    """Parses the headers of requests and ignores their bodies: no route needs one, and parsing one costs time."""

    _has_body = False

    def next_event(self) -> Any:
        """Return h11's next event; NEED_DATA instead of any part of a body."""
        if self.their_state is h11.SEND_BODY and self._has_body:
            return h11.NEED_DATA
        event = super().next_event()
        if isinstance(event, h11.Request):
            sizes = [value for name, value in event.headers if name in {b"content-length", b"transfer-encoding"}]
            self._has_body = sizes not in ([], [b"0"])
        return event


class TimeLimitedProtocol(H11Protocol):
    """A connection that is closed when its client is idle for too long, or to make room for a new connection."""

    _last_progress = 0.0
    """Loop time of the client's last progress: a whole request or response, not single bytes of a request."""

    _has_drained = False
    """True if the client has ever emptied a full write buffer."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override] # as uvicorn's
        """Start the time limit for a request, and make room for this connection."""
        super().connection_made(transport)
        self.conn = _HeadersOnlyConnection(h11.SERVER)
        transport.max_size = _READ_BYTES  # type: ignore[attr-defined] # of every transport of asyncio's
        self._note_progress()
        self._evict_connections()
        self.loop.call_later(_CHECK_INTERVAL_SECONDS, self._check_timeout)

    def data_received(self, data: bytes) -> None:
        """Parse received bytes, note the progress when a request is complete, and discard its body."""
        if self.conn.their_state is h11.SEND_BODY:
            return
        before = self.cycle
        super().data_received(data)
        if self.cycle is not before:
            self._note_progress()

    def on_response_complete(self) -> None:
        """Start the time limit for the next request; close the connection if this one has an unread body."""
        self._note_progress()
        has_body = self.conn.their_state is h11.SEND_BODY
        super().on_response_complete()
        if has_body:
            self.transport.close()

    def pause_writing(self) -> None:
        """Start the time in which the client must empty the write buffer."""
        self._note_progress()
        super().pause_writing()

    def resume_writing(self) -> None:
        """Note that the client has emptied the write buffer."""
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
        """Seconds without progress of the client; 0 while it accepts data."""
        is_waited_for = self._is_answered or self.flow.write_paused
        return self.loop.time() - self._last_progress if is_waited_for else 0.0

    @property
    def _has_disconnected(self) -> bool:
        """True if the client has closed the connection, even if the event loop has not noticed yet."""
        if self.transport.is_closing():
            return True
        try:
            with self.transport.get_extra_info("socket").dup() as duplicate:
                return not duplicate.recv(1, socket.MSG_PEEK)
        except BlockingIOError:
            return False
        except OSError:
            return True

    def _evict_connections(self) -> None:
        """Make room at the limit: end connections whose clients have left, else the one that has been idle longest.

        If more connections without a request are open than are reserved, the victim is one of these, else any. One
        whose client has never emptied its buffer is preferred. Clients that have left are removed first, because
        players that seek reconnect many times at once.
        """
        others = cast("set[TimeLimitedProtocol]", self.connections - {self})
        if len(others) >= MAX_CONNECTIONS:
            for dead in {other for other in others if other._has_disconnected}:  # noqa: SLF001 - of the same class
                dead._abort()  # noqa: SLF001
                others.discard(dead)
        if len(others) >= MAX_CONNECTIONS:
            waiting = {other for other in others if not other._is_being_served}  # noqa: SLF001 - of the same class
            candidates = waiting if len(waiting) > _RESERVED_CONNECTIONS else others
            max(candidates, key=lambda other: (not other._has_drained, other._idle_seconds))._abort()  # noqa: SLF001

    def _check_timeout(self) -> None:
        if not self._is_being_served and self._idle_seconds > REQUEST_TIMEOUT_SECONDS:
            self._abort()
        elif self in cast("set[Any]", self.connections):
            self.loop.call_later(_CHECK_INTERVAL_SECONDS, self._check_timeout)

    def _abort(self) -> None:
        self.connections.discard(self)  # at once: others may connect before `connection_lost` is called
        self.transport.abort()
