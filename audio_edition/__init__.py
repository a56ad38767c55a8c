"""Turns a folder of articles into a weekly audio edition, offline.

This is the library's front door: the names below are imported when they are first used, so `import audio_edition`
is light. Nothing prints; progress is a callback, and errors are those of `audio_edition.errors`.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from audio_edition import errors, model
    from audio_edition.build.edition import build_edition as build
    from audio_edition.config import Config
    from audio_edition.config import load as load_config
    from audio_edition.readers import read
    from audio_edition.segmenter import segment
    from audio_edition.speech.engines import Engine
    from audio_edition.verbaliser import say_as
    from audio_edition.verification.check import check

__version__ = "0.1.0"

__all__ = [
    "Config",
    "Engine",
    "build",
    "check",
    "errors",
    "load_config",
    "model",
    "read",
    "say_as",
    "segment",
]

_ORIGINS = {
    "Config": "audio_edition.config:Config",
    "Engine": "audio_edition.speech.engines:Engine",
    "build": "audio_edition.build:",
    "check": "audio_edition.verification.check:check",
    "errors": "audio_edition.errors:",
    "load_config": "audio_edition.config:load",
    "model": "audio_edition.model:",
    "read": "audio_edition.readers:read",
    "say_as": "audio_edition.verbaliser:say_as",
    "segment": "audio_edition.segmenter:segment",
}
"""Where each name comes from: module:name, or a module itself."""


def __getattr__(name: str) -> Any:
    """Import a public name when it is first used (PEP 562)."""
    if name not in _ORIGINS:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module_name, _, attribute = _ORIGINS[name].partition(":")
    module = import_module(module_name)
    return getattr(module, attribute) if attribute else module


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
