"""The tables of edition.toml, as frozen values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from audio_edition.model import Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Patterns:
    """Regular expressions for lines of one article that are always spoken, or always dropped."""

    keep: tuple[str, ...] = ()
    drop: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Voices:
    """Voices for roles, sections and languages, each as "voice" or "engine:voice"."""

    roles: Mapping[Role, str] = field(default_factory=dict)
    sections: Mapping[str, str] = field(default_factory=dict)
    languages: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pauses:
    """Milliseconds of silence after each kind of text. An article also begins on a whole second of its track."""

    sentence: int = 300
    paragraph: int = 650
    crosshead: int = 700
    headline: int = 800
    article: int = 1000
    section: int = 1500
    edition: int = 1000
