"""Client of an engine's process: an engine that hangs or crashes costs one request, never the build.

It talks to `server` through two pipes. The same code runs on every system and under any executor.
"""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
from collections import deque
from collections.abc import Sequence
from typing import Any

from audio_edition.errors import EngineCrashError, EngineTimeoutError
from audio_edition.model import Clip, Download, Pronunciation, Transcription, Voice
from audio_edition.speech.engine_process.protocol import MalformedMessageError, receive, send
from audio_edition.speech.engine_process.timeout import Watchdog

START_SECONDS = 120.0
"""Time limit for an engine to load; neural voices read their weights."""

SPEAK_SECONDS = 15.0
SECONDS_PER_CHARACTER = 0.1
"""Time limit of an utterance. The slowest engine known needs 0.05 s of one core a character; cores are shared."""

MAX_EARLY_ANSWERS = 8
"""Number of answers to `request_ahead` that are kept until they are asked for."""

_EXIT_SECONDS = 1.0
"""Time that a process gets to exit after its pipe has closed."""

_LOAD_REQUEST = ("load",)


class EngineProcess:
    """An engine's process, started at the first request and again after a crash. Not thread-safe."""

    def __init__(self, name: str, *, start_seconds: float = START_SECONDS) -> None:
        self.name = name
        self._start_seconds = start_seconds
        self._server: _Server | None = None

    def voices(self) -> tuple[Voice, ...]:
        """Return the engine's voices. Raises EngineError."""
        voices: tuple[Voice, ...] = self._request("voices", seconds=self._start_seconds)
        return voices

    def identity(self) -> tuple[str, str]:
        """Return the engine's fingerprint and licence. Raises EngineError."""
        fingerprint, licence = self._request("identity", seconds=self._start_seconds)
        return fingerprint, licence

    def max_characters(self) -> int:
        """Return the length of the longest text that the engine takes in one request. Raises EngineError."""
        return int(self._request("max_characters", seconds=self._start_seconds))

    def synthesize(
        self,
        text: str,
        voice: str,
        rate: int,
        pronunciations: Sequence[Pronunciation] = (),
        *,
        seconds: float | None = None,
    ) -> Clip:
        """Return the sound of `text`, its pronunciations applied if the engine supports them. Raises EngineError.

        The process is killed if it takes longer than `seconds`, by default a limit that grows with the text.
        """
        limit = SPEAK_SECONDS + SECONDS_PER_CHARACTER * len(text) if seconds is None else seconds
        clip: Clip = self._request("synthesize", text, voice, rate, tuple(pronunciations), seconds=limit)
        return clip

    def request_ahead(self, text: str, voice: str, rate: int, pronunciations: Sequence[Pronunciation] = ()) -> None:
        """Have the engine begin with a text before `synthesize` is called with the same arguments.

        At most MAX_EARLY_ANSWERS texts may be requested ahead.
        """
        with contextlib.suppress(OSError):  # `synthesize` will report that the process is gone
            self.start().send_request(("synthesize", text, voice, rate, tuple(pronunciations)))

    def transcribe(self, words: Sequence[str], voice: str) -> tuple[Transcription, ...]:
        """Return the voice's reading of each word; () if the engine does not support it. Raises EngineError."""
        readings: tuple[Transcription, ...] = self._request(
            "transcribe", tuple(words), voice, seconds=self._start_seconds
        )
        return readings

    def source(self) -> tuple[str, str]:
        """Return the address below which the engine's voices can be fetched and the file there that lists them.

        The address is "" if there is none. Raises EngineError.
        """
        source, catalogue = self._request("source", seconds=self._start_seconds)
        return source, catalogue

    def downloads(self, catalogue: bytes) -> tuple[Download, ...]:
        """Return the voices that can be fetched, given the content of the catalogue. Raises EngineError."""
        downloads: tuple[Download, ...] = self._request("downloads", catalogue, seconds=self._start_seconds)
        return downloads

    def close(self) -> None:
        """End the process, if there is one."""
        if self._server is not None:
            server, self._server = self._server, None
            server.close()

    def kill(self) -> None:
        """Kill the process without waiting for it. Safe in a signal handler; no request may follow."""
        if self._server is not None:
            _kill_group(self._server.process)

    def start(self) -> _Server:
        """Have the engine begin to load, unless it has, without waiting for it."""
        if self._server is None:
            self._server = _Server(self.name)
            with contextlib.suppress(OSError):  # the next request will report that the process is gone
                self._server.send_request(_LOAD_REQUEST)
        return self._server

    def _request(self, *request: Any, seconds: float) -> Any:
        """Return the answer to a request. Loading the engine has its own time limit and does not count."""
        if self.start().is_pending(_LOAD_REQUEST):
            self._await_answer(_LOAD_REQUEST, self._start_seconds)
        return self._await_answer(request, seconds)

    def _await_answer(self, request: tuple[Any, ...], seconds: float) -> Any:
        server = self.start()
        with server.watchdog.time_limit(seconds):
            answer = server.receive_answer(request)
        if answer is None:
            self.close()
            if server.watchdog.has_fired:
                raise EngineTimeoutError(f"engine {self.name}: no answer within {seconds:.0f} s")
            raise EngineCrashError(f"engine {self.name}: {server.fault}")
        if isinstance(answer, Exception):
            raise answer
        return answer


