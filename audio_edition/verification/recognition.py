"""Listen to a built edition with a recogniser: are the words there that were to be said, and no others?"""

from __future__ import annotations

from bisect import bisect
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby
from pathlib import Path
from statistics import median
from typing import Any

from audio_edition.errors import AudioError
from audio_edition.model import Edition, Episode, EpisodeKind
from audio_edition.speech.recognizer import Recognizer
from audio_edition.speech.voices import is_same_language
from audio_edition.verification.asr_segments import RUN, hear
from audio_edition.verification.transcripts import Said, editions_in, letters, read_report, said_in
from audio_edition.verification.word_errors import Compared

_DOUBTFUL = 0.3
_DOUBTFUL_WORDS = 3
"""Of a paragraph's words, and at least. Of hibari's 60 paragraphs none is misheard by more than 11 %; of pyttsx3's,
12 % in the mean, one in fifteen by more than 30 %."""

_HOPELESS = 0.4
"""Where half the sentences of a language are misheard as much, the recogniser does not understand it."""

_KINDS = (EpisodeKind.ARTICLE, EpisodeKind.EDITION, EpisodeKind.SECTION)
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
        return self.understood and max(self.missing, self.added) >= RUN


@dataclass(frozen=True, slots=True, kw_only=True)
class Listening:
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
class _Sentence:
    said: Said
    compared: Compared
    locale: str
    episode: str
    paragraph: int


def listen(output: Path, progress: Callable[[int, int], None]) -> Listening:
    """Listen to every article once; which episodes cannot be read is for `check` to say. Raises PublishError."""
    reports = {edition.issue_date: read_report(output, edition) for edition in editions_in(output)}
    recognizer = Recognizer()
    sentences: list[_Sentence] = []
    unknown: set[str] = set()
    for done, total, edition, episode in _episodes(editions_in(output)):
        progress(done, total)
        report, slug = reports[edition.issue_date], episode.slug
        locales = _locales(report, slug)
        try:
            said = said_in(output, report, slug)
            understood = [each for each in said if recognizer.supports(locales[each.voice])]
            unknown |= {locales[each.voice] for each in said} - {locales[each.voice] for each in understood}
            paragraphs = _paragraphs(said, report)
            for each, compared in hear(output / episode.media, understood, locales, recognizer):
                progress(done + each.cue.end_ms, total)
                sentences.append(
                    _Sentence(
                        said=each,
                        compared=compared,
                        locale=locales[each.voice],
                        episode=slug,
                        paragraph=paragraphs[each.cue.start_ms],
                    )
                )
        except (OSError, ValueError, AudioError):
            continue
    return Listening(
        words=sum(each.compared.words for each in sentences),
        errors=sum(each.compared.errors for each in sentences),
        findings=tuple(_findings(sentences)),
        unknown=tuple(sorted(unknown)),
    )


def _episodes(editions: Iterable[Edition]) -> Iterator[tuple[int, int, Edition, Episode]]:
    """The episodes to listen to, each behind the milliseconds before it and of all."""
    chosen = [(edition, episode) for edition in editions for episode in _of_one_kind(edition.episodes)]
    *starts, total = accumulate((episode.track.duration_ms for _, episode in chosen), initial=0)
    for start, (edition, episode) in zip(starts, chosen, strict=True):
        yield start, total, edition, episode


def _of_one_kind(episodes: Iterable[Episode]) -> list[Episode]:
    by_kind = ([e for e in episodes if e.kind is kind] for kind in _KINDS)
    return next(filter(None, by_kind), [])


def _locales(report: Mapping[str, Any], slug: str) -> dict[str, str]:
    """What each voice speaks in an episode: its article's language if it is the voice's, else the voice's own."""
    own = next((article["language"] for article in report["articles"] if article["slug"] == slug), None)
    voices = {f"{each['engine']}:{each['voice']}": each["language"] for each in report["speakers"]}
    return {
        voice: own if own and (language == "und" or is_same_language(own, language)) else language
        for voice, language in voices.items()
    }


def _paragraphs(said: Sequence[Said], report: Mapping[str, Any]) -> dict[int, int]:
    """The paragraph of each sentence, by its start: what lies between two paragraphs is one too."""
    starts = list(accumulate((len(letters(each.cue.text)) for each in said), initial=0))
    text = letters(" ".join(each.cue.text for each in said))
    edges, place = [], 0
    for article in report["articles"]:
        for paragraph in filter(None, (article["headline"], article["standfirst"], *article["paragraphs"])):
            wanted = letters(paragraph)
            found = text.find(wanted, place)
            if found >= 0:
                place = found + len(wanted)
                edges += [found, place]
    return {each.cue.start_ms: bisect(edges, start) for each, start in zip(said, starts, strict=False)}


def _findings(sentences: Sequence[_Sentence]) -> Iterator[Finding]:
    understood = _understood(sentences)
    for (episode, _), group in groupby(sentences, lambda each: (each.episode, each.paragraph)):
        paragraph = list(group)
        words = sum(each.compared.words for each in paragraph)
        errors = sum(each.compared.errors for each in paragraph)
        run = max(each.compared.run for each in paragraph)
        if run >= RUN or errors >= max(_DOUBTFUL_WORDS, _DOUBTFUL * words):
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


def _understood(sentences: Sequence[_Sentence]) -> dict[str, bool]:
    """Whether the recogniser understands a language as it is spoken here."""
    rates: dict[str, list[float]] = defaultdict(list)
    for each in sentences:
        rates[each.locale].append(each.compared.errors / max(1, each.compared.words))
    return {locale: median(found) < _HOPELESS for locale, found in rates.items()}
