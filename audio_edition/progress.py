"""Progress of a build: its stages, and the callback that reports how far each has come."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum


class Stage(StrEnum):
    """The stages of a build that may take long; the values are shown to the user."""

    READING = "Reading"
    VOICE_SELECTION = "Auditions"
    SPEAKING = "Speaking"
    WRITING = "Writing"


@dataclass(frozen=True, slots=True, kw_only=True)
class StageProgress:
    """How far a stage has come: files read, characters spoken or episodes written, and `seconds` of sound made."""

    stage: Stage
    done: int
    total: int
    seconds: float = 0.0


Progress = Callable[[StageProgress], None]
"""Called at the start of each stage and after each piece of its work."""


def ignore_progress(_step: StageProgress) -> None:
    """Do nothing: the default progress callback."""


def format_count(count: int, noun: str) -> str:
    """Return "1 article", "2 articles" and so on."""
    return f"{count} {noun}{'s' * (count != 1)}"
