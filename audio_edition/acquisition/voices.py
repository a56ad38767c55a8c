"""Download a voice by name into the user's folder of voices; each file's digest is verified first.

`audio_edition.build` does not import this module: only `voices --fetch` downloads voices. The engine, in its own
process, lists the voices and their files; it downloads nothing itself.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, closing, contextmanager, suppress
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher
from io import BytesIO
from pathlib import Path
from typing import BinaryIO
from urllib.parse import quote

from filelock import FileLock, Timeout

from audio_edition import files
from audio_edition.errors import DownloadError, EngineError, FetchError, VoiceNotFoundError
from audio_edition.model import Download, RemoteFile
from audio_edition.speech import engines
from audio_edition.speech.engine_process.client import EngineProcess
from audio_edition.speech.engines import voice_files
from audio_edition.web.downloader import download
from audio_edition.web.fetch_policy import FetchPolicy

DownloadProgress = Callable[[int, int], None]
"""Called with the number of bytes received and the total number of bytes."""

ENDPOINT_VARIABLE = "HF_ENDPOINT"
"""Environment variable with the address of a mirror of Hugging Face, as in Hugging Face's own tools."""

DOWNLOAD_POLICY = FetchPolicy(pause=0.2, total_timeout=3600.0)
"""A long total timeout, because a model may be large; the read timeout still ends a silent connection."""

_HUGGING_FACE = "https://huggingface.co"
_MAX_CATALOGUE_BYTES = 16 * 2**20
_CHUNK_BYTES = 1 << 20
_MAX_NAMES_IN_HINT = 8
"""Names of each engine that an error lists, those most similar to the requested one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchedVoice:
    """An installed voice; it has no files if it comes with its engine, and is `new` if something was downloaded."""

    engine: str
    voice: str
    files: tuple[Path, ...]
    new: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class _VoiceCatalogue:
    """The voices that can be downloaded for an engine, by name; `source` is the address of their folder."""

    source: str = ""
    downloads: Mapping[str, Download] = field(default_factory=dict)


def fetch_voice(
    name: str, engine: str | None, progress: DownloadProgress, policy: FetchPolicy = DOWNLOAD_POLICY
) -> FetchedVoice:
    """Download the voice `name` of `engine`, by default of the first engine that has it.

    Raises VoiceNotFoundError, EngineNotFoundError or DownloadError.
    """
    catalogues: dict[str, _VoiceCatalogue] = {}
    engine_errors = []
    for candidate in (engine,) if engine else engines.list_by_preference():
        try:
            catalogue = catalogues[candidate] = _load_catalogue(candidate, policy)
        except EngineError as error:
            if engine or isinstance(error, DownloadError):
                raise
            engine_errors.append(f"{error}: {error.hint}")
        else:
            if name in catalogue.downloads:
                return _install_voice(candidate, catalogue.downloads[name], catalogue.source, progress, policy)
    hint = (
        "\n  ".join([*_suggest_voices(name, catalogues), *engine_errors])
        or "`audio-edition voices` lists those usable here"
    )
    raise VoiceNotFoundError(f"no voice {name!r} can be fetched", hint=hint)


def _load_catalogue(engine: str, policy: FetchPolicy) -> _VoiceCatalogue:
    with closing(EngineProcess(engine)) as process:
        original_source, path = process.source()
        source = _apply_mirror(original_source)
        catalogue = _download_bytes(source + path, policy) if path else b""
        downloads = {download.voice: download for download in process.downloads(catalogue)}
        return _VoiceCatalogue(source=source, downloads=downloads)


def _apply_mirror(source: str) -> str:
    mirror = os.environ.get(ENDPOINT_VARIABLE, "").rstrip("/")
    return (
        f"{mirror}{source.removeprefix(_HUGGING_FACE)}"
        if mirror and source.startswith(f"{_HUGGING_FACE}/")
        else source
    )


def _download_bytes(address: str, policy: FetchPolicy) -> bytes:
    """Return the content of a small file. Raises DownloadError."""
    content = BytesIO()

    def restart() -> Callable[[bytes], object]:
        content.seek(0)
        content.truncate()
        return content.write

    with _convert_fetch_errors():
        download(address, restart, replace(policy, max_bytes=_MAX_CATALOGUE_BYTES))
    return content.getvalue()


def _suggest_voices(name: str, catalogues: Mapping[str, _VoiceCatalogue]) -> Iterator[str]:
    """Yield a line for each engine with voices to download; the names most similar to `name` come first."""

    def dissimilarity(other: str) -> float:
        return -SequenceMatcher(None, name.casefold(), other.casefold()).ratio()

    for engine, catalogue in catalogues.items():
        names = sorted(catalogue.downloads, key=dissimilarity)
        if names:
            more = f" and {len(names) - _MAX_NAMES_IN_HINT} more" if len(names) > _MAX_NAMES_IN_HINT else ""
            yield f"{engine} offers {', '.join(names[:_MAX_NAMES_IN_HINT])}{more}"


def _install_voice(
    engine: str, voice: Download, source: str, progress: DownloadProgress, policy: FetchPolicy
) -> FetchedVoice:
    folder = voice_files.engine_folder(engine)
    with _lock_folder(folder):
        missing = [file for file in voice.files if not _is_intact(folder / file.target, file)]
        if missing:
            _download_files(missing, source, folder, progress, policy)
    return FetchedVoice(
        engine=engine,
        voice=voice.voice,
        files=tuple(folder / file.target for file in voice.files),
        new=bool(missing),
    )


@contextmanager
def _lock_folder(folder: Path) -> Iterator[None]:
    """Lock a folder of voices for this process. Raises DownloadError if it is locked or cannot be written."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with FileLock(folder / files.LOCK_NAME, timeout=0):
            files.remove_partial_files(folder)
            yield
    except Timeout as error:
        raise DownloadError(f"{folder}: another fetch is writing there", hint="wait until it has ended") from error
    except OSError as error:
        raise DownloadError(
            f"{folder}: {error.strerror or error}", hint="check its permissions and the free space"
        ) from error


