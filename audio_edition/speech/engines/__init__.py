"""What an engine is, and how one is found: by the entry-point group `audio_edition.engines`, ours included."""

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
    """Text → sound, in a process of its own; constructed without arguments, raises EngineError.

    `licence` is the SPDX identifier of what makes the sound, `max_characters` the longest text
    `synthesize` takes in one go.
    """

    name: ClassVar[str]
    licence: ClassVar[str]
    max_characters: ClassVar[int]

    @property
    def fingerprint(self) -> str:
        """Changes whenever the same text might sound different."""

    def voices(self) -> tuple[Voice, ...]:
        """Every voice that can be used here, the engine's own favourite of each language first."""

    def synthesize(self, text: str, voice: str, rate: int) -> Clip:
        """Sound of `text` (spoken form, never blank) at `rate` words a minute. Never silence."""


@runtime_checkable
class SupportsPronounce(Protocol):
    """What an engine has besides, if it can be told how words sound."""

    def pronounce(self, text: str, voice: str, rate: int, pronunciations: Sequence[Pronunciation]) -> Clip:
        """Sound of `text`, with these parts of it as their IPA says."""


def pronounce_or_synthesize(
    engine: Engine, text: str, voice: str, rate: int, pronunciations: Sequence[Pronunciation]
) -> Clip:
    """Sound of `text`, with these parts of it as their IPA says if the engine can be told. Raises EngineError."""
    if pronunciations and isinstance(engine, SupportsPronounce):
        return engine.pronounce(text, voice, rate, pronunciations)
    return engine.synthesize(text, voice, rate)


@runtime_checkable
class SupportsTranscribe(Protocol):
    """What an engine has besides, if it can tell how it would read a word."""

    def transcribe(self, words: Sequence[str], voice: str) -> tuple[Transcription, ...]:
        """The reading of each word, in their order."""


@runtime_checkable
class SupportsDownloads(Protocol):
    """What an engine has besides, if some of its voices can be fetched; the engine itself fetches nothing.

    `source` is the address that its files lie below; `catalogue` the file there that lists them, "" if the engine
    knows them by itself.
    """

    source: ClassVar[str]
    catalogue: ClassVar[str]

    def downloads(self, catalogue: bytes) -> tuple[Download, ...]:
        """Every voice there is to be had, given what the catalogue says. Raises EngineError."""


def list_installed() -> tuple[str, ...]:
    """Names of the engines that are installed, in alphabetical order; none is imported."""
    return tuple(sorted({point.name for point in entry_points(group=ENTRY_POINT_GROUP)}))


def load(name: str) -> Engine:
    """The engine of that name, imported and constructed. Raises EngineNotFoundError."""
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
    """The engines that "auto" tries, the best first: those of ours with all they need here. None is imported."""
    return tuple(
        name for name, own in _BUNDLED_ENGINES.items() if all(map(find_spec, own.needs)) and own.has_voice()
    )


def list_by_preference() -> tuple[str, ...]:
    """Every engine that is installed, those of `preferred` first."""
    return tuple(dict.fromkeys((*list_preferred(), *list_installed())))


def _has_piper_voice() -> bool:
    return voice_files.has_models("piper") or any(voice_files.find_packaged("-piper-voice", ".onnx"))


@dataclass(frozen=True, slots=True, kw_only=True)
class _BundledEngine:
    """The extra that brings an engine of ours, the packages it needs, and whether it has a voice."""

    extra: str = ""
    needs: tuple[str, ...]
    has_voice: Callable[[], bool] = lambda: True


_BUNDLED_ENGINES = {
    "hibari": _BundledEngine(extra="natural", needs=("hibari",)),
    "kokoro": _BundledEngine(
        extra="kokoro", needs=("hibari", "onnxruntime"), has_voice=lambda: voice_files.has_models("kokoro")
    ),
    "piper": _BundledEngine(extra="piper", needs=("piper",), has_voice=_has_piper_voice),
    "pyttsx3": _BundledEngine(needs=("pyttsx3",)),
}
"""In the order of how natural they sound, by DistillMOS and word errors, and how fast they are (README)."""
