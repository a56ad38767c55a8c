"""edition.toml and command-line options → one frozen Config. An unknown key is an error."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from dataclasses import MISSING, dataclass, field, fields, replace
from datetime import date
from importlib import resources
from pathlib import Path
from typing import Any

from audio_edition.config import toml_text
from audio_edition.config.checks import BIT_RATES, CHECKS
from audio_edition.config.tables import Patterns, Pauses, Voices
from audio_edition.errors import ConfigError
from audio_edition.model import EpisodeKind

__all__ = ["BIT_RATES", "Config", "Patterns", "Pauses", "Voices", "find_file", "load", "write_template"]

FILE_NAME = "edition.toml"

AUTO_ENGINE = "auto"
"""The engine name that means: the best installed engine for each language."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """All settings of a build. `None` means that the articles or the machine decide."""

    title: str = ""
    date: date | None = None
    issue: int | None = None
    language: str = "en-GB"
    locale: str | None = None
    description: str = ""
    author: str = ""
    category: str = "News"
    link: str = ""
    base_url: str = ""
    private: bool | None = None
    keep_issues: int | None = None
    sections: tuple[str, ...] = ()
    keep: tuple[str, ...] = ()
    drop: tuple[str, ...] = ()
    keep_kinds: tuple[str, ...] = ()
    articles: Mapping[str, Patterns] = field(default_factory=dict)
    lexicon: tuple[Path, ...] = ()
    pronounce: Mapping[str, str] = field(default_factory=dict)
    emoji: str = "silent"
    episodes: tuple[EpisodeKind, ...] = (EpisodeKind.ARTICLE, EpisodeKind.EDITION)
    engine: str = AUTO_ENGINE
    voice: str | None = None
    voices: Voices = field(default_factory=Voices)
    rate: int = 175
    bit_rate: int = 64
    pauses: Pauses = field(default_factory=Pauses)
    idents: bool = True
    jobs: int | None = None
    scheduler: str = ""
    follow: bool = False
    cache_size: int = 4_000_000_000
    strict: bool = False

    @property
    def spoken_language(self) -> str:
        """BCP 47 tag of the language as it is spoken: `locale`, or `language` if that is not set."""
        return self.locale or self.language


def find_file(paths: tuple[Path, ...]) -> Path | None:
    """Return the edition.toml of these articles: in the first folder that has one, else in the working folder."""
    folders = [path for path in paths if path.is_dir()] + [Path()]
    return next((file for folder in folders if (file := folder / FILE_NAME).is_file()), None)


def load(file: Path | None, options: Mapping[str, Any] | None = None) -> Config:
    """Return the settings of `file` (None: the defaults), overridden by all options that are not None.

    Raises ConfigError that names the file, the key and the remedy.
    """
    settings = _read_settings(file) if file else {}
    where = str(file) if file else "the command line"
    given = {key: value for key, value in (options or {}).items() if value is not None}
    config = Config(**{key: _check_value(key, value, where) for key, value in (settings | given).items()})
    folder = file.parent if file else Path()
    return replace(config, lexicon=tuple(folder / path for path in config.lexicon))


def _read_settings(file: Path) -> dict[str, Any]:
    try:
        return toml_text.loads(file.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise ConfigError(f"{file}: {error.strerror}", hint="check the path given to --config") from error
    except UnicodeDecodeError as error:
        raise ConfigError(f"{file}: is not UTF-8", hint="save it as UTF-8") from error
    except ValueError as error:
        raise ConfigError(f"{file}: {error}", hint="mend that line; strings need quotes") from error


def _check_value(key: str, value: Any, where: str) -> Any:
    """Return `value` in the type of its field. Raises ConfigError that names the key and where it stands."""
    known = {f.name: f for f in fields(Config)}
    if key not in known:
        close = difflib.get_close_matches(key, known, n=1)
        raise ConfigError(
            f"{where}: unknown key {key!r}",
            hint=f"did you mean {close[0]!r}?" if close else f"the keys are: {', '.join(known)}",
        )
    check = CHECKS.get(key, _check_like_default)
    try:
        return check(key, value)
    except ValueError as error:
        raise ConfigError(f"{where}: {key} = {value!r}", hint=str(error)) from error


def _check_like_default(key: str, value: Any) -> Any:
    default = next(f.default for f in fields(Config) if f.name == key)
    wanted = str if default is None or default is MISSING else type(default)
    if type(value) is not wanted:
        raise ValueError(f"{key} takes a {wanted.__name__}")
    return value


def write_template(folder: Path) -> Path:
    """Write a commented edition.toml into `folder` and return its path. Raises ConfigError if it exists already."""
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
