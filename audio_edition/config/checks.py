"""One check for each key of edition.toml: it converts the value to the type of its field or raises ValueError."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import fields
from datetime import date, datetime
from pathlib import Path
from typing import Any

from audio_edition.config.categories import CATEGORIES, SEPARATOR, is_category
from audio_edition.config.tables import Patterns, Pauses, Voices
from audio_edition.model import UNSPOKEN_KINDS, EpisodeKind, Role

BIT_RATES = (32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160)
"""Bit rates of MPEG-2 Layer III that are high enough for speech, in kbit/s."""

_SCHEDULER = re.compile(r"(tcp|tls|ws|wss)://[^\s/:]+(:\d+)?|(tcp|tls)://\[[\da-fA-F:]+\]:\d+")


def _check_date(key: str, value: Any) -> date:
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    if isinstance(value, str):
        try:
            return date.fromisoformat(value)
        except ValueError:
            pass
    raise ValueError(f"{key} takes a date such as 2026-11-21")


def _check_episodes(key: str, value: Any) -> tuple[EpisodeKind, ...]:
    names = value.split(",") if isinstance(value, str) else list(value)
    try:
        chosen = {EpisodeKind(str(name).strip()) for name in names}
    except ValueError:
        raise ValueError(f"{key} takes some of {', '.join(EpisodeKind)}") from None
    if not chosen:
        raise ValueError(f"{key} takes at least one of {', '.join(EpisodeKind)}")
    return tuple(kind for kind in EpisodeKind if kind in chosen)


def _check_strings(key: str, value: Any) -> tuple[str, ...]:
    if not isinstance(value, (list, tuple)) or not all(isinstance(item, str) for item in value):
        raise ValueError(f'{key} takes a list of strings such as ["Leaders", "Asia"]')
    return tuple(value)


def _check_patterns(key: str, value: Any) -> tuple[str, ...]:
    for pattern in (strings := _check_strings(key, value)):
        try:
            re.compile(pattern)
        except re.error as error:
            raise ValueError(f"{key} takes regular expressions, and {pattern!r} is none: {error}") from None
    return strings


def _check_kinds(key: str, value: Any) -> tuple[str, ...]:
    names = value.split(",") if isinstance(value, str) else _check_strings(key, value)
    kinds = {name: kind.value for kind in UNSPOKEN_KINDS for name in (kind.value, f"{kind.value}s")}
    try:
        return tuple(dict.fromkeys(kinds[name.strip()] for name in names))
    except KeyError as error:
        raise ValueError(f"{key} takes some of {', '.join(sorted(UNSPOKEN_KINDS))}, not {error}") from None


def _check_articles(key: str, value: Any) -> dict[str, Patterns]:
    if not isinstance(value, dict) or not all(isinstance(table, dict) for table in value.values()):
        raise ValueError("it takes a table for each article, [articles.its-id]")
    for table in value.values():
        if unknown := sorted(table.keys() - {"keep", "drop"}):
            raise ValueError(f"{key} takes keep and drop, not {unknown[0]!r}")
    return {
        name: Patterns(**{each: _check_patterns(f"{key}.{name}.{each}", given) for each, given in table.items()})
        for name, table in value.items()
    }


def _check_paths(key: str, value: Any) -> tuple[Path, ...]:
    if not isinstance(value, (list, tuple)) or not all(isinstance(item, str) and item.strip() for item in value):
        raise ValueError(f'{key} takes a list of files such as ["names.pls"]')
    return tuple(map(Path, value))


def _check_pronounce(key: str, value: Any) -> dict[str, str]:
    if not isinstance(value, dict) or not all(isinstance(spoken, str) for spoken in value.values()):
        raise ValueError(f'{key} takes a table of names and how they are said, such as "Nguyen" = "/wɪn/"')
    return dict(value)


def _check_voices(key: str, value: Any) -> Voices:
    table = _require_table(key, value, "of roles and their voices")
    roles = {name: voice for name, voice in table.items() if name not in _VOICE_TABLES}
    if unknown := sorted(roles.keys() - {_role_key(role) for role in Role}):
        names = ", ".join(_role_key(role) for role in Role)
        raise ValueError(f"{key} takes {names}, sections and languages, not {unknown[0]!r}")
    by = {name: _check_strings_by_name(f"{key}.{name}", table.get(name, {})) for name in _VOICE_TABLES}
    named = _check_strings_by_name(key, roles)
    return Voices(roles={role: named[name] for role in Role if (name := _role_key(role)) in named}, **by)


_VOICE_TABLES = ("sections", "languages")


def _role_key(role: Role) -> str:
    return role.value.replace(" ", "_")


def _require_table(key: str, value: Any, of: str) -> dict[str, Any]:
    if isinstance(value, dict):
        return value
    raise ValueError(f"{key} takes a table {of}")


def _check_strings_by_name(key: str, value: Any) -> dict[str, str]:
    table = _require_table(key, value, "of names and voices")
    if not all(isinstance(voice, str) and voice.strip() for voice in table.values()):
        raise ValueError(f'{key} takes voices such as "heart" or "piper:en_GB-alba-medium"')
    return table


def _check_pauses(key: str, value: Any) -> Pauses:
    table = _require_table(key, value, "of kinds and seconds")
    kinds = [each.name for each in fields(Pauses)]
    if unknown := sorted(table.keys() - set(kinds)):
        raise ValueError(f"{key} takes {', '.join(kinds)}, not {unknown[0]!r}")
    for kind, seconds in table.items():
        if type(seconds) not in {int, float} or not 0 <= seconds <= _MAX_PAUSE:
            raise ValueError(f"{key}.{kind} takes seconds from 0 to {_MAX_PAUSE}")
    return Pauses(**{kind: round(seconds * 1000) for kind, seconds in table.items()})


_MAX_PAUSE = 10


def _check_between(low: int, high: int) -> Any:
    def check(key: str, value: Any) -> int:
        if type(value) is not int or not low <= value <= high:
            raise ValueError(f"{key} takes a whole number from {low} to {high}")
        return value

    return check


def _check_category(key: str, value: Any) -> str:
    if not isinstance(value, str) or not is_category(value.split(SEPARATOR)):
        raise ValueError(f'{key} takes {", ".join(CATEGORIES)}, or one below them: "News{SEPARATOR}Daily News"')
    return value


def _check_yes_or_no(key: str, value: Any) -> bool:
    if type(value) is not bool:
        raise ValueError(f"{key} takes true or false")
    return value


def _check_size(key: str, value: Any) -> int:
    if str(value) == "0":
        return 0
    found = _SIZE.fullmatch(value.upper()) if isinstance(value, str) else None
    if not found:
        raise ValueError(f'{key} takes a size such as "4GB" or "500MB", 0 for none')
    return round(float(found[1]) * _SIZE_UNITS[found[2]])


_SIZE_UNITS = {"KB": 10**3, "MB": 10**6, "GB": 10**9, "TB": 10**12}
_SIZE = re.compile(rf"(\d+(?:\.\d+)?)\s*({'|'.join(_SIZE_UNITS)})", re.ASCII)


def _check_locale(key: str, value: Any) -> str:
    if not isinstance(value, str) or not re.fullmatch(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*", value):
        raise ValueError(f'{key} takes a language and a place, such as "en-GB" or "en-US"')
    return value


def _check_emoji(key: str, value: Any) -> str:
    if value not in {"silent", "named"}:
        raise ValueError(f'{key} takes "silent" or "named"')
    return str(value)


def _check_bit_rate(key: str, value: Any) -> int:
    if value not in BIT_RATES:
        raise ValueError(f"{key} takes one of {', '.join(map(str, BIT_RATES))}")
    return int(value)


def _check_scheduler(key: str, value: Any) -> str:
    if value and not (isinstance(value, str) and _SCHEDULER.fullmatch(value)):
        raise ValueError(f"{key} takes the address that `dask scheduler` says: tcp://host:8786")
    return str(value)


def _check_web_address(key: str, value: Any) -> str:
    if not isinstance(value, str) or (value and not value.startswith(("http://", "https://"))):
        raise ValueError(f"{key} takes a web address that begins with https:// or http://")
    return value


CHECKS: Mapping[str, Callable[[str, Any], Any]] = {
    "date": _check_date,
    "episodes": _check_episodes,
    "sections": _check_strings,
    "keep": _check_patterns,
    "drop": _check_patterns,
    "keep_kinds": _check_kinds,
    "articles": _check_articles,
    "lexicon": _check_paths,
    "pronounce": _check_pronounce,
    "locale": _check_locale,
    "emoji": _check_emoji,
    "voices": _check_voices,
    "pauses": _check_pauses,
    "rate": _check_between(80, 450),
    "jobs": _check_between(1, 256),
    "bit_rate": _check_bit_rate,
    "scheduler": _check_scheduler,
    "issue": _check_between(1, 99_999_999),
    "keep_issues": _check_between(1, 10_000),
    "private": _check_yes_or_no,
    "cache_size": _check_size,
    "category": _check_category,
    "link": _check_web_address,
    "base_url": _check_web_address,
}
"""The check of each key. A key without one takes the type of its default."""
