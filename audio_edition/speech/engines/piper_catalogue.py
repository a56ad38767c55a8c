"""Piper's voices.json → downloads: three files for each voice, in a folder with the voice's full name."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Any

from audio_edition.errors import EngineError
from audio_edition.model import Download, RemoteFile

SOURCE_URL = "https://huggingface.co/rhasspy/piper-voices/resolve/v1.0.0/"
"""Pinned to one revision, so that a name always means the same voice."""

CARD_NAME = "MODEL_CARD"
"""File with the licence. Cards are edited after the catalogue is made, so its digests do not apply to them."""

_MAX_CARD_BYTES = 1 << 16
_VOICE_NAME = re.compile(r"[A-Za-z]{2,3}_[A-Za-z]{2,4}-\w+-\w+")
_MD5_DIGEST = re.compile(r"[0-9a-f]{32}")


def parse_catalogue(data: bytes) -> tuple[Download, ...]:
    """Return the voices that are listed with a model, its JSON and a card. Raises EngineError."""
    try:
        voices = json.loads(data)
        downloads = (
            Download(voice=name, files=_remote_files(name, entry["files"])) for name, entry in voices.items()
        )
        return tuple(item for item in downloads if _VOICE_NAME.fullmatch(item.voice) and len(item.files) == 3)
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise EngineError(f"piper's list of voices cannot be read: {error!r}", hint="try again later") from error


def _remote_files(voice: str, files: Mapping[str, Mapping[str, Any]]) -> tuple[RemoteFile, ...]:
    """Return the files of a voice. The model is first, because the first file is put in place last."""
    names = (f"{voice}.onnx", f"{voice}.onnx.json", CARD_NAME)
    paths = {PurePosixPath(path).name: path for path in files}
    return tuple(_remote_file(voice, paths[name], files[paths[name]]) for name in names if name in paths)


def _remote_file(voice: str, path: str, entry: Mapping[str, Any]) -> RemoteFile:
    name = PurePosixPath(path).name
    if name == CARD_NAME:
        return RemoteFile(source=path, target=f"{voice}/{name}", size=_MAX_CARD_BYTES)
    if not _MD5_DIGEST.fullmatch(entry["md5_digest"]):
        raise ValueError(f"{name} has no md5 sum")
    digest = f"md5:{entry['md5_digest']}"
    return RemoteFile(source=path, target=f"{voice}/{name}", size=int(entry["size_bytes"]), digest=digest)
