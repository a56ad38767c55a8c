"""Protocols of speech engines, and their discovery by the entry-point group `audio_edition.engines`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.metadata import EntryPoint, entry_points
from importlib.util import find_spec
from typing import ClassVar, Protocol, cast, runtime_checkable

from audio_edition.errors import EngineNotFoundError
from audio_edition.model import Clip, Download, Pronunciation, Transcription, Voice
from audio_edition.speech.engines import voice_files

ENTRY_POINT_GROUP = "audio_edition.engines"


class Engine(Protocol):
    """Text → sound, in a process of its own. Constructed without arguments; may raise EngineError.

    `licence` is the SPDX identifier of the software that makes the sound. `max_characters` is the length of the
    longest text that `synthesize` takes at once.
    """

    name: ClassVar[str]
    licence: ClassVar[str]
    max_characters: ClassVar[int]

    @property
    def fingerprint(self) -> str:
        """Identifier that changes whenever the same text might sound different."""

    def voices(self) -> tuple[Voice, ...]:
        """Return every voice that is usable here, with the engine's preferred voice of each language first."""

    def synthesize(self, text: str, voice: str, rate: int) -> Clip:
        """Return the sound of `text` (spoken form, never blank) at `rate` words a minute; never silence."""


@runtime_checkable
class SupportsPronounce(Protocol):
    """Optional ability of an engine: taking the pronunciation of words in IPA."""

    def pronounce(self, text: str, voice: str, rate: int, pronunciations: Sequence[Pronunciation]) -> Clip:
        """Return the sound of `text`, with parts of it pronounced as their IPA says."""


def pronounce_or_synthesize(
    engine: Engine, text: str, voice: str, rate: int, pronunciations: Sequence[Pronunciation]
) -> Clip:
    """Return the sound of `text`, its pronunciations applied if the engine supports them. Raises EngineError."""
    if pronunciations and isinstance(engine, SupportsPronounce):
        return engine.pronounce(text, voice, rate, pronunciations)
    return engine.synthesize(text, voice, rate)


@runtime_checkable
class SupportsTranscribe(Protocol):
    """Optional ability of an engine: reporting how it reads a word."""

    def transcribe(self, words: Sequence[str], voice: str) -> tuple[Transcription, ...]:
        """Return the reading of each word, in order."""


@runtime_checkable
class SupportsDownloads(Protocol):
    """Optional ability of an engine: voices that can be fetched. The engine itself fetches nothing.

    `source` is the address below which the files of its voices are. `catalogue` is the file there that lists them,
    or "" if the engine knows them without one.
    """

    source: ClassVar[str]
    catalogue: ClassVar[str]

    def downloads(self, catalogue: bytes) -> tuple[Download, ...]:
        """Return every voice that can be fetched, given the content of the catalogue. Raises EngineError."""


def list_installed() -> tuple[str, ...]:
    """Return the names of the installed engines in alphabetical order, without importing them."""
    return tuple(sorted({point.name for point in entry_points(group=ENTRY_POINT_GROUP)}))


def load(name: str) -> Engine:
    """Import and construct the engine of that name. Raises EngineNotFoundError."""
    try:
        return cast("Engine", _find_entry_point(name).load()())
    except ImportError as error:
        extra = _BUNDLED_ENGINES[name].extra if name in _BUNDLED_ENGINES else name
        raise EngineNotFoundError(
            f"engine {name}: {error}", hint=f"pip install 'audio-edition[{extra}]' brings what it needs"
        ) from error


def _find_entry_point(name: str) -> EntryPoint:
    for point in entry_points(group=ENTRY_POINT_GROUP, name=name):
        return point
    raise EngineNotFoundError(
        f"engine {name!r} is not installed", hint=f"installed here: {', '.join(list_installed())}"
    )


def list_preferred() -> tuple[str, ...]:
    """Return the engines that "auto" tries, the best first, without importing them.

    They are our own engines whose packages are installed and that have a voice.
    """
    return tuple(
        name
        for name, bundled in _BUNDLED_ENGINES.items()
        if all(map(find_spec, bundled.packages)) and bundled.has_voice()
    )


def list_by_preference() -> tuple[str, ...]:
    """Return the names of all installed engines, those of `list_preferred` first."""
    return tuple(dict.fromkeys((*list_preferred(), *list_installed())))


def _has_piper_voice() -> bool:
    return voice_files.has_models("piper") or any(voice_files.find_packaged("-piper-voice", ".onnx"))


@dataclass(frozen=True, slots=True, kw_only=True)
class _BundledEngine:
    """One of our engines: the extra that installs it, the packages that it needs, and a test for its voices."""

    extra: str = ""
    packages: tuple[str, ...]
    has_voice: Callable[[], bool] = lambda: True


_BUNDLED_ENGINES = {
    "hibari": _BundledEngine(extra="natural", packages=("hibari",)),
    "kokoro": _BundledEngine(
        extra="kokoro", packages=("hibari", "onnxruntime"), has_voice=lambda: voice_files.has_models("kokoro")
    ),
    "piper": _BundledEngine(extra="piper", packages=("piper",), has_voice=_has_piper_voice),
    "pyttsx3": _BundledEngine(packages=("pyttsx3",)),
}
"""Ordered by how natural they sound (DistillMOS and word errors) and how fast they are; see guide/voices.md."""
