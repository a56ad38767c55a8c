"""Remembers the inputs of an edition, so that a build with the same inputs has nothing to do."""

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
    """Return a fingerprint of an edition's inputs: files below `paths`, settings, lexicons, voices, versions."""
    relevant = replace(config, jobs=None, scheduler="", follow=False)  # these do not change the edition
    return cache.make_key(
        sorted(_hash_files(paths)),
        relevant,
        sorted(_hash_files(config.lexicon)),
        sorted(_list_voice_files()),
        versions.collect_all(),
    )


def fingerprint_file_stats(paths: Sequence[Path]) -> str:
    """Return a fingerprint of the file system's records of the files below `paths`.

    It changes with every change of a file, even one that is undone later: no program can set the change time.
    """
    stats = []
    for file in _list_files(paths):
        with suppress(OSError):
            about = file.stat()
            stats.append(
                (str(file), about.st_dev, about.st_ino, about.st_size, about.st_mtime_ns, about.st_ctime_ns)
            )
    return cache.make_key(sorted(stats))


def is_current(output: Path, inputs: str) -> bool:
    """Return True if the edition in `output` was built from these inputs and none of its files has changed."""
    remembered = _open_cache().get(_cache_key(output))
    with suppress(OSError):
        return remembered is not None and remembered == _encode_state(output, inputs)
    return False


def save_fingerprint(output: Path, inputs: str) -> None:
    """Remember the inputs of the edition in `output`; a failed write is ignored."""
    with suppress(OSError):
        _open_cache().put(_cache_key(output), _encode_state(output, inputs))


def _open_cache() -> Cache:
    return Cache(cache.default_folder() / cache.EDITIONS)


def _cache_key(output: Path) -> str:
    return cache.make_key(str(output.resolve()))


def _encode_state(output: Path, inputs: str) -> bytes:
    return json.dumps({"made_of": inputs, "files": list_file_states(output)}).encode()


def list_file_states(output: Path) -> dict[str, list[int]]:
    """Return the size in bytes and the modification time in nanoseconds of every file of an edition by its path."""
    states = {}
    for file in sorted(output.rglob("*")):
        if file.is_file() and file.name != files.LOCK_NAME:
            about = file.stat()
            states[str(file.relative_to(output))] = [about.st_size, about.st_mtime_ns]
    return states


def _hash_files(paths: Iterable[Path]) -> Iterator[tuple[str, int, str]]:
    """Yield path, modification time and digest of every file.

    The time counts because the newest file may date an edition. The digest counts because archives and rsync may
    leave other bytes with the same size and time.
    """
    for file in _list_files(paths):
        try:
            yield str(file), file.stat().st_mtime_ns, sha256(file.read_bytes()).hexdigest()
        except OSError as error:  # the reader will report it
            yield str(file), 0, str(error.errno)


def _list_files(paths: Iterable[Path]) -> Iterator[Path]:
    for path in paths:
        with suppress(OSError):
            yield from (file for file in ([path] if path.is_file() else files.list_below(path)) if file.is_file())


def _list_voice_files() -> Iterator[tuple[str, int]]:
    for file in voice_files.root_folder().rglob("*"):
        if file.is_file():
            yield str(file), file.stat().st_size
