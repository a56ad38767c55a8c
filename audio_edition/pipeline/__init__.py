"""The build, stage by stage; the only package that knows them all."""

from audio_edition.pipeline.build import build
from audio_edition.pipeline.check import check
from audio_edition.pipeline.lexicon import lexicon_of
from audio_edition.pipeline.listening import listen
from audio_edition.pipeline.memory import is_current, remember, stamp
from audio_edition.pipeline.scripts import ScriptReader, read_scripts
from audio_edition.pipeline.unknown import unknown_names

__all__ = [
    "ScriptReader",
    "build",
    "check",
    "is_current",
    "lexicon_of",
    "listen",
    "read_scripts",
    "remember",
    "stamp",
    "unknown_names",
]
