"""`cache`: what is kept of earlier builds."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click

from audio_edition import cache as caches
from audio_edition import config
from audio_edition.cache import CacheEntry
from audio_edition.cli.terminal import CONFIG, JSON, tell, tell_json
from audio_edition.progress import counted


@click.group()
def cache() -> None:
    """Show or clear what is kept of earlier builds: clips and takes, so that nothing is spoken twice."""


@cache.command()
@CONFIG
@JSON
def info(config_file: Path | None, *, as_json: bool) -> None:
    """Where the cache is, what it holds and how much it may hold."""
    limit = config.load(config_file or config.find_file((Path("articles"),))).cache_size
    held = caches.entries_by_kind(caches.default_folder())
    size = _bytes(entry for found in held.values() for entry in found)
    if as_json:
        about = {"folder": str(caches.default_folder()), "bytes": size, "limit": limit}
        tell_json(about | {name: len(found) for name, found in held.items()})
        return
    counts = ", ".join(counted(len(found), name.removesuffix("s")) for name, found in held.items())
    tell(f"{caches.default_folder()}: {_readable(size)} of {_readable(limit)}; {counts}")


@cache.command()
@JSON
def clear(*, as_json: bool) -> None:
    """Remove all of it, and no other file that may lie in its folder."""
    folder = caches.default_folder()
    removed = caches.clear(folder)
    size = _bytes(removed)
    if as_json:
        tell_json({"files": len(removed), "bytes": size})
    else:
        tell(f"{folder}: {counted(len(removed), 'file')} removed, {_readable(size)}")


def _bytes(entries: Iterable[CacheEntry]) -> int:
    return sum(entry.size for entry in entries)


def _readable(size: int) -> str:
    """Bytes as people say them: "1.5 GB"."""
    for unit, count in (("GB", 10**9), ("MB", 10**6), ("kB", 10**3)):
        if size >= count:
            return f"{size / count:.3g} {unit}"
    return f"{size} bytes"
