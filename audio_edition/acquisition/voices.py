"""A voice's name → its files in the user's folder of voices, each proved before it is put there.

`audio_edition.build` does not name it: nothing but `voices --fetch` ever loads what fetches a voice. What there
is to fetch is the engine's to say, in its own process; the engine itself fetches nothing.
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
"""Called with how many bytes are here and how many there are to come in all."""

ENDPOINT_VARIABLE = "HF_ENDPOINT"
"""Environment variable: a mirror of Hugging Face, as its own tools name it."""

DOWNLOAD_POLICY = FetchPolicy(pause=0.2, total_timeout=3600.0)
"""A model takes as long as the line needs; a line that falls silent is given up all the same."""

_HUGGING_FACE = "https://huggingface.co"
_MAX_CATALOGUE_BYTES = 16 * 2**20
_CHUNK_BYTES = 1 << 20
_MAX_NAMES_IN_HINT = 8
"""Names that an error lists of each engine, those most like the wanted one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchedVoice:
    """A voice that is here now; without files if it comes with its engine, and not `new` if it was here before."""

    engine: str
    voice: str
    files: tuple[Path, ...]
    new: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class _VoiceCatalogue:
    """What an engine could have, by name, and where it lies."""

    source: str = ""
    downloads: Mapping[str, Download] = field(default_factory=dict)


def fetch_voice(
    name: str, engine: str | None, progress: DownloadProgress, manners: FetchPolicy = DOWNLOAD_POLICY
) -> FetchedVoice:
    """Bring a voice of `engine`, or of the first one that knows it.

    Raises VoiceNotFoundError, EngineNotFoundError and DownloadError.
    """
    offers: dict[str, _VoiceCatalogue] = {}
    lacking = []
    for each in (engine,) if engine else engines.list_by_preference():
        try:
            offers[each] = _load_catalogue(each, manners)
        except EngineError as error:
            if engine or isinstance(error, DownloadError):
                raise
            lacking.append(f"{error}: {error.hint}")
        else:
            if name in offers[each].downloads:
                return _install_voice(each, offers[each].downloads[name], offers[each].source, progress, manners)
    hint = (
        "\n  ".join([*_suggest_voices(name, offers), *lacking]) or "`audio-edition voices` lists those usable here"
    )
    raise VoiceNotFoundError(f"no voice {name!r} can be fetched", hint=hint)


def _load_catalogue(engine: str, manners: FetchPolicy) -> _VoiceCatalogue:
    with closing(EngineProcess(engine)) as process:
        own, catalogue = process.source()
        source = _apply_mirror(own)
        listed = _download_bytes(source + catalogue, manners) if catalogue else b""
        return _VoiceCatalogue(source=source, downloads={each.voice: each for each in process.downloads(listed)})


def _apply_mirror(source: str) -> str:
    mirror = os.environ.get(ENDPOINT_VARIABLE, "").rstrip("/")
    return (
        f"{mirror}{source.removeprefix(_HUGGING_FACE)}"
        if mirror and source.startswith(f"{_HUGGING_FACE}/")
        else source
    )


def _download_bytes(address: str, manners: FetchPolicy) -> bytes:
    """A small file, whole."""
    held = BytesIO()

    def begin() -> Callable[[bytes], object]:
        held.seek(0)
        held.truncate()
        return held.write

    with _convert_fetch_errors():
        download(address, begin, replace(manners, max_bytes=_MAX_CATALOGUE_BYTES))
    return held.getvalue()


def _suggest_voices(name: str, offers: Mapping[str, _VoiceCatalogue]) -> Iterator[str]:
    """A line for each engine that could have voices, those first whose names are like the wanted one."""

    def unlike(other: str) -> float:
        return -SequenceMatcher(None, name.casefold(), other.casefold()).ratio()

    for engine, offer in offers.items():
        names = sorted(offer.downloads, key=unlike)
        if names:
            more = f" and {len(names) - _MAX_NAMES_IN_HINT} more" if len(names) > _MAX_NAMES_IN_HINT else ""
            yield f"{engine} could have {', '.join(names[:_MAX_NAMES_IN_HINT])}{more}"


