"""How a build goes: what whoever waits for it is told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum


class Stage(StrEnum):
    """The stages that may take long."""

    READING = "Reading"
    VOICE_SELECTION = "Auditions"
    SPEAKING = "Speaking"
    WRITING = "Writing"


@dataclass(frozen=True, slots=True, kw_only=True)
class StageProgress:
    """So much of a stage is done: files read, characters spoken, episodes written; `seconds` of sound were made."""

    stage: Stage
    done: int
    total: int
    seconds: float = 0.0


Progress = Callable[[StageProgress], None]
"""Called at the beginning of each stage, after each piece of its work, and nowhere else."""


def ignore_progress(_step: StageProgress) -> None:
    """The progress that nobody looks at."""


def format_count(count: int, noun: str) -> str:
    """1 article, 2 articles."""
    return f"{count} {noun}{'s' * (count != 1)}"
