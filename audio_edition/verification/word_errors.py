"""What was to be said against what was heard: word errors, and runs of words that are missing or too many."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from audio_edition.verification.text_normalization import compounds, joined, words_heard, words_said

_AGREEING = 2
"""So many equal words end a difference; fewer are often equal by chance ("the", "of")."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """A sentence: its words, how many of them differ, what was heard of it, and its longest runs."""

    words: int
    errors: int
    heard: str
    missing: int
    added: int

    @property
    def run(self) -> int:
        """The longer of the two."""
        return max(self.missing, self.added)


@dataclass(frozen=True, slots=True)
class _Step:
    """Words at `place` of those said, and what was heard of them."""

    place: int
    said: int
    heard: tuple[str, ...]
    equal: bool

    @property
    def errors(self) -> int:
        return 0 if self.equal else max(self.said, len(self.heard))


def compare(sentences: Sequence[str], heard: str, language: str) -> list[Compared]:
    """Each of the sentences (in spoken form) with its part of what was heard (as written) of all of them."""
    said = [words_said(sentence, language) for sentence in sentences]
    written = words_heard(heard, language)
    known = compounds(*said, written)
    said = [joined(words, known) for words in said]
    steps = list(_steps([word for words in said for word in words], joined(written, known)))
    owners = [number for number, words in enumerate(said) for _ in words]
    return [_compared(len(words), steps, owners, number) for number, words in enumerate(said)]


def _compared(words: int, steps: Sequence[_Step], owners: Sequence[int], number: int) -> Compared:
    own = [step for step in steps if _owner(step, owners) == number]
    surplus = [run for first, run in _runs(steps) if _owner(first, owners) == number]
    return Compared(
        words=words,
        errors=sum(step.errors for step in own),
        heard=" ".join(word for step in own for word in step.heard),
        missing=max([0, *(-run for run in surplus)]),
        added=max([0, *surplus]),
    )


def _owner(step: _Step, owners: Sequence[int]) -> int:
    """The sentence of a step; what was added belongs to the words before it."""
    return owners[max(0, step.place - (step.said == 0))] if owners else 0


def _steps(said: Sequence[str], heard: Sequence[str]) -> Iterator[_Step]:
    """The alignment with the fewest word errors, a step a word where words face each other."""
    from rapidfuzz.distance import Levenshtein

    for code in Levenshtein.opcodes(said, heard):
        place, count, rest = code.src_start, code.src_end - code.src_start, heard[code.dest_start : code.dest_end]
        if count == 0:
            yield _Step(place, 0, tuple(rest), equal=False)
        for index in range(count):
            yield _Step(place + index, 1, tuple(rest[index : index + 1]), equal=code.tag == "equal")


def _runs(steps: Sequence[_Step]) -> Iterator[tuple[_Step, int]]:
    """The first step of every difference, and how many words more were heard there than said."""
    first, surplus, agreed = None, 0, 0
    for step in steps:
        agreed = agreed + 1 if step.equal else 0
        if not step.equal:
            first = first or step
            surplus += len(step.heard) - step.said
        elif first and agreed == _AGREEING:
            yield first, surplus
            first, surplus = None, 0
    if first:
        yield first, surplus
