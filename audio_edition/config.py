"""edition.toml and the command line → one frozen Config. An unknown key is an error, never a shrug."""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Mapping
from dataclasses import MISSING, dataclass, field, fields, replace
from datetime import date, datetime
from importlib import resources
from pathlib import Path
from typing import Any

from audio_edition.errors import ConfigError
from audio_edition.model import UNSPOKEN_KINDS, EpisodeKind

FILE_NAME = "edition.toml"

BIT_RATES = (32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160)
"""Kilobits a second that MPEG-2 Layer III knows and that carry speech."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Patterns:
    """Regular expressions for lines of one article that are spoken, or dropped, whatever the rules say."""

    keep: tuple[str, ...] = ()
    drop: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """Everything a build can be told. `None` means: decide from the articles or the machine."""

    title: str = ""
    date: date | None = None
    language: str = "en-GB"
    locale: str | None = None
    description: str = ""
    author: str = ""
    category: str = "News"
    link: str = ""
    base_url: str = ""
    sections: tuple[str, ...] = ()
    keep: tuple[str, ...] = ()
    drop: tuple[str, ...] = ()
    keep_kinds: tuple[str, ...] = ()
    articles: Mapping[str, Patterns] = field(default_factory=dict)
    lexicon: tuple[Path, ...] = ()
    pronounce: Mapping[str, str] = field(default_factory=dict)
    emoji: str = "silent"
    episodes: tuple[EpisodeKind, ...] = (EpisodeKind.ARTICLE, EpisodeKind.EDITION)
    engine: str = "pyttsx3"
    voice: str | None = None
    rate: int = 175
    bit_rate: int = 64
    jobs: int | None = None
    strict: bool = False

    @property
    def spoken_language(self) -> str:
        """The language as it is read and spoken: `locale`, or `language` itself."""
        return self.locale or self.language


def find(paths: tuple[Path, ...]) -> Path | None:
    """The edition.toml that goes with these articles: in the first folder named, else in the working folder."""
    folders = [path for path in paths if path.is_dir()] + [Path()]
    return next((file for folder in folders if (file := folder / FILE_NAME).is_file()), None)


def load(file: Path | None, options: Mapping[str, Any] | None = None) -> Config:
    """Config from `file` (None: defaults), overridden by the options that are not None. Raises ConfigError."""
    settings = _read(file) if file else {}
    where = str(file) if file else "the command line"
    given = {key: value for key, value in (options or {}).items() if value is not None}
    config = Config(**{key: _checked(key, value, where) for key, value in (settings | given).items()})
    folder = file.parent if file else Path()
    return replace(config, lexicon=tuple(folder / path for path in config.lexicon))


def _read(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise ConfigError(f"{file}: {error.strerror}", hint="check the path given to --config") from error
    except UnicodeDecodeError as error:
        raise ConfigError(f"{file}: is not UTF-8", hint="save it as UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{file}: {error}", hint="mend that line; strings need quotes") from error


def _checked(key: str, value: Any, where: str) -> Any:
    """`value` in the type its field has. Raises ConfigError naming key and place."""
    known = {f.name: f for f in fields(Config)}
    if key not in known:
        close = difflib.get_close_matches(key, known, n=1)
        raise ConfigError(
            f"{where}: unknown key {key!r}",
            hint=f"did you mean {close[0]!r}?" if close else f"the keys are: {', '.join(known)}",
        )
    check = _CHECKS.get(key, _like_default)
    try:
        return check(key, value)
    except ValueError as error:
        raise ConfigError(f"{where}: {key} = {value!r}", hint=str(error)) from error


def _like_default(key: str, value: Any) -> Any:
    default = next(f.default for f in fields(Config) if f.name == key)
    wanted = str if default is None or default is MISSING else type(default)
    if type(value) is not wanted:
        raise ValueError(f"{key} takes a {wanted.__name__}")
    return value


def _date(key: str, value: Any) -> date:
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    if isinstance(value, str):
        try:
            return date.fromisoformat(value)
        except ValueError:
            pass
    raise ValueError(f"{key} takes a date such as 2026-11-21")


def _episodes(key: str, value: Any) -> tuple[EpisodeKind, ...]:
    names = value.split(",") if isinstance(value, str) else list(value)
    try:
        chosen = {EpisodeKind(str(name).strip()) for name in names}
    except ValueError:
        raise ValueError(f"{key} takes some of {', '.join(EpisodeKind)}") from None
    if not chosen:
        raise ValueError(f"{key} takes at least one of {', '.join(EpisodeKind)}")
    return tuple(kind for kind in EpisodeKind if kind in chosen)


def _strings(key: str, value: Any) -> tuple[str, ...]:
    if not isinstance(value, (list, tuple)) or not all(isinstance(item, str) for item in value):
        raise ValueError(f'{key} takes a list of strings such as ["Leaders", "Asia"]')
    return tuple(value)


def _patterns(key: str, value: Any) -> tuple[str, ...]:
    for pattern in (strings := _strings(key, value)):
        try:
            re.compile(pattern)
        except re.error as error:
            raise ValueError(f"{key} takes regular expressions, and {pattern!r} is none: {error}") from None
    return strings


def _kinds(key: str, value: Any) -> tuple[str, ...]:
    names = value.split(",") if isinstance(value, str) else _strings(key, value)
    kinds = {name: kind.value for kind in UNSPOKEN_KINDS for name in (kind.value, f"{kind.value}s")}
    try:
        return tuple(dict.fromkeys(kinds[name.strip()] for name in names))
    except KeyError as error:
        raise ValueError(f"{key} takes some of {', '.join(sorted(UNSPOKEN_KINDS))}, not {error}") from None


def _articles(key: str, value: Any) -> dict[str, Patterns]:
    if not isinstance(value, dict) or not all(isinstance(table, dict) for table in value.values()):
        raise ValueError("it takes a table for each article, [articles.its-id]")
    for table in value.values():
        if unknown := sorted(table.keys() - {"keep", "drop"}):
            raise ValueError(f"{key} takes keep and drop, not {unknown[0]!r}")
    return {
        name: Patterns(**{each: _patterns(f"{key}.{name}.{each}", given) for each, given in table.items()})
        for name, table in value.items()
    }


def _paths(key: str, value: Any) -> tuple[Path, ...]:
    if not isinstance(value, (list, tuple)) or not all(isinstance(item, str) and item.strip() for item in value):
        raise ValueError(f'{key} takes a list of files such as ["names.pls"]')
    return tuple(map(Path, value))


def _pronounce(key: str, value: Any) -> dict[str, str]:
    if not isinstance(value, dict) or not all(isinstance(said, str) for said in value.values()):
        raise ValueError(f'{key} takes a table of names and how they are said, such as "Nguyen" = "/wɪn/"')
    return dict(value)


def _between(low: int, high: int) -> Any:
    def check(key: str, value: Any) -> int:
        if type(value) is not int or not low <= value <= high:
            raise ValueError(f"{key} takes a whole number from {low} to {high}")
        return value

    return check


def _locale(key: str, value: Any) -> str:
    if not isinstance(value, str) or not re.fullmatch(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*", value):
        raise ValueError(f'{key} takes a language and a place, such as "en-GB" or "en-US"')
    return value


def _emoji(key: str, value: Any) -> str:
    if value not in {"silent", "named"}:
        raise ValueError(f'{key} takes "silent" or "named"')
    return str(value)


def _bit_rate(key: str, value: Any) -> int:
    if value not in BIT_RATES:
        raise ValueError(f"{key} takes one of {', '.join(map(str, BIT_RATES))}")
    return int(value)


def _web_address(key: str, value: Any) -> str:
    if not isinstance(value, str) or (value and not value.startswith(("http://", "https://"))):
        raise ValueError(f"{key} takes a web address that begins with https:// or http://")
    return value


_CHECKS = {
    "date": _date,
    "episodes": _episodes,
    "sections": _strings,
    "keep": _patterns,
    "drop": _patterns,
    "keep_kinds": _kinds,
    "articles": _articles,
    "lexicon": _paths,
    "pronounce": _pronounce,
    "locale": _locale,
    "emoji": _emoji,
    "rate": _between(80, 450),
    "jobs": _between(1, 256),
    "bit_rate": _bit_rate,
    "link": _web_address,
    "base_url": _web_address,
}


def write_template(folder: Path) -> Path:
    """Write a commented edition.toml into `folder`; the file's path. Raises ConfigError if there is one already."""
    file = folder / FILE_NAME
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with file.open("x", encoding="utf-8", newline="\n") as out:
            out.write((resources.files("audio_edition") / "edition.template.toml").read_text(encoding="utf-8"))
    except FileExistsError:
        raise ConfigError(f"{file}: is there already", hint="edit it, or remove it first") from None
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise ConfigError(f"{file}: {reason}", hint="choose a folder you may write to") from error
    return file
