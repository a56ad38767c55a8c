"""Piper's voices.json → what there is to fetch: three files a voice, in a folder of the voice's full name."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Any

from audio_edition.errors import EngineError
from audio_edition.model import Download, RemoteFile

SOURCE_URL = "https://huggingface.co/rhasspy/piper-voices/resolve/v1.0.0/"
"""One revision, so that a name always means the same voice."""

CARD_NAME = "MODEL_CARD"
"""Says the licence. Cards are edited after the catalogue is made, so nothing proves them."""

_MAX_CARD_BYTES = 1 << 16
_VOICE_NAME = re.compile(r"[A-Za-z]{2,3}_[A-Za-z]{2,4}-\w+-\w+")
_MD5_DIGEST = re.compile(r"[0-9a-f]{32}")


def parse_catalogue(data: bytes) -> tuple[Download, ...]:
    """The voices that are listed with a model, its JSON and a card. Raises EngineError."""
    try:
        listed = json.loads(data)
        found = (Download(voice=name, files=_remote_files(name, about["files"])) for name, about in listed.items())
        return tuple(each for each in found if _VOICE_NAME.fullmatch(each.voice) and len(each.files) == 3)
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise EngineError(f"piper's list of voices cannot be read: {error!r}", hint="try again later") from error


def _remote_files(voice: str, listed: Mapping[str, Mapping[str, Any]]) -> tuple[RemoteFile, ...]:
    """The model first, which is put in its place last."""
    wanted = (f"{voice}.onnx", f"{voice}.onnx.json", CARD_NAME)
    paths = {PurePosixPath(path).name: path for path in listed}
    return tuple(_remote_file(voice, paths[name], listed[paths[name]]) for name in wanted if name in paths)


def _remote_file(voice: str, path: str, about: Mapping[str, Any]) -> RemoteFile:
    name = PurePosixPath(path).name
    if name == CARD_NAME:
        return RemoteFile(source=path, target=f"{voice}/{name}", size=_MAX_CARD_BYTES)
    if not _MD5_DIGEST.fullmatch(about["md5_digest"]):
        raise ValueError(f"{name} has no md5 sum")
    digest = f"md5:{about['md5_digest']}"
    return RemoteFile(source=path, target=f"{voice}/{name}", size=int(about["size_bytes"]), digest=digest)
