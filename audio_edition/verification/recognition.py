"""Compares the speech of a published edition with its text, using a speech recogniser."""

from __future__ import annotations

from bisect import bisect
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby
from pathlib import Path
from statistics import median

from audio_edition.errors import AudioError
from audio_edition.languages import tags
from audio_edition.model import Edition, Episode, EpisodeKind
from audio_edition.podcast.build_report import BuildReport, read_report
from audio_edition.speech.recognizer import Recognizer
from audio_edition.verification.asr_segments import MIN_ERROR_RUN, recognize_sentences
from audio_edition.verification.transcripts import (
    SpokenSentence,
    load_editions,
    read_sentences,
    to_alphanumeric,
)
from audio_edition.verification.word_errors import SentenceComparison

_DOUBTFUL_SHARE = 0.3
_MIN_DOUBTFUL_WORDS = 3
"""A paragraph is doubtful if at least this share of its words, and this number of words, differ.

Of hibari's 60 paragraphs none has more than 11 % recognition errors. pyttsx3's have 12 % in the mean, and one in
fifteen has more than 30 %.
"""

_UNINTELLIGIBLE_WER = 0.4
"""If the median word error rate of a language is at least this, the recogniser does not understand it."""

_PREFERRED_KINDS = (EpisodeKind.ARTICLE, EpisodeKind.EDITION, EpisodeKind.SECTION)
"""Episodes of the first kind that exists are transcribed; the others have the same sound."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A paragraph whose sound differs from its text.

    `said` and `heard` are the text and the transcription of the sentences that differ, `missing` and `added` the
    longest runs of words. `understood` is False if the recogniser does not understand the language.
    """

    episode: str
    start_ms: int
    said: str
    heard: str
    words: int
    errors: int
    missing: int
    added: int
    understood: bool

    @property
    def is_problem(self) -> bool:
        """True if words were certainly left out or added."""
        return self.understood and max(self.missing, self.added) >= MIN_ERROR_RUN


@dataclass(frozen=True, slots=True, kw_only=True)
class RecognitionResult:
    """Counts of words and of word errors, findings, and the languages that the recogniser does not support."""

    words: int
    errors: int
    findings: tuple[Finding, ...]
    unknown: tuple[str, ...]

    @property
    def wer(self) -> float:
        """Word error rate, 0 without words."""
        return self.errors / max(1, self.words)


@dataclass(frozen=True, slots=True, kw_only=True)
class _SentenceResult:
    sentence: SpokenSentence
    comparison: SentenceComparison
    locale: str
    episode: str
    paragraph: int


def recognize_edition(output: Path, progress: Callable[[int, int], None]) -> RecognitionResult:
    """Transcribe and compare every article once. Unreadable episodes are skipped, because `check` reports them.

    `progress` is called with the milliseconds done and in all. Raises PublishError.
    """
    reports = {
        edition.issue_date: read_report(output / f"{edition.stem}.json") for edition in load_editions(output)
    }
    recognizer = Recognizer()
    sentences: list[_SentenceResult] = []
    unknown: set[str] = set()
    for done, total, edition, episode in _choose_episodes(load_editions(output)):
        progress(done, total)
        report, slug = reports[edition.issue_date], episode.slug
        locales = _find_locales(report, slug)
        try:
            spoken = read_sentences(output, report, slug)
            supported = [each for each in spoken if recognizer.supports(locales[each.voice])]
            unknown |= {locales[each.voice] for each in spoken} - {locales[each.voice] for each in supported}
            paragraphs = _number_paragraphs(spoken, report)
            for each, comparison in recognize_sentences(output / episode.media, supported, locales, recognizer):
                progress(done + each.cue.end_ms, total)
                sentences.append(
                    _SentenceResult(
                        sentence=each,
                        comparison=comparison,
                        locale=locales[each.voice],
                        episode=slug,
                        paragraph=paragraphs[each.cue.start_ms],
                    )
                )
        except (OSError, ValueError, AudioError):
            continue
    return RecognitionResult(
        words=sum(each.comparison.words for each in sentences),
        errors=sum(each.comparison.errors for each in sentences),
        findings=tuple(_collect_findings(sentences)),
        unknown=tuple(sorted(unknown)),
    )


def _choose_episodes(editions: Iterable[Edition]) -> Iterator[tuple[int, int, Edition, Episode]]:
    """Yield the episodes to transcribe, each after the milliseconds of the episodes before it and of all."""
    chosen = [(edition, episode) for edition in editions for episode in _select_one_kind(edition.episodes)]
    *starts, total = accumulate((episode.track.duration_ms for _, episode in chosen), initial=0)
    for start, (edition, episode) in zip(starts, chosen, strict=True):
        yield start, total, edition, episode


def _select_one_kind(episodes: Iterable[Episode]) -> list[Episode]:
    by_kind = ([e for e in episodes if e.kind is kind] for kind in _PREFERRED_KINDS)
    return next(filter(None, by_kind), [])


def _find_locales(report: BuildReport, slug: str) -> dict[str, str]:
    """Return the language of each voice in an episode: the article's if it is the voice's too, else the voice's."""
    own = next((article.language for article in report.articles if article.slug == slug), None)
    voices = {speaker.key: speaker.language for speaker in report.speakers}
    return {
        voice: own if own and (language == "und" or tags.is_same_language(own, language)) else language
        for voice, language in voices.items()
    }


def _number_paragraphs(sentences: Sequence[SpokenSentence], report: BuildReport) -> dict[int, int]:
    """Return the number of each sentence's paragraph by the start of the sentence in milliseconds.

    Sentences between two paragraphs of the report are a paragraph too.
    """
    starts = list(accumulate((len(to_alphanumeric(each.cue.text)) for each in sentences), initial=0))
    text = to_alphanumeric(" ".join(each.cue.text for each in sentences))
    edges, position = [], 0
    for article in report.articles:
        for paragraph in article.transcript_paragraphs:
            expected = to_alphanumeric(paragraph)
            start = text.find(expected, position)
            if start >= 0:
                position = start + len(expected)
                edges += [start, position]
    return {each.cue.start_ms: bisect(edges, start) for each, start in zip(sentences, starts, strict=False)}


def _collect_findings(sentences: Sequence[_SentenceResult]) -> Iterator[Finding]:
    understood = _judge_locales(sentences)
    for (episode, _), group in groupby(sentences, lambda each: (each.episode, each.paragraph)):
        paragraph = list(group)
        words = sum(each.comparison.words for each in paragraph)
        errors = sum(each.comparison.errors for each in paragraph)
        run = max(each.comparison.longest_run for each in paragraph)
        if run >= MIN_ERROR_RUN or errors >= max(_MIN_DOUBTFUL_WORDS, _DOUBTFUL_SHARE * words):
            wrong = [each for each in paragraph if each.comparison.errors]
            yield Finding(
                episode=episode,
                start_ms=wrong[0].sentence.cue.start_ms,
                said=" ".join(each.sentence.spoken for each in wrong),
                heard=" ".join(each.comparison.transcription for each in wrong),
                words=words,
                errors=errors,
                missing=max(each.comparison.missing for each in wrong),
                added=max(each.comparison.added for each in wrong),
                understood=understood[paragraph[0].locale],
            )


def _judge_locales(sentences: Sequence[_SentenceResult]) -> dict[str, bool]:
    """Return, for each language, True if the recogniser understands it as it is spoken here."""
    rates: dict[str, list[float]] = defaultdict(list)
    for each in sentences:
        rates[each.locale].append(each.comparison.errors / max(1, each.comparison.words))
    return {locale: median(values) < _UNINTELLIGIBLE_WER for locale, values in rates.items()}