class _Server:
    """A server process, its pending requests, and the answers that arrived before they were asked for."""

    def __init__(self, engine: str) -> None:
        self.process = subprocess.Popen(  # noqa: S603 - our own module, no shell
            [sys.executable, "-m", "audio_edition.speech.engine_process.server", engine],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,  # so that the engine's own children can be killed with it
        )
        self.watchdog = Watchdog(lambda: _kill_and_wait(self.process))
        self.fault = ""
        self._pending: deque[tuple[Any, ...]] = deque()
        self._early_answers: dict[tuple[Any, ...], Any] = {}

    def is_pending(self, request: tuple[Any, ...]) -> bool:
        """Return True if a request was sent and is not answered yet."""
        return request in self._pending

    def send_request(self, request: tuple[Any, ...]) -> None:
        """Send a request, unless it is pending or answered already. Raises OSError."""
        if request not in self._early_answers and not self.is_pending(request):
            send(self.process.stdin, request)
            self._pending.append(request)

    def receive_answer(self, request: tuple[Any, ...]) -> Any:
        """Return the answer to a request, sending it first if necessary; answers to earlier requests are kept.

        None if there will be no answer; `fault` then says why.
        """
        try:
            self.send_request(request)
            while request not in self._early_answers:
                self._early_answers[self._pending[0]] = receive(self.process.stdout)
                self._pending.popleft()
        except (OSError, EOFError):
            self.fault = self._describe_exit()
            return None
        except MalformedMessageError:
            self.fault = "its answer cannot be read"
            return None
        answer = self._early_answers.pop(request)
        while len(self._early_answers) > MAX_EARLY_ANSWERS:  # requested ahead, but never asked for
            del self._early_answers[next(iter(self._early_answers))]
        return answer

    def _describe_exit(self) -> str:
        try:
            return f"its process ended with status {self.process.wait(_EXIT_SECONDS)}"
        except subprocess.TimeoutExpired:
            return "its process has closed its pipe and lives on"

    def close(self) -> None:
        """Kill the process and close its pipes."""
        self.watchdog.stop()
        _kill_and_wait(self.process)
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError):  # closing flushes, and the reader is dead
                    pipe.close()


def _kill_and_wait(process: subprocess.Popen[bytes]) -> None:
    """Kill the process and, where the system has process groups, its children; wait for the process."""
    _kill_group(process)
    process.wait()


def _kill_group(process: subprocess.Popen[bytes]) -> None:
    with contextlib.suppress(ProcessLookupError, PermissionError):
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
