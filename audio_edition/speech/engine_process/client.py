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
from audio_edition.speech.engine_process.protocol import GarbledError, receive, send
from audio_edition.speech.engine_process.timeout import Watchdog

START_SECONDS = 120.0
"""Time an engine gets to load (neural voices read their weights)."""

SPEAK_SECONDS = 15.0
SECONDS_A_CHARACTER = 0.1
"""Time an utterance gets: the slowest engine known needs 0.05 s a character of one core, and cores are shared."""

MOST_EARLY = 8
"""Answers that are kept for those who announced their requests and have not asked yet."""

_END_SECONDS = 1.0
"""What a process whose pipe has ended gets to end itself."""

_LOAD = ("load",)


class EngineProcess:
    """An engine's process, started at the first request and again after it died. Not for use by two threads."""

    def __init__(self, name: str, *, start_seconds: float = START_SECONDS) -> None:
        self.name = name
        self._start_seconds = start_seconds
        self._far_end: _FarEnd | None = None

    def voices(self) -> tuple[Voice, ...]:
        """The engine's voices. Raises EngineError."""
        voices: tuple[Voice, ...] = self._ask("voices", seconds=self._start_seconds)
        return voices

    def identity(self) -> tuple[str, str]:
        """The engine's fingerprint and licence. Raises EngineError."""
        fingerprint, licence = self._ask("identity", seconds=self._start_seconds)
        return fingerprint, licence

    def max_characters(self) -> int:
        """The longest text the engine takes in one go. Raises EngineError."""
        return int(self._ask("max_characters", seconds=self._start_seconds))

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
        limit = SPEAK_SECONDS + SECONDS_A_CHARACTER * len(text) if seconds is None else seconds
        clip: Clip = self._ask("synthesize", text, voice, rate, tuple(pronunciations), seconds=limit)
        return clip

    def announce(self, text: str, voice: str, rate: int, pronunciations: Sequence[Pronunciation] = ()) -> None:
        """Have the engine begin with what `synthesize` will be asked for: it then need not wait for its asker.

        At most MOST_EARLY may be on their way.
        """
        with contextlib.suppress(OSError):  # who asks for the answer learns that the process is gone
            self.start().ask(("synthesize", text, voice, rate, tuple(pronunciations)))

    def transcribe(self, words: Sequence[str], voice: str) -> tuple[Transcription, ...]:
        """How the voice reads each word; nothing if the engine cannot tell. Raises EngineError."""
        found: tuple[Transcription, ...] = self._ask("transcribe", tuple(words), voice, seconds=self._start_seconds)
        return found

    def source(self) -> tuple[str, str]:
        """Where the engine's voices can be fetched, "" if nowhere, and the file there that lists them.

        Raises EngineError.
        """
        source, catalogue = self._ask("source", seconds=self._start_seconds)
        return source, catalogue

    def downloads(self, catalogue: bytes) -> tuple[Download, ...]:
        """The voices there are to be had of an engine that has a source. Raises EngineError."""
        found: tuple[Download, ...] = self._ask("downloads", catalogue, seconds=self._start_seconds)
        return found

    def close(self) -> None:
        """End the process, if there is one."""
        if self._far_end is not None:
            far_end, self._far_end = self._far_end, None
            far_end.close()

    def abandon(self) -> None:
        """End the process and do not wait for it; usable from a signal's handler, and for the last time."""
        if self._far_end is not None:
            _end(self._far_end.process)

    def start(self) -> _FarEnd:
        """Have the engine begin to load, if it has not, and do not wait for it."""
        if self._far_end is None:
            self._far_end = _FarEnd(self.name)
            with contextlib.suppress(OSError):  # who asks for something learns that the process is gone
                self._far_end.ask(_LOAD)
        return self._far_end

    def _ask(self, *request: Any, seconds: float) -> Any:
        """The answer to a request; the engine loads first, apart from the request's own time limit."""
        if self.start().owes(_LOAD):
            self._answer(_LOAD, self._start_seconds)
        return self._answer(request, seconds)

    def _answer(self, request: tuple[Any, ...], seconds: float) -> Any:
        far_end = self.start()
        with far_end.watchdog.watching(seconds):
            answer = far_end.answer(request)
        if answer is None:
            self.close()
            if far_end.watchdog.has_bitten:
                raise EngineTimeoutError(f"engine {self.name}: no answer within {seconds:.0f} s")
            raise EngineCrashError(f"engine {self.name}: {far_end.fault}")
        if isinstance(answer, Exception):
            raise answer
        return answer


class _FarEnd:
    """A process, what it was asked, and what it has answered before anybody wanted to know."""

    def __init__(self, engine: str) -> None:
        self.process = subprocess.Popen(  # noqa: S603 - our own module, no shell
            [sys.executable, "-m", "audio_edition.speech.engine_process.server", engine],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,  # so that the engine's own children end with it
        )
        self.watchdog = Watchdog(lambda: _kill(self.process))
        self.fault = ""
        self._sent: deque[tuple[Any, ...]] = deque()
        self._early: dict[tuple[Any, ...], Any] = {}

    def owes(self, request: tuple[Any, ...]) -> bool:
        """Whether it was asked this, and has not answered yet."""
        return request in self._sent

    def ask(self, request: tuple[Any, ...]) -> None:
        """Send a request, unless it has been sent already. Raises OSError."""
        if request not in self._early and not self.owes(request):
            send(self.process.stdin, request)
            self._sent.append(request)

    def answer(self, request: tuple[Any, ...]) -> Any:
        """The answer to a request; answers to others are kept for their askers.

        None if there will be none; `fault` says why.
        """
        try:
            self.ask(request)
            while request not in self._early:
                self._early[self._sent[0]] = receive(self.process.stdout)
                self._sent.popleft()
        except (OSError, EOFError):
            self.fault = self._how_it_ended()
            return None
        except GarbledError:
            self.fault = "its answer cannot be read"
            return None
        answer = self._early.pop(request)
        while len(self._early) > MOST_EARLY:  # whoever announced them has given up
            del self._early[next(iter(self._early))]
        return answer

    def _how_it_ended(self) -> str:
        try:
            return f"its process ended with status {self.process.wait(_END_SECONDS)}"
        except subprocess.TimeoutExpired:
            return "its process has closed its pipe and lives on"

    def close(self) -> None:
        """End the process."""
        self.watchdog.release()
        _kill(self.process)
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError):  # a full pipe to a dead reader
                    pipe.close()


def _kill(process: subprocess.Popen[bytes]) -> None:
    """End the process and, where the system has process groups, its children."""
    _end(process)
    process.wait()


def _end(process: subprocess.Popen[bytes]) -> None:
    with contextlib.suppress(ProcessLookupError, PermissionError):
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
