"""The languages: one folder each, named after its code, with its data, its number words and its hooks.

A language exists if its folder has a `language.toml`; nothing else lists them.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from importlib import import_module, resources
from typing import Any, Final, cast

from audio_edition.languages import tags
from audio_edition.languages.language import Language
from audio_edition.languages.tables import load_shared_table

__all__ = ["DEFAULT_LANGUAGE", "Language", "available", "find", "format_date", "load", "load_other_pages"]

DEFAULT_LANGUAGE: Final = "en"
"""The language of a text that declares none."""


@cache
def available() -> tuple[str, ...]:
    """Return the codes of all languages that have a folder, in alphabetical order."""
    folders = resources.files(__package__).iterdir()
    return tuple(sorted(folder.name for folder in folders if (folder / "language.toml").is_file()))


@cache
def find(tag: str) -> Language | None:
    """Return the language of a BCP 47 tag, or None if it has no folder here."""
    names = (tags.primary(tag), tags.individual(tag), tags.macrolanguage(tag))
    return next((load(name) for name in names if name in available()), None)


@cache
def load(code: str) -> Language:
    """Return the language with a folder of this name. Raises ModuleNotFoundError if there is none."""
    return cast("Language", import_module(f"{__package__}.{code}").LANGUAGE)


def load_other_pages() -> Mapping[str, Any]:
    """Return the dates and phrases of web pages in some languages without a folder, see `other_pages.toml`."""
    return load_shared_table("other_pages")


def format_date(day: date, language: str) -> str:
    """Return a date as the language of a tag writes it, or in ISO 8601 if the language has no folder here."""
    home = find(language)
    return home.written_day(day) if home else day.isoformat()
