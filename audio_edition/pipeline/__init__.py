"""The build, stage by stage; the only package that knows them all."""

from audio_edition.pipeline.build import build
from audio_edition.pipeline.check import check
from audio_edition.pipeline.scripts import ScriptReader, read_scripts

__all__ = ["ScriptReader", "build", "check", "read_scripts"]
