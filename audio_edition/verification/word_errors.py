"""What was to be said against what was heard: word errors, and runs of words that are missing or too many."""

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
"""So many equal words end a difference; fewer are often equal by chance ("the", "of")."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceComparison:
    """A sentence: its words, how many of them differ, what was heard of it, and its longest runs."""

    words: int
    errors: int
    heard: str
    missing: int
    added: int

    @property
    def longest_run(self) -> int:
        """The longer of the two."""
        return max(self.missing, self.added)


@dataclass(frozen=True, slots=True)
class _AlignedWords:
    """Words at `place` of those said, and what was heard of them."""

    place: int
    said: int
    heard: tuple[str, ...]
    equal: bool

    @property
    def errors(self) -> int:
        return 0 if self.equal else max(self.said, len(self.heard))


def compare_sentences(sentences: Sequence[str], heard: str, language: str) -> list[SentenceComparison]:
    """Each of the sentences (in spoken form) with its part of what was heard (as written) of all of them."""
    said = [normalize_spoken(sentence, language) for sentence in sentences]
    written = normalize_recognized(heard, language)
    known = collect_compounds(*said, written)
    said = [join_compounds(words, known) for words in said]
    steps = list(_align_words([word for words in said for word in words], join_compounds(written, known)))
    owners = [number for number, words in enumerate(said) for _ in words]
    return [_compare_sentence(len(words), steps, owners, number) for number, words in enumerate(said)]


def _compare_sentence(
    words: int, steps: Sequence[_AlignedWords], owners: Sequence[int], number: int
) -> SentenceComparison:
    own = [step for step in steps if _owning_sentence(step, owners) == number]
    surplus = [run for first, run in _find_differences(steps) if _owning_sentence(first, owners) == number]
    return SentenceComparison(
        words=words,
        errors=sum(step.errors for step in own),
        heard=" ".join(word for step in own for word in step.heard),
        missing=max([0, *(-run for run in surplus)]),
        added=max([0, *surplus]),
    )


def _owning_sentence(step: _AlignedWords, owners: Sequence[int]) -> int:
    """The sentence of a step; what was added belongs to the words before it."""
    return owners[max(0, step.place - (step.said == 0))] if owners else 0


def _align_words(said: Sequence[str], heard: Sequence[str]) -> Iterator[_AlignedWords]:
    """The alignment with the fewest word errors, a step a word where words face each other."""
    from rapidfuzz.distance import Levenshtein

    for code in Levenshtein.opcodes(said, heard):
        place, count, rest = code.src_start, code.src_end - code.src_start, heard[code.dest_start : code.dest_end]
        if count == 0:
            yield _AlignedWords(place, 0, tuple(rest), equal=False)
        for index in range(count):
            yield _AlignedWords(place + index, 1, tuple(rest[index : index + 1]), equal=code.tag == "equal")


def _find_differences(steps: Sequence[_AlignedWords]) -> Iterator[tuple[_AlignedWords, int]]:
    """The first step of every difference, and how many words more were heard there than said."""
    first, surplus, agreed = None, 0, 0
    for step in steps:
        agreed = agreed + 1 if step.equal else 0
        if not step.equal:
            first = first or step
            surplus += len(step.heard) - step.said
        elif first and agreed == _MATCHES_ENDING_RUN:
            yield first, surplus
            first, surplus = None, 0
    if first:
        yield first, surplus
