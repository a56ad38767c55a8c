"""report.json: what a build did, article by article, as it is published beside the edition.

The types are the format: each field is a key of the file, in this order.
"""

from __future__ import annotations

import datetime
import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import msgspec

from audio_edition.errors import PublishError
from audio_edition.model import EpisodeKind

FILE_NAME = "report.json"
"""The report of the last build. Every issue has a copy of its own beside its page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakerEntry:
    """A voice that speaks in the edition, its engine, and the gain in decibels that levels it."""

    engine: str
    fingerprint: str
    licence: str
    voice: str
    name: str
    language: str
    voice_licence: str
    gain_db: float

    @property
    def key(self) -> str:
        """The voice as utterances name it: "engine:voice"."""
        return f"{self.engine}:{self.voice}"


@dataclass(frozen=True, slots=True, kw_only=True)
class EpisodeEntry:
    """An episode with the path of its MP3 in the output folder and the size of that in bytes."""

    slug: str
    guid: str
    kind: EpisodeKind
    title: str
    file: str
    bytes: int
    duration_ms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class UtteranceEntry:
    """A sentence as written and as spoken, and the voice that speaks it ("engine:voice")."""

    written: str
    spoken: str
    voice: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DroppedEntry:
    """A block that is not spoken, and the rule that dropped it."""

    text: str
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FlawEntry:
    """A clip that sounded wrong at first, and whether it was corrected."""

    text: str
    fault: str
    mended: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ScriptEntry:
    """A script: the text that is spoken, as written, and the blocks that are not spoken."""

    id: str
    section: str | None
    kicker: str | None
    headline: str
    standfirst: str | None
    byline: str | None
    published: datetime.date | None
    language: str | None
    paragraphs: tuple[str, ...]
    dropped: tuple[DroppedEntry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleEntry(ScriptEntry):
    """An article of the edition; `duration_ms` is None if it has no episode of its own."""

    slug: str
    source: str
    duration_ms: int | None
    utterances: tuple[UtteranceEntry, ...]
    flaws: tuple[FlawEntry, ...]
    warnings: tuple[str, ...]

    @property
    def transcript_paragraphs(self) -> tuple[str, ...]:
        """Headline, standfirst and paragraphs: the texts that a transcript of the article must contain."""
        return tuple(filter(None, (self.headline, self.standfirst, *self.paragraphs)))


@dataclass(frozen=True, slots=True, kw_only=True)
class FailureEntry:
    """An article that is missing from the edition, and the reason."""

    id: str
    source: str
    error: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildReport:
    """The report of a build; `openings` are the first utterances of editions and sections by the slug."""

    title: str
    date: datetime.date
    speakers: tuple[SpeakerEntry, ...]
    episodes: tuple[EpisodeEntry, ...]
    openings: Mapping[str, tuple[UtteranceEntry, ...]]
    articles: tuple[ArticleEntry, ...]
    failures: tuple[FailureEntry, ...]
    warnings: tuple[str, ...]

    @property
    def drops_by_rule(self) -> Counter[str]:
        """The number of blocks that each rule dropped; the part of a name after a colon is a case of the rule."""
        return Counter(drop.rule.partition(":")[0] for article in self.articles for drop in article.dropped)


def render_report(report: BuildReport) -> bytes:
    """Return the report as a file. Equal builds give equal bytes: it has no times and no outside paths."""
    text = json.dumps(msgspec.to_builtins(report), ensure_ascii=False, indent=1) + "\n"
    return text.encode("utf-8", "backslashreplace")  # the name of a source file may be no valid text


def read_report(file: Path) -> BuildReport:
    """Read a report. Raises PublishError if it is missing or damaged."""
    try:
        return msgspec.convert(json.loads(file.read_text("utf-8")), type=BuildReport)
    except (OSError, ValueError) as error:
        raise PublishError(f"{file}: {error}", hint="build that issue again") from error
