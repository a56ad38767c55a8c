"""Compares a text with its transcription: word errors, and runs of missing or added words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from audio_edition.verification.text_normalization import (
    collect_compounds,
    join_compounds,
    normalize_recognized,
    normalize_spoken,
)

_MATCHES_ENDING_RUN = 2
"""A difference ends after so many equal words; fewer are often equal by chance ("the", "of")."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceComparison:
    """A compared sentence: counts of words and errors, its transcription, and the longest runs of words."""

    words: int
    errors: int
    transcription: str
    missing: int
    added: int

    @property
    def longest_run(self) -> int:
        """The length of the longest run of missing or added words."""
        return max(self.missing, self.added)


@dataclass(frozen=True, slots=True)
class _AlignedWords:
    """The number of `expected` words (0 or 1) at index `position`, and the transcribed words aligned with them."""

    position: int
    expected: int
    transcribed: tuple[str, ...]
    equal: bool

    @property
    def errors(self) -> int:
        return 0 if self.equal else max(self.expected, len(self.transcribed))


def compare_sentences(sentences: Sequence[str], transcription: str, language: str) -> list[SentenceComparison]:
    """Compare each sentence (in spoken form) with its part of the transcription (as written) of all of them.

    Words are aligned by the Levenshtein distance.
    """
    expected = [normalize_spoken(sentence, language) for sentence in sentences]
    transcribed = normalize_recognized(transcription, language)
    known = collect_compounds(*expected, transcribed)
    expected = [join_compounds(words, known) for words in expected]
    steps = list(_align_words([word for words in expected for word in words], join_compounds(transcribed, known)))
    owners = [number for number, words in enumerate(expected) for _ in words]
    return [_compare_sentence(len(words), steps, owners, number) for number, words in enumerate(expected)]


def _compare_sentence(
    words: int, steps: Sequence[_AlignedWords], owners: Sequence[int], number: int
) -> SentenceComparison:
    own = [step for step in steps if _owning_sentence(step, owners) == number]
    surplus = [run for first, run in _find_differences(steps) if _owning_sentence(first, owners) == number]
    return SentenceComparison(
        words=words,
        errors=sum(step.errors for step in own),
        transcription=" ".join(word for step in own for word in step.transcribed),
        missing=max([0, *(-run for run in surplus)]),
        added=max([0, *surplus]),
    )


def _owning_sentence(step: _AlignedWords, owners: Sequence[int]) -> int:
    """Return the number of the sentence of a step; added words belong to the sentence of the words before them."""
    return owners[max(0, step.position - (step.expected == 0))] if owners else 0


def _align_words(expected: Sequence[str], transcribed: Sequence[str]) -> Iterator[_AlignedWords]:
    """Yield the alignment with the fewest word errors; each expected word is a step."""
    from rapidfuzz.distance import Levenshtein

    for code in Levenshtein.opcodes(expected, transcribed):
        position, count, rest = (
            code.src_start,
            code.src_end - code.src_start,
            transcribed[code.dest_start : code.dest_end],
        )
        if count == 0:
            yield _AlignedWords(position, 0, tuple(rest), equal=False)
        for index in range(count):
            yield _AlignedWords(position + index, 1, tuple(rest[index : index + 1]), equal=code.tag == "equal")


def _find_differences(steps: Sequence[_AlignedWords]) -> Iterator[tuple[_AlignedWords, int]]:
    """Yield the first step of every difference and its surplus: transcribed words minus expected words."""
    first, surplus, matches = None, 0, 0
    for step in steps:
        matches = matches + 1 if step.equal else 0
        if not step.equal:
            first = first or step
            surplus += len(step.transcribed) - step.expected
        elif first and matches == _MATCHES_ENDING_RUN:
            yield first, surplus
            first, surplus = None, 0
    if first:
        yield first, surplus
