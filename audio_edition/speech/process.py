"""An engine in a process of its own: what hangs or crashes there costs one request, never the build.

Both ends of a pipe. `EngineProcess` is the near end; `python -m audio_edition.speech.process NAME` the far end,
which loads the engine and answers one request after another until its input closes. Messages are pickles behind
their length, so that the same code runs on every system and under any executor.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import signal
import struct
import subprocess
import sys
import threading
import warnings
from collections import deque
from collections.abc import Sequence
from queue import SimpleQueue
from typing import Any, BinaryIO

from audio_edition.errors import AudioEditionError, EngineCrashError, EngineError, EngineTimeoutError
from audio_edition.model import Clip, Download, Pronunciation, Transcription, Voice
from audio_edition.speech import engines
from audio_edition.speech.watchdog import Watchdog

START_SECONDS = 120.0
"""Time an engine gets to load (neural voices read their weights)."""

SPEAK_SECONDS = 15.0
SECONDS_A_CHARACTER = 0.1
"""Time an utterance gets: the slowest engine known needs 0.05 s a character of one core, and cores are shared."""

MOST_EARLY = 8
"""Answers that are kept for those who announced their requests and have not asked yet."""

_LOAD = ("load",)

_LENGTH = struct.Struct("<Q")


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
            status = far_end.process.returncode
            raise EngineCrashError(f"engine {self.name}: its process ended with status {status}")
        if isinstance(answer, Exception):
            raise answer
        return answer


class _FarEnd:
    """A process, what it was asked, and what it has answered before anybody wanted to know."""

    def __init__(self, engine: str) -> None:
        self.process = subprocess.Popen(  # noqa: S603 - our own module, no shell
            [sys.executable, "-m", __name__, engine],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,  # so that the engine's own children end with it
        )
        self.watchdog = Watchdog(lambda: _kill(self.process))
        self._sent: deque[tuple[Any, ...]] = deque()
        self._early: dict[tuple[Any, ...], Any] = {}

    def owes(self, request: tuple[Any, ...]) -> bool:
        """Whether it was asked this, and has not answered yet."""
        return request in self._sent

    def ask(self, request: tuple[Any, ...]) -> None:
        """Send a request, unless it has been sent already. Raises OSError."""
        if request not in self._early and not self.owes(request):
            _send(self.process.stdin, request)
            self._sent.append(request)

    def answer(self, request: tuple[Any, ...]) -> Any:
        """The answer to a request, None if the process ended first; answers to others are kept for their askers."""
        try:
            self.ask(request)
            while request not in self._early:
                self._early[self._sent[0]] = _receive(self.process.stdout)
                self._sent.popleft()
        except (OSError, EOFError):
            self.process.wait()
            return None
        answer = self._early.pop(request)
        while len(self._early) > MOST_EARLY:  # whoever announced them has given up
            del self._early[next(iter(self._early))]
        return answer

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


def _send(pipe: BinaryIO | Any, message: object) -> None:
    data = pickle.dumps(message)
    pipe.write(_LENGTH.pack(len(data)) + data)
    pipe.flush()


def _receive(pipe: BinaryIO | Any) -> Any:
    """The next message. Raises EOFError when the other end has gone."""
    (length,) = _LENGTH.unpack(_exactly(pipe, _LENGTH.size))
    return pickle.loads(_exactly(pipe, length))  # noqa: S301 - both ends are this module


def _exactly(pipe: BinaryIO | Any, count: int) -> bytes:
    data: bytes = pipe.read(count)
    if len(data) < count:
        raise EOFError
    return data


def _serve(name: str) -> None:
    """The far end: answer until the near end closes. What the engine prints goes nowhere near the pipe."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the build's to handle; it closes our input
    warnings.simplefilter("ignore")  # nobody would read them
    requests: SimpleQueue[tuple[Any, ...]] = SimpleQueue()
    threading.Thread(target=_listen, args=(requests,), daemon=True).start()
    engine: engines.Engine | None = None
    while True:
        request = requests.get()
        try:
            engine = engine or engines.load(name)
            answer = _answer(engine, *request)
        except AudioEditionError as error:
            answer = error
        except Exception as error:  # noqa: BLE001 - any fault of an engine is an answer, not our end
            answer = EngineError(f"engine {name}: {type(error).__name__}: {error}")
        _send(answers, answer)


def _listen(requests: SimpleQueue[tuple[Any, ...]]) -> None:
    """Take requests while the engine works; when nobody is there any more, end it and its children at once."""
    with contextlib.suppress(EOFError, OSError):
        while True:
            requests.put(_receive(sys.stdin.buffer))
    if hasattr(os, "killpg"):
        os.killpg(os.getpgid(0), signal.SIGKILL)
    os._exit(0)


def _answer(engine: engines.Engine, verb: str, *arguments: Any) -> Any:
    match verb:
        case "load":
            return engine.name
        case "voices":
            return engine.voices()
        case "identity":
            return engine.fingerprint, engine.licence
        case "max_characters":
            return engine.max_characters
        case "synthesize":
            return engines.sound(engine, *arguments)
        case _:
            return _extra(engine, verb, *arguments)


def _extra(engine: engines.Engine, verb: str, *arguments: Any) -> Any:
    """What an engine may be able to do besides."""
    match verb, engine:
        case "transcribe", engines.Transcribing():
            return engine.transcribe(*arguments)
        case "source", engines.Downloadable():
            return engine.source, engine.catalogue
        case "downloads", engines.Downloadable():
            return engine.downloads(*arguments)
        case "source", _:
            return "", ""
        case _:
            return ()


if __name__ == "__main__":
    _serve(sys.argv[1])
