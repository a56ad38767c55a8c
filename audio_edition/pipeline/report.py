"""What a build did, article by article: the summary, --json and report.json say the same."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass

from audio_edition.model import Edition, Script
from audio_edition.pipeline.scripts import Failure


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Who spoke: engine with fingerprint and licence, and the voices used."""

    engine: str
    fingerprint: str
    licence: str
    voices: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The result of a build."""

    edition: Edition
    scripts: tuple[Script, ...]
    failures: tuple[Failure, ...]
    speaker: Speaker
    warnings: tuple[str, ...]

    @property
    def drops(self) -> Counter[str]:
        """How many blocks each rule dropped; the part after a colon names a case, not a rule."""
        return Counter(drop.rule.partition(":")[0] for script in self.scripts for drop in script.dropped)

    def render(self) -> str:
        """report.json: no clock and no path outside the edition, so that equal builds are equal bytes."""
        lengths = {episode.slug: episode.track.duration_ms for episode in self.edition.episodes}
        document = {
            "title": self.edition.title,
            "date": self.edition.issue_date.isoformat(),
            "engine": {
                "name": self.speaker.engine,
                "fingerprint": self.speaker.fingerprint,
                "licence": self.speaker.licence,
                "voices": list(self.speaker.voices),
            },
            "episodes": [
                {
                    "slug": e.slug,
                    "kind": e.kind,
                    "title": e.title,
                    "duration_ms": e.track.duration_ms,
                    "bytes": e.size,
                }
                for e in self.edition.episodes
            ],
            "articles": [_article(script, lengths.get(script.id)) for script in self.scripts],
            "failures": [{"id": f.id, "source": f.source, "error": str(f.error)} for f in self.failures],
            "warnings": list(self.warnings),
        }
        return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _article(script: Script, duration_ms: int | None) -> dict[str, object]:
    return describe(script) | {
        "source": script.source,
        "kicker": script.kicker,
        "duration_ms": duration_ms,
        "warnings": list(script.warnings),
    }


def describe(script: Script) -> dict[str, object]:
    """A script as `segment --json` prints it."""
    return {
        "id": script.id,
        "section": script.section,
        "kicker": script.kicker,
        "headline": script.headline,
        "standfirst": script.standfirst,
        "byline": script.byline,
        "published": script.published.isoformat() if script.published else None,
        "language": script.language,
        "paragraphs": [paragraph.text for paragraph in script.narrative],
        "dropped": [{"text": drop.text, "rule": drop.rule} for drop in script.dropped],
    }
