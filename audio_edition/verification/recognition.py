"""Listen to a built edition with a recogniser: are the words there that were to be said, and no others?"""

from __future__ import annotations

from bisect import bisect
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby
from pathlib import Path
from statistics import median

from audio_edition.errors import AudioError
from audio_edition.model import Edition, Episode, EpisodeKind
from audio_edition.podcast.build_report import BuildReport, read_report
from audio_edition.speech.recognizer import Recognizer
from audio_edition.speech.voices import is_same_language
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
"""Of a paragraph's words, and at least. Of hibari's 60 paragraphs none is misheard by more than 11 %; of pyttsx3's,
12 % in the mean, one in fifteen by more than 30 %."""

_UNINTELLIGIBLE_WER = 0.4
"""Where half the sentences of a language are misheard as much, the recogniser does not understand it."""

_PREFERRED_KINDS = (EpisodeKind.ARTICLE, EpisodeKind.EDITION, EpisodeKind.SECTION)
"""What is listened to, the first kind there is: all have the same sound."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A paragraph that sounds different: of its sentences those that do, and the longest runs of words."""

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
        """Whether something was left out, or said that was not to be."""
        return self.understood and max(self.missing, self.added) >= MIN_ERROR_RUN


@dataclass(frozen=True, slots=True, kw_only=True)
class RecognitionResult:
    """Words that were to be said and how many differ, findings, and languages that nobody here understands."""

    words: int
    errors: int
    findings: tuple[Finding, ...]
    unknown: tuple[str, ...]

    @property
    def wer(self) -> float:
        """Word error rate, 0 where nothing was said."""
        return self.errors / max(1, self.words)


@dataclass(frozen=True, slots=True, kw_only=True)
class _SentenceResult:
    said: SpokenSentence
    compared: SentenceComparison
    locale: str
    episode: str
    paragraph: int


def recognize_edition(output: Path, progress: Callable[[int, int], None]) -> RecognitionResult:
    """Listen to every article once; which episodes cannot be read is for `check` to say. Raises PublishError."""
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
            said = read_sentences(output, report, slug)
            understood = [each for each in said if recognizer.supports(locales[each.voice])]
            unknown |= {locales[each.voice] for each in said} - {locales[each.voice] for each in understood}
            paragraphs = _number_paragraphs(said, report)
            for each, compared in recognize_sentences(output / episode.media, understood, locales, recognizer):
                progress(done + each.cue.end_ms, total)
                sentences.append(
                    _SentenceResult(
                        said=each,
                        compared=compared,
                        locale=locales[each.voice],
                        episode=slug,
                        paragraph=paragraphs[each.cue.start_ms],
                    )
                )
        except (OSError, ValueError, AudioError):
            continue
    return RecognitionResult(
        words=sum(each.compared.words for each in sentences),
        errors=sum(each.compared.errors for each in sentences),
        findings=tuple(_collect_findings(sentences)),
        unknown=tuple(sorted(unknown)),
    )


def _choose_episodes(editions: Iterable[Edition]) -> Iterator[tuple[int, int, Edition, Episode]]:
    """The episodes to listen to, each behind the milliseconds before it and of all."""
    chosen = [(edition, episode) for edition in editions for episode in _select_one_kind(edition.episodes)]
    *starts, total = accumulate((episode.track.duration_ms for _, episode in chosen), initial=0)
    for start, (edition, episode) in zip(starts, chosen, strict=True):
        yield start, total, edition, episode


def _select_one_kind(episodes: Iterable[Episode]) -> list[Episode]:
    by_kind = ([e for e in episodes if e.kind is kind] for kind in _PREFERRED_KINDS)
    return next(filter(None, by_kind), [])


def _find_locales(report: BuildReport, slug: str) -> dict[str, str]:
    """What each voice speaks in an episode: its article's language if it is the voice's, else the voice's own."""
    own = next((article.language for article in report.articles if article.slug == slug), None)
    voices = {speaker.key: speaker.language for speaker in report.speakers}
    return {
        voice: own if own and (language == "und" or is_same_language(own, language)) else language
        for voice, language in voices.items()
    }


def _number_paragraphs(said: Sequence[SpokenSentence], report: BuildReport) -> dict[int, int]:
    """The paragraph of each sentence, by its start: what lies between two paragraphs is one too."""
    starts = list(accumulate((len(to_alphanumeric(each.cue.text)) for each in said), initial=0))
    text = to_alphanumeric(" ".join(each.cue.text for each in said))
    edges, place = [], 0
    for article in report.articles:
        for paragraph in article.transcript_paragraphs:
            wanted = to_alphanumeric(paragraph)
            found = text.find(wanted, place)
            if found >= 0:
                place = found + len(wanted)
                edges += [found, place]
    return {each.cue.start_ms: bisect(edges, start) for each, start in zip(said, starts, strict=False)}


def _collect_findings(sentences: Sequence[_SentenceResult]) -> Iterator[Finding]:
    understood = _judge_locales(sentences)
    for (episode, _), group in groupby(sentences, lambda each: (each.episode, each.paragraph)):
        paragraph = list(group)
        words = sum(each.compared.words for each in paragraph)
        errors = sum(each.compared.errors for each in paragraph)
        run = max(each.compared.longest_run for each in paragraph)
        if run >= MIN_ERROR_RUN or errors >= max(_MIN_DOUBTFUL_WORDS, _DOUBTFUL_SHARE * words):
            wrong = [each for each in paragraph if each.compared.errors]
            yield Finding(
                episode=episode,
                start_ms=wrong[0].said.cue.start_ms,
                said=" ".join(each.said.spoken for each in wrong),
                heard=" ".join(each.compared.heard for each in wrong),
                words=words,
                errors=errors,
                missing=max(each.compared.missing for each in wrong),
                added=max(each.compared.added for each in wrong),
                understood=understood[paragraph[0].locale],
            )


def _judge_locales(sentences: Sequence[_SentenceResult]) -> dict[str, bool]:
    """Whether the recogniser understands a language as it is spoken here."""
    rates: dict[str, list[float]] = defaultdict(list)
    for each in sentences:
        rates[each.locale].append(each.compared.errors / max(1, each.compared.words))
    return {locale: median(found) < _UNINTELLIGIBLE_WER for locale, found in rates.items()}
