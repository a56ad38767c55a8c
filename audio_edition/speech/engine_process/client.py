"""An engine in a process of its own: what hangs or crashes there costs one request, never the build.

This is the near end of two pipes, `far_end` the other; the same code runs on every system and under any executor.
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
"""Time an engine gets to load (neural voices read their weights)."""

SPEAK_SECONDS = 15.0
SECONDS_PER_CHARACTER = 0.1
"""Time an utterance gets: the slowest engine known needs 0.05 s a character of one core, and cores are shared."""

MAX_EARLY_ANSWERS = 8
"""Answers that are kept for those who announced their requests and have not asked yet."""

_EXIT_SECONDS = 1.0
"""What a process whose pipe has ended gets to end itself."""

_LOAD_REQUEST = ("load",)


class EngineProcess:
    """An engine's process, started at the first request and again after it died. Not for use by two threads."""

    def __init__(self, name: str, *, start_seconds: float = START_SECONDS) -> None:
        self.name = name
        self._start_seconds = start_seconds
        self._server: _Server | None = None

    def voices(self) -> tuple[Voice, ...]:
        """The engine's voices. Raises EngineError."""
        voices: tuple[Voice, ...] = self._request("voices", seconds=self._start_seconds)
        return voices

    def identity(self) -> tuple[str, str]:
        """The engine's fingerprint and licence. Raises EngineError."""
        fingerprint, licence = self._request("identity", seconds=self._start_seconds)
        return fingerprint, licence

    def max_characters(self) -> int:
        """The longest text the engine takes in one go. Raises EngineError."""
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
        """Sound of `text`, with IPA for some of its words if the engine can be told. Raises EngineError.

        The process is ended when it takes longer than `seconds`.
        """
        limit = SPEAK_SECONDS + SECONDS_PER_CHARACTER * len(text) if seconds is None else seconds
        clip: Clip = self._request("synthesize", text, voice, rate, tuple(pronunciations), seconds=limit)
        return clip

    def request_ahead(self, text: str, voice: str, rate: int, pronunciations: Sequence[Pronunciation] = ()) -> None:
        """Have the engine begin with what `synthesize` will be asked for: it then need not wait for its asker.

        At most MOST_EARLY may be on their way.
        """
        with contextlib.suppress(OSError):  # who asks for the answer learns that the process is gone
            self.start().send_request(("synthesize", text, voice, rate, tuple(pronunciations)))

    def transcribe(self, words: Sequence[str], voice: str) -> tuple[Transcription, ...]:
        """How the voice reads each word; nothing if the engine cannot tell. Raises EngineError."""
        found: tuple[Transcription, ...] = self._request(
            "transcribe", tuple(words), voice, seconds=self._start_seconds
        )
        return found

    def source(self) -> tuple[str, str]:
        """Where the engine's voices can be fetched, "" if nowhere, and the file there that lists them.

        Raises EngineError.
        """
        source, catalogue = self._request("source", seconds=self._start_seconds)
        return source, catalogue

    def downloads(self, catalogue: bytes) -> tuple[Download, ...]:
        """The voices there are to be had of an engine that has a source. Raises EngineError."""
        found: tuple[Download, ...] = self._request("downloads", catalogue, seconds=self._start_seconds)
        return found

    def close(self) -> None:
        """End the process, if there is one."""
        if self._server is not None:
            far_end, self._server = self._server, None
            far_end.close()

    def kill(self) -> None:
        """End the process and do not wait for it; usable from a signal's handler, and for the last time."""
        if self._server is not None:
            _kill_group(self._server.process)

    def start(self) -> _Server:
        """Have the engine begin to load, if it has not, and do not wait for it."""
        if self._server is None:
            self._server = _Server(self.name)
            with contextlib.suppress(OSError):  # who asks for something learns that the process is gone
                self._server.send_request(_LOAD_REQUEST)
        return self._server

    def _request(self, *request: Any, seconds: float) -> Any:
        """The answer to a request; the engine loads first, apart from the request's own time limit."""
        if self.start().is_pending(_LOAD_REQUEST):
            self._await_answer(_LOAD_REQUEST, self._start_seconds)
        return self._await_answer(request, seconds)

    def _await_answer(self, request: tuple[Any, ...], seconds: float) -> Any:
        far_end = self.start()
        with far_end.watchdog.time_limit(seconds):
            answer = far_end.receive_answer(request)
        if answer is None:
            self.close()
            if far_end.watchdog.has_fired:
                raise EngineTimeoutError(f"engine {self.name}: no answer within {seconds:.0f} s")
            raise EngineCrashError(f"engine {self.name}: {far_end.fault}")
        if isinstance(answer, Exception):
            raise answer
        return answer


class _Server:
    """A process, what it was asked, and what it has answered before anybody wanted to know."""

    def __init__(self, engine: str) -> None:
        self.process = subprocess.Popen(  # noqa: S603 - our own module, no shell
            [sys.executable, "-m", "audio_edition.speech.engine_process.server", engine],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,  # so that the engine's own children end with it
        )
        self.watchdog = Watchdog(lambda: _kill_and_wait(self.process))
        self.fault = ""
        self._pending: deque[tuple[Any, ...]] = deque()
        self._early_answers: dict[tuple[Any, ...], Any] = {}

    def is_pending(self, request: tuple[Any, ...]) -> bool:
        """Whether it was asked this, and has not answered yet."""
        return request in self._pending

    def send_request(self, request: tuple[Any, ...]) -> None:
        """Send a request, unless it has been sent already. Raises OSError."""
        if request not in self._early_answers and not self.is_pending(request):
            send(self.process.stdin, request)
            self._pending.append(request)

    def receive_answer(self, request: tuple[Any, ...]) -> Any:
        """The answer to a request; answers to others are kept for their askers.

        None if there will be none; `fault` says why.
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
        while len(self._early_answers) > MAX_EARLY_ANSWERS:  # whoever announced them has given up
            del self._early_answers[next(iter(self._early_answers))]
        return answer

    def _describe_exit(self) -> str:
        try:
            return f"its process ended with status {self.process.wait(_EXIT_SECONDS)}"
        except subprocess.TimeoutExpired:
            return "its process has closed its pipe and lives on"

    def close(self) -> None:
        """End the process."""
        self.watchdog.stop()
        _kill_and_wait(self.process)
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError):  # a full pipe to a dead reader
                    pipe.close()


def _kill_and_wait(process: subprocess.Popen[bytes]) -> None:
    """End the process and, where the system has process groups, its children."""
    _kill_group(process)
    process.wait()


def _kill_group(process: subprocess.Popen[bytes]) -> None:
    with contextlib.suppress(ProcessLookupError, PermissionError):
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
