"""Reads transcripts, aligns them with the report, and finds sentences of unlikely duration."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from audio_edition.errors import PublishError
from audio_edition.model import Cue, Edition
from audio_edition.podcast.archive import read_archive
from audio_edition.podcast.build_report import BuildReport, UtteranceEntry
from audio_edition.podcast.publisher import recover_edition
from audio_edition.podcast.transcript import read_vtt
from audio_edition.speech.pace import Pace


@dataclass(frozen=True, slots=True, kw_only=True)
class SpokenSentence:
    """A sentence of a transcript with its time, its spoken form and its voice."""

    cue: Cue
    spoken: str
    voice: str

    @property
    def seconds(self) -> float:
        """Duration in seconds."""
        return (self.cue.end_ms - self.cue.start_ms) / 1000


def load_editions(output: Path) -> tuple[Edition, ...]:
    """Return the issues in an output folder, newest first. An interrupted publication is completed first.

    Raises PublishError if there is none.
    """
    recover_edition(output)
    if editions := read_archive(output).editions:
        return editions
    raise PublishError(f"{output}: there is no edition here", hint="build it first: audio-edition build")


def read_cues(output: Path, slug: str) -> tuple[Cue, ...]:
    """Read the transcript of an episode. Raises OSError or ValueError."""
    return read_vtt((output / "episodes" / f"{slug}.vtt").read_text(encoding="utf-8"))


def read_sentences(output: Path, report: BuildReport, slug: str) -> list[SpokenSentence]:
    """Read all sentences of an episode. Raises OSError or ValueError."""
    return list(align_cues(read_cues(output, slug), select_utterances(report, slug)))


def select_utterances(report: BuildReport, slug: str) -> list[UtteranceEntry]:
    """Return the utterances of an article's episode; for other episodes those of the opening and all articles."""
    own = [article.utterances for article in report.articles if article.slug == slug]
    all_ = [report.openings.get(slug, ()), *(article.utterances for article in report.articles)]
    return [each for utterances in own or all_ for each in utterances]


def align_cues(cues: Sequence[Cue], utterances: Sequence[UtteranceEntry]) -> Iterator[SpokenSentence]:
    """Yield the utterances with their times; a long one is several cues, and those without a cue are skipped.

    Raises ValueError for a cue that belongs to no utterance.
    """
    position = 0
    for each in utterances:
        expected, text, first = to_alphanumeric(each.written), "", position
        while (
            position < len(cues)
            and text != expected
            and expected.startswith(text + to_alphanumeric(cues[position].text))
        ):
            text += to_alphanumeric(cues[position].text)
            position += 1
        if text != expected:
            position = first
        elif position > first:
            cue = Cue(start_ms=cues[first].start_ms, end_ms=cues[position - 1].end_ms, text=each.written)
            yield SpokenSentence(cue=cue, spoken=each.spoken, voice=each.voice)
    if position < len(cues):
        raise ValueError(f"the transcript has text that is not in the report: {cues[position].text[:50]!r}")


def find_unlikely_durations(sentences: Mapping[str, Sequence[SpokenSentence]]) -> Iterator[str]:
    """Yield a line for each sentence, by episode, that is too short or too long for the pace of its voice.

    The pace of a voice is estimated from the sentences themselves.
    """
    paces = _estimate_paces(each for episode in sentences.values() for each in episode)
    for slug, episode in sentences.items():
        for each in episode:
            if pace := paces.get(each.voice):
                shortest, longest = pace.bounds(each.spoken)
                if not shortest <= each.seconds <= longest:
                    yield (
                        f"{slug}: {each.seconds:.1f} s for what takes {shortest:.1f} to {longest:.1f} s to say: "
                        f"{each.cue.text[:50]!r}"
                    )


def _estimate_paces(sentences: Iterable[SpokenSentence]) -> dict[str, Pace]:
    by_voice: dict[str, list[tuple[str, float]]] = defaultdict(list)
    for each in sentences:
        by_voice[each.voice].append((each.spoken, each.seconds))
    paces = {voice: Pace.fit(texts) for voice, texts in by_voice.items()}
    return {voice: pace for voice, pace in paces.items() if pace}


def to_alphanumeric(text: str) -> str:
    """Return the letters and digits of a text, because transcripts break lines where paragraphs do not."""
    return re.sub(r"[\W_]+", "", text.casefold())
