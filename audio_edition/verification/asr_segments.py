"""Transcribes the sentences of an episode with a speech recogniser, in segments of the length that it takes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path

import numpy as np
import numpy.typing as npt

from audio_edition.audio.decoder import decode_spans
from audio_edition.speech.recognizer import MAX_SECONDS, RECOGNIZER_RATE, Recognizer
from audio_edition.verification.transcripts import SpokenSentence
from audio_edition.verification.word_errors import SentenceComparison, compare_sentences

MIN_ERROR_RUN = 3
"""This many missing or added words in a row are a fault of the speech, not a recognition error.

In 4,500 words of two voices, recognition errors were never longer than two words.
"""

_SEGMENT_MARGIN_MS = 250
"""Silence that a segment includes before and after: recognisers need some before the first word."""


def recognize_sentences(
    file: Path, sentences: Sequence[SpokenSentence], locales: Mapping[str, str], recognizer: Recognizer
) -> Iterator[tuple[SpokenSentence, SentenceComparison]]:
    """Yield every sentence of an MP3 with the comparison of its text and its sound.

    `locales` are the languages of the voices. Raises AudioError.
    """
    groups = list(_group_sentences(sentences, locales))
    spans = _segment_spans(groups)
    for group, span, sound in zip(groups, spans, decode_spans(file, spans, RECOGNIZER_RATE), strict=True):
        locale = locales[group[0].voice]
        compared = compare_sentences([each.spoken for each in group], recognizer.transcribe(sound, locale), locale)
        for each, first in zip(group, compared, strict=True):
            yield (
                each,
                first
                if first.longest_run < MIN_ERROR_RUN
                else _recognize_again(each, first, _cut_sentence(sound, each, span[0]), locale, recognizer),
            )


def _recognize_again(
    sentence: SpokenSentence,
    first: SentenceComparison,
    sound: npt.NDArray[np.float32],
    locale: str,
    recognizer: Recognizer,
) -> SentenceComparison:
    """Transcribe the sentence alone and return the better comparison: in long segments recognisers skip words."""
    (second,) = compare_sentences([sentence.spoken], recognizer.transcribe(sound, locale), locale)
    return min(first, second, key=lambda each: (each.longest_run >= MIN_ERROR_RUN, each.errors))


def _group_sentences(
    sentences: Sequence[SpokenSentence], locales: Mapping[str, str]
) -> Iterator[list[SpokenSentence]]:
    """Yield groups of sentences in one language, no longer than the recogniser takes unless one sentence is."""
    group: list[SpokenSentence] = []
    for each in sentences:
        fits = group and each.cue.end_ms - group[0].cue.start_ms <= MAX_SECONDS * 1000
        if group and not (fits and locales[each.voice] == locales[group[0].voice]):
            yield group
            group = []
        group.append(each)
    if group:
        yield group


def _segment_spans(groups: Sequence[Sequence[SpokenSentence]]) -> list[tuple[int, int]]:
    """Return start and end of each group in milliseconds, with some of the silence around it; no two overlap."""
    edges = [(group[0].cue.start_ms, group[-1].cue.end_ms) for group in groups]
    margins = [min(_SEGMENT_MARGIN_MS, (after[0] - before[1]) // 2) for before, after in pairwise(edges)]
    before, after = (
        [min(_SEGMENT_MARGIN_MS, edges[0][0]), *margins] if edges else [],
        [*margins, _SEGMENT_MARGIN_MS],
    )
    return [(edge[0] - lead, edge[1] + tail) for edge, lead, tail in zip(edges, before, after, strict=False)]


def _cut_sentence(
    sound: npt.NDArray[np.float32], sentence: SpokenSentence, start_ms: int
) -> npt.NDArray[np.float32]:
    first, last = (
        (ms - start_ms) * RECOGNIZER_RATE // 1000
        for ms in (sentence.cue.start_ms - _SEGMENT_MARGIN_MS, sentence.cue.end_ms + _SEGMENT_MARGIN_MS)
    )
    return sound[max(0, first) : last]