def _is_intact(path: Path, file: RemoteFile) -> bool:
    """Return True if a file exists and, where its digest is known, has that digest."""
    if not path.is_file() or not file.digest:
        return path.is_file()
    digest = _new_hash(file)
    with path.open("rb") as stream:
        while piece := stream.read(_CHUNK_BYTES):
            digest.update(piece)
    return digest.hexdigest() == file.digest.partition(":")[2]


def _new_hash(file: RemoteFile) -> hashlib._Hash:
    return hashlib.new(file.digest.partition(":")[0], usedforsecurity=False)


def _download_files(
    missing: Sequence[RemoteFile], source: str, folder: Path, progress: DownloadProgress, policy: FetchPolicy
) -> None:
    """Download all of the files or none; the first one appears last, when the others are complete."""
    counter = _ByteCounter(progress, sum(file.size for file in missing if file.digest))
    try:
        with ExitStack() as open_files:
            for file in missing:
                (folder / file.target).parent.mkdir(exist_ok=True)
                out = open_files.enter_context(files.open_atomic(folder / file.target))
                _FileDownload(file, out, counter).receive(source + quote(file.source), policy)
    except BaseException:
        for file in missing:
            with suppress(OSError):  # the folder is not empty: it holds a voice
                (folder / file.target).parent.rmdir()
        raise


class _ByteCounter:
    """Counts the received bytes of `total` and reports progress."""

    def __init__(self, progress: DownloadProgress, total: int) -> None:
        self._progress = progress
        self._total = total
        self._done = 0

    def add(self, size: int) -> None:
        """Add to the received bytes; a negative size if a download starts again."""
        self._done += size
        self._progress(self._done, self._total)


class _FileDownload:
    """Writes, counts and hashes a file as it arrives; starts again after a broken connection."""

    def __init__(self, file: RemoteFile, out: BinaryIO, counter: _ByteCounter) -> None:
        self._file = file
        self._out = out
        self._counter = counter
        self._size = 0

    def receive(self, address: str, policy: FetchPolicy) -> None:
        """Download the whole file and verify its digest. Raises DownloadError."""
        with _convert_fetch_errors():
            download(address, self._restart, replace(policy, max_bytes=self._file.size))
        self._verify_digest(address)

    def _restart(self) -> Callable[[bytes], object]:
        self._out.seek(0)
        self._out.truncate()
        self._counter.add(-self._size)
        self._size = 0
        self._hash = _new_hash(self._file) if self._file.digest else None
        return self._write_chunk

    def _write_chunk(self, piece: bytes) -> None:
        self._out.write(piece)
        if self._hash:
            self._hash.update(piece)
            self._size += len(piece)
            self._counter.add(len(piece))

    def _verify_digest(self, address: str) -> None:
        algorithm, _, expected = self._file.digest.partition(":")
        actual = self._hash.hexdigest() if self._hash else ""
        if actual != expected:
            raise DownloadError(
                f"{address}: is not the file it should be: its {algorithm} sum is {actual}, not {expected}",
                hint="no part of it was kept; try again later",
            )


@contextmanager
def _convert_fetch_errors() -> Iterator[None]:
    """Raise a FetchError as a DownloadError, which is an error of engines."""
    try:
        yield
    except FetchError as error:
        raise DownloadError(str(error), hint=error.hint) from error
