"""What the bytes of an edition depend on besides its articles: our sources, and packages."""

from __future__ import annotations

import platform
import re
from collections.abc import Mapping
from contextlib import suppress
from functools import cache
from importlib import metadata

from audio_edition.cache import package_digest

_PACKAGE = "audio-edition"
_PACKAGE_NAME = re.compile(r"[\w-]+")
_VERSION_FIELD = re.compile(r"^Version:\s*(\S+)", re.MULTILINE)
_SOUND_PACKAGES = ("lameenc", "numpy", "pydub", "soxr")
"""The packages that a recording passes through; those of its engine are in the engine's fingerprint."""


@cache
def collect_all() -> Mapping[str, str]:
    """Our sources, and every package that they may use and that is here."""
    names = {found[0] for found in map(_PACKAGE_NAME.match, metadata.requires(_PACKAGE) or ()) if found}
    return dict(sorted((name, version) for name in names if (version := _read_version(name)))) | _source_version()


@cache
def collect_for_sound() -> Mapping[str, str]:
    """Our sources, what they make sound with, and the kind of machine: arithmetic differs in the last digit."""
    return (
        {name: _read_version(name) for name in _SOUND_PACKAGES}
        | _source_version()
        | {"machine": platform.machine()}
    )


def _source_version() -> dict[str, str]:
    return {_PACKAGE: f"{_read_version(_PACKAGE)} ({package_digest('audio_edition')[:12]})"}


def _read_version(name: str) -> str:
    """Read by itself: the library parses all that a package says of itself, and takes three times as long."""
    with suppress(metadata.PackageNotFoundError):
        about = metadata.distribution(name)
        found = _VERSION_FIELD.search(about.read_text("METADATA") or "")
        return found[1] if found else about.version
    return ""