def _install_voice(
    engine: str, wanted: Download, source: str, progress: DownloadProgress, manners: FetchPolicy
) -> FetchedVoice:
    folder = voice_files.engine_folder(engine)
    with _lock_folder(folder):
        missing = [file for file in wanted.files if not _is_intact(folder / file.target, file)]
        if missing:
            _download_files(missing, source, folder, progress, manners)
    return FetchedVoice(
        engine=engine,
        voice=wanted.voice,
        files=tuple(folder / file.target for file in wanted.files),
        new=bool(missing),
    )


@contextmanager
def _lock_folder(folder: Path) -> Iterator[None]:
    """Exclusive hold of a folder of voices. Raises DownloadError where it cannot be written."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with FileLock(folder / files.LOCK_NAME, timeout=0):
            files.remove_partial_files(folder)
            yield
    except Timeout as error:
        raise DownloadError(f"{folder}: another fetch is writing there", hint="wait until it has ended") from error
    except OSError as error:
        raise DownloadError(f"{folder}: {error.strerror or error}", hint="is it yours? is there room?") from error


def _is_intact(file: Path, wanted: RemoteFile) -> bool:
    """Whether a file is there already; any file will do that nothing proves."""
    if not file.is_file() or not wanted.digest:
        return file.is_file()
    digest = _new_hash(wanted)
    with file.open("rb") as held:
        while piece := held.read(_CHUNK_BYTES):
            digest.update(piece)
    return digest.hexdigest() == wanted.digest.partition(":")[2]


def _new_hash(file: RemoteFile) -> hashlib._Hash:
    return hashlib.new(file.digest.partition(":")[0], usedforsecurity=False)


def _download_files(
    wanted: Sequence[RemoteFile], source: str, folder: Path, progress: DownloadProgress, manners: FetchPolicy
) -> None:
    """All of the files or none; the first one is put in its place last, when the others are there."""
    count = _ByteCounter(progress, sum(file.size for file in wanted if file.digest))
    try:
        with ExitStack() as places:
            for file in wanted:
                (folder / file.target).parent.mkdir(exist_ok=True)
                out = places.enter_context(files.open_atomic(folder / file.target))
                _FileDownload(file, out, count).receive(source + quote(file.source), manners)
    except BaseException:
        for file in wanted:
            with suppress(OSError):  # not empty: there is a voice in it
                (folder / file.target).parent.rmdir()
        raise


class _ByteCounter:
    """Bytes that are here of those that are to come."""

    def __init__(self, progress: DownloadProgress, total: int) -> None:
        self._progress = progress
        self._total = total
        self._done = 0

    def add(self, size: int) -> None:
        """So many more; fewer, if a file has to come again."""
        self._done += size
        self._progress(self._done, self._total)


class _FileDownload:
    """A file as it comes: written, counted and hashed, and begun anew where the line broke."""

    def __init__(self, file: RemoteFile, out: BinaryIO, count: _ByteCounter) -> None:
        self._file = file
        self._out = out
        self._count = count
        self._size = 0

    def receive(self, address: str, manners: FetchPolicy) -> None:
        """All of it. Raises DownloadError."""
        with _convert_fetch_errors():
            download(address, self._restart, replace(manners, max_bytes=self._file.size))
        self._verify_digest(address)

    def _restart(self) -> Callable[[bytes], object]:
        self._out.seek(0)
        self._out.truncate()
        self._count.add(-self._size)
        self._size = 0
        self._hash = _new_hash(self._file) if self._file.digest else None
        return self._write_chunk

    def _write_chunk(self, piece: bytes) -> None:
        self._out.write(piece)
        if self._hash:
            self._hash.update(piece)
            self._size += len(piece)
            self._count.add(len(piece))

    def _verify_digest(self, address: str) -> None:
        kind, _, wanted = self._file.digest.partition(":")
        found = self._hash.hexdigest() if self._hash else ""
        if found != wanted:
            raise DownloadError(
                f"{address}: is not the file it should be: its {kind} sum is {found}, not {wanted}",
                hint="nothing of it was kept; try again later",
            )


@contextmanager
def _convert_fetch_errors() -> Iterator[None]:
    """What went wrong on the network as an error of engines."""
    try:
        yield
    except FetchError as error:
        raise DownloadError(str(error), hint=error.hint) from error
