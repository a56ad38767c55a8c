"""Versions that the bytes of an edition depend on: our sources, the packages they use, the machine."""

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
"""Packages that change the sound after the engine; the engine's own are part of its fingerprint."""


@cache
def collect_all() -> Mapping[str, str]:
    """Return the version of our sources and of every dependency that is installed, extras included."""
    names = {found[0] for found in map(_PACKAGE_NAME.match, metadata.requires(_PACKAGE) or ()) if found}
    return dict(sorted((name, version) for name in names if (version := _read_version(name)))) | _source_version()


@cache
def collect_for_sound() -> Mapping[str, str]:
    """Return the versions that decide on the sound.

    The kind of machine is one of them: floating-point results differ in the last digit between processors.
    """
    return (
        {name: _read_version(name) for name in _SOUND_PACKAGES}
        | _source_version()
        | {"machine": platform.machine()}
    )


def _source_version() -> dict[str, str]:
    return {_PACKAGE: f"{_read_version(_PACKAGE)} ({package_digest('audio_edition')[:12]})"}


def _read_version(name: str) -> str:
    """Return the version of an installed package, "" if it is missing.

    The METADATA file is searched directly: `importlib.metadata` parses all of it and takes three times as long.
    """
    with suppress(metadata.PackageNotFoundError):
        about = metadata.distribution(name)
        found = _VERSION_FIELD.search(about.read_text("METADATA") or "")
        return found[1] if found else about.version
    return ""
