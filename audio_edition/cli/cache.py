"""The commands `cache info` and `cache clear`."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click

from audio_edition import cache as caches
from audio_edition import config
from audio_edition.cache import CacheEntry
from audio_edition.cli.terminal import CONFIG_OPTION, JSON_OPTION, print_json, print_line
from audio_edition.progress import format_count


@click.group()
def cache() -> None:
    """Show or clear the clips and takes kept from earlier builds, so that nothing is spoken twice."""


@cache.command()
@CONFIG_OPTION
@JSON_OPTION
def info(config_file: Path | None, *, as_json: bool) -> None:
    """Show where the cache is, what it holds and how much it may hold."""
    limit = config.load(config_file or config.find_file((Path("articles"),))).cache_size
    held = caches.entries_by_kind(caches.default_folder())
    size = _total_bytes(entry for found in held.values() for entry in found)
    if as_json:
        about = {"folder": str(caches.default_folder()), "bytes": size, "limit": limit}
        print_json(about | {name: len(found) for name, found in held.items()})
        return
    counts = ", ".join(format_count(len(found), name.removesuffix("s")) for name, found in held.items())
    print_line(f"{caches.default_folder()}: {_format_size(size)} of {_format_size(limit)}; {counts}")


@cache.command()
@JSON_OPTION
def clear(*, as_json: bool) -> None:
    """Remove all entries; other files in the folder stay."""
    folder = caches.default_folder()
    removed = caches.clear(folder)
    size = _total_bytes(removed)
    if as_json:
        print_json({"files": len(removed), "bytes": size})
    else:
        print_line(f"{folder}: {format_count(len(removed), 'file')} removed, {_format_size(size)}")


def _total_bytes(entries: Iterable[CacheEntry]) -> int:
    return sum(entry.size for entry in entries)


def _format_size(size: int) -> str:
    """Return a size in bytes as "1.5 GB"."""
    for unit, count in (("GB", 10**9), ("MB", 10**6), ("kB", 10**3)):
        if size >= count:
            return f"{size / count:.3g} {unit}"
    return f"{size} bytes"
