"""What a build did, article by article: the summary, --json and report.json say the same."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from audio_edition.errors import Failure
from audio_edition.model import Edition, Flaw, Publication, Script, Speaker
from audio_edition.recording.job import JobResult


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The result of a build.

    `recorded` and `slugs` are by the article's id, `openings` by the slug of the episode that begins with them.
    """

    publication: Publication
    edition: Edition
    scripts: tuple[Script, ...]
    failures: tuple[Failure, ...]
    speakers: tuple[Speaker, ...]
    recorded: Mapping[str, tuple[JobResult, ...]]
    openings: Mapping[str, JobResult]
    slugs: Mapping[str, str]
    warnings: tuple[str, ...]

    @property
    def drops_by_rule(self) -> Counter[str]:
        """How many blocks each rule dropped; the part after a colon names a case, not a rule."""
        return Counter(drop.rule.partition(":")[0] for script in self.scripts for drop in script.dropped)

    @property
    def flaws(self) -> tuple[Flaw, ...]:
        """Every clip that was not as it should be at first, each once, however many articles it is in."""
        passages = (*self.openings.values(), *(each for passages in self.recorded.values() for each in passages))
        found = (flaw for each in passages for flaw in each.flaws)
        return tuple(dict.fromkeys(found))

    def render(self) -> str:
        """report.json: no clock and no path outside the edition, so that equal builds are equal bytes."""
        lengths = {episode.slug: episode.track.duration_ms for episode in self.edition.episodes}
        document = {
            "title": self.edition.title,
            "date": self.edition.issue_date.isoformat(),
            "speakers": [_describe_speaker(each) for each in self.speakers],
            "episodes": [
                {
                    "slug": e.slug,
                    "guid": e.guid,
                    "kind": e.kind,
                    "title": e.title,
                    "file": e.media,
                    "bytes": e.size,
                    "duration_ms": e.track.duration_ms,
                }
                for e in self.edition.episodes
            ],
            "openings": {slug: _describe_utterances([recorded]) for slug, recorded in self.openings.items()},
            "articles": [
                self._describe_article(script, lengths.get(self.slugs[script.id])) for script in self.scripts
            ],
            "failures": [{"id": f.id, "source": f.source, "error": f.reason} for f in self.failures],
            "warnings": list(self.warnings),
        }
        return json.dumps(document, ensure_ascii=False, indent=1) + "\n"

    def _describe_article(self, script: Script, duration_ms: int | None) -> dict[str, object]:
        recorded = self.recorded[script.id]
        return describe_script(script) | {
            "slug": self.slugs[script.id],
            "source": script.source,
            "kicker": script.kicker,
            "duration_ms": duration_ms,
            "utterances": _describe_utterances(recorded),
            "flaws": [_describe_flaw(flaw) for each in recorded for flaw in each.flaws],
            "warnings": list(script.warnings),
        }


def _describe_speaker(speaker: Speaker) -> dict[str, object]:
    return {
        "engine": speaker.narrator.engine,
        "fingerprint": speaker.narrator.fingerprint,
        "licence": speaker.licence,
        "voice": speaker.voice.id,
        "name": speaker.voice.name,
        "language": speaker.voice.language,
        "voice_licence": speaker.voice.licence,
        "gain_db": speaker.narrator.gain,
    }


def _describe_utterances(recorded: Iterable[JobResult]) -> list[dict[str, str]]:
    """What was said, sentence by sentence, and by which voice."""
    return [
        {
            "written": line.utterance.written,
            "spoken": line.utterance.spoken,
            "voice": f"{line.narrator.engine}:{line.narrator.voice}",
        }
        for each in recorded
        for line in each.job.lines
    ]


def _describe_flaw(flaw: Flaw) -> dict[str, object]:
    return {"text": flaw.text, "fault": flaw.fault, "mended": flaw.mended}


def describe_script(script: Script) -> dict[str, object]:
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
