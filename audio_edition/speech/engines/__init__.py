"""What an engine is, and how one is found: by the entry-point group `audio_edition.engines`, ours included."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.metadata import EntryPoint, entry_points
from typing import ClassVar, Protocol, cast, runtime_checkable

from audio_edition.errors import EngineNotFoundError
from audio_edition.model import Clip, Pronunciation, Transcription, Voice

GROUP = "audio_edition.engines"


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
class Phonetic(Protocol):
    """What an engine has besides, if it can be told how words sound."""

    def pronounce(self, text: str, voice: str, rate: int, pronunciations: Sequence[Pronunciation]) -> Clip:
        """Sound of `text`, with these parts of it as their IPA says."""


@runtime_checkable
class Transcribing(Protocol):
    """What an engine has besides, if it can tell how it would read a word."""

    def transcribe(self, words: Sequence[str], voice: str) -> tuple[Transcription, ...]:
        """The reading of each word, in their order."""


def installed() -> tuple[str, ...]:
    """Names of the engines that are installed, in alphabetical order; none is imported."""
    return tuple(sorted({point.name for point in entry_points(group=GROUP)}))


def load(name: str) -> Engine:
    """The engine of that name, imported and constructed. Raises EngineNotFoundError."""
    try:
        return cast("Engine", _entry_point(name).load()())
    except ImportError as error:
        raise EngineNotFoundError(
            f"engine {name}: {error}", hint=f"pip install 'audio-edition[{name}]' brings what it needs"
        ) from error


def _entry_point(name: str) -> EntryPoint:
    for point in entry_points(group=GROUP, name=name):
        return point
    raise EngineNotFoundError(f"engine {name!r} is not installed", hint=f"installed here: {', '.join(installed())}")


def preferred() -> tuple[str, ...]:
    """The engines that "auto" means, the best first."""
    return ("pyttsx3",)
