"""Whether an edition is still what its articles, settings and versions would make: then there is nothing to do."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from audio_edition import cache, files
from audio_edition.cache import Cache
from audio_edition.config import Config
from audio_edition.recording import versions
from audio_edition.speech.engines import voice_files


def fingerprint_inputs(paths: Sequence[Path], config: Config) -> str:
    """Changes with all that an edition is made of: files below `paths`, settings, lexicons, voices, versions."""
    told = replace(config, jobs=None, scheduler="", follow=False)  # where the work is done, and when it is seen
    return cache.make_key(
        sorted(_hash_files(paths)),
        told,
        sorted(_hash_files(config.lexicon)),
        sorted(_list_voice_files()),
        versions.collect_all(),
    )


def fingerprint_file_stats(paths: Sequence[Path]) -> str:
    """Changes with whatever is done to the files below `paths`, though it be undone: no program sets such times."""
    found = []
    for file in _list_files(paths):
        with suppress(OSError):
            about = file.stat()
            found.append(
                (str(file), about.st_dev, about.st_ino, about.st_size, about.st_mtime_ns, about.st_ctime_ns)
            )
    return cache.make_key(sorted(found))


def is_current(output: Path, made_of: str) -> bool:
    """Whether the edition in `output` was made of that, and every file of it is as it was left."""
    remembered = _open_cache().get(_cache_key(output))
    with suppress(OSError):
        return remembered is not None and remembered == _encode_state(output, made_of)
    return False


def save_fingerprint(output: Path, made_of: str) -> None:
    """Note what the edition in `output` was made of, if there is room for it."""
    with suppress(OSError):
        _open_cache().put(_cache_key(output), _encode_state(output, made_of))


def _open_cache() -> Cache:
    return Cache(cache.default_folder() / cache.EDITIONS)


def _cache_key(output: Path) -> str:
    return cache.make_key(str(output.resolve()))


def _encode_state(output: Path, made_of: str) -> bytes:
    return json.dumps({"made_of": made_of, "files": list_file_states(output)}).encode()


def list_file_states(output: Path) -> dict[str, list[int]]:
    """Size and time of every file of an edition."""
    found = {}
    for file in sorted(output.rglob("*")):
        if file.is_file() and file.name != files.LOCK_NAME:
            about = file.stat()
            found[str(file.relative_to(output))] = [about.st_size, about.st_mtime_ns]
    return found


def _hash_files(paths: Iterable[Path]) -> Iterator[tuple[str, int, str]]:
    """Name, time and digest of every file; the newest time may date an edition.

    The digest tells apart what has the same size and the same time, as archives and rsync leave it.
    """
    for file in _list_files(paths):
        try:
            yield str(file), file.stat().st_mtime_ns, sha256(file.read_bytes()).hexdigest()
        except OSError as error:  # whoever reads it will say so
            yield str(file), 0, str(error.errno)


def _list_files(paths: Iterable[Path]) -> Iterator[Path]:
    for path in paths:
        with suppress(OSError):
            yield from (file for file in ([path] if path.is_file() else files.list_below(path)) if file.is_file())


def _list_voice_files() -> Iterator[tuple[str, int]]:
    for file in voice_files.root_folder().rglob("*"):
        if file.is_file():
            yield str(file), file.stat().st_size
