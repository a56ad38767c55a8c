"""The server in an engine's process: `python -m audio_edition.speech.engine_process.server NAME`.

It loads the engine and answers one request after another until its input closes. Then it exits at once, with all
its children.
"""

from __future__ import annotations

import contextlib
import os
import signal
import sys
import threading
import warnings
from queue import SimpleQueue
from typing import Any

from audio_edition import errors
from audio_edition.errors import AudioEditionError, BadClipError, EngineError
from audio_edition.model import Clip
from audio_edition.speech import engines
from audio_edition.speech.engine_process.protocol import MAX_MESSAGE_BYTES, receive, send
from audio_edition.speech.wellformed import find_malformation


def _serve(name: str) -> None:
    """Answer requests until the client closes the pipe. The engine's own output is kept out of the pipe."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the build handles Ctrl-C and then closes our input
    warnings.simplefilter("ignore")  # stderr is discarded
    requests: SimpleQueue[tuple[Any, ...]] = SimpleQueue()
    threading.Thread(target=_read_requests, args=(requests,), daemon=True).start()
    engine: engines.Engine | None = None
    while True:
        request = requests.get()
        try:
            engine = engine or engines.load(name)
            answer = _handle_request(name, engine, *request)
        except (Exception, SystemExit) as error:  # noqa: BLE001 - every error of an engine is sent as an answer
            answer = _to_portable_error(name, error)
        send(answers, answer)


def _to_portable_error(name: str, error: BaseException) -> AudioEditionError:
    """Return an error that the client can unpickle, since it cannot import the engine's own classes."""
    if isinstance(error, AudioEditionError) and type(error).__module__ == errors.__name__:
        return error
    hint = getattr(error, "hint", "")
    return EngineError(
        f"engine {name}: {type(error).__name__}: {error}", hint=hint if isinstance(hint, str) else ""
    )


def _read_requests(requests: SimpleQueue[tuple[Any, ...]]) -> None:
    """Queue requests while the engine works; when the client is gone, kill this process and its children."""
    with contextlib.suppress(EOFError, OSError):
        while True:
            requests.put(receive(sys.stdin.buffer))
    if hasattr(os, "killpg"):
        os.killpg(os.getpgid(0), signal.SIGKILL)
    os._exit(0)


def _handle_request(name: str, engine: engines.Engine, verb: str, *arguments: Any) -> Any:
    match verb:
        case "load":
            return name
        case "voices":
            return engine.voices()
        case "identity":
            return engine.fingerprint, engine.licence
        case "max_characters":
            return engine.max_characters
        case "synthesize":
            return _synthesize_valid_clip(name, engine, *arguments)
        case _:
            return _handle_optional_request(engine, verb, *arguments)


def _synthesize_valid_clip(name: str, engine: engines.Engine, text: str, *arguments: Any) -> Clip:
    """Return the engine's clip of the text. Raises BadClipError if it is malformed or too large for a message."""
    clip = engines.pronounce_or_synthesize(engine, text, *arguments)
    fault = find_malformation(clip) or (
        f"{len(clip.pcm)} bytes of sound" if len(clip.pcm) > MAX_MESSAGE_BYTES // 2 else None
    )
    if fault:
        raise BadClipError(f"engine {name}: {fault} for {text[:40]!r}")
    return clip


def _handle_optional_request(engine: engines.Engine, verb: str, *arguments: Any) -> Any:
    """Answer a request for an optional ability; engines without it give an empty answer."""
    match verb, engine:
        case "transcribe", engines.SupportsTranscribe():
            return engine.transcribe(*arguments)
        case "source", engines.SupportsDownloads():
            return engine.source, engine.catalogue
        case "downloads", engines.SupportsDownloads():
            return engine.downloads(*arguments)
        case "source", _:
            return "", ""
        case _:
            return ()


if __name__ == "__main__":
    _serve(sys.argv[1])
