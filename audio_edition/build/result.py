"""The result of a build, for the command line and for other programs."""

from __future__ import annotations

from dataclasses import dataclass

from audio_edition.errors import Failure
from audio_edition.model import Edition, Flaw
from audio_edition.podcast.build_report import BuildReport


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildResult:
    """The published edition and the report of the build that made it.

    `failures` are the missing articles, `flaws` the clips that sounded wrong at first, each once. If the edition is
    `unchanged`, nothing was built and the result describes the build before: tracks have no cues then, errors are
    plain ArticleErrors, and `flaws` are those of the articles alone.
    """

    edition: Edition
    report: BuildReport
    failures: tuple[Failure, ...]
    flaws: tuple[Flaw, ...]
    unchanged: bool = False
