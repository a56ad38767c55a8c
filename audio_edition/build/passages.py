"""Utterances → passages: the pieces of work that are recorded one by one, and the chapters they begin."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from audio_edition.model import Passage, Role, Utterance

MAX_CHARACTERS = 1500
"""Characters of a passage after which the next paragraph begins another: about a minute and a half of speech."""

_CHAPTER_TITLE_WORDS = 7
"""Words of a paragraph's beginning that name a chapter of a story without crossheads."""

_CHAPTER_CHARACTERS = 4500
"""Characters of story after which, without a crosshead, a new chapter begins: some five minutes."""


def section_announcement(utterances: Sequence[Utterance], section: str | None = None) -> Passage | None:
    """The passage that announces an article's section; None if it has none."""
    lead = tuple(u for u in utterances if u.role is Role.SECTION)
    return Passage(utterances=lead, section=section) if lead else None


def split_story(utterances: Sequence[Utterance], headline: str, section: str | None = None) -> tuple[Passage, ...]:
    """The opening as one passage with the headline as its chapter, then the story in passages of bounded length."""
    opening = tuple(u for u in utterances if u.role in {Role.KICKER, Role.HEADLINE, Role.STANDFIRST})
    rest = [u for u in utterances if u.role is not Role.SECTION and u not in set(opening)]
    passages = (Passage(utterances=opening, chapter=headline), *_group_into_passages(rest))
    return tuple(replace(each, section=section) for each in passages)


def _group_into_passages(utterances: Sequence[Utterance]) -> Iterator[Passage]:
    """Passages that end with a paragraph, a crosshead always beginning one."""
    held: list[Utterance] = []
    title: str | None = None
    since_chapter = 0
    for paragraph in _paragraphs(utterances):
        crosshead = paragraph[0].role is Role.CROSSHEAD
        if held and (
            (crosshead and held[-1].role is not Role.CROSSHEAD)
            or _spoken_length(held) + _spoken_length(paragraph) > MAX_CHARACTERS
        ):
            yield Passage(utterances=tuple(held), chapter=title)
            held, title = [], None
        if crosshead:
            title, since_chapter = title or _trim_title(paragraph[0].written), 0
        elif not held and title is None and since_chapter >= _CHAPTER_CHARACTERS:
            title, since_chapter = _opening_words(paragraph[0].written), 0
        since_chapter += _spoken_length(paragraph)
        held += paragraph
    if held:
        yield Passage(utterances=tuple(held), chapter=title)


def _paragraphs(utterances: Sequence[Utterance]) -> Iterator[tuple[Utterance, ...]]:
    for _, group in groupby(utterances, key=lambda u: u.paragraph):
        yield tuple(group)


def _spoken_length(utterances: Sequence[Utterance]) -> int:
    return sum(len(u.spoken) for u in utterances)


def _trim_title(title: str) -> str:
    return title.strip(" :.")


def _opening_words(text: str) -> str:
    words = text.split()
    return (
        text if len(words) <= _CHAPTER_TITLE_WORDS else " ".join(words[:_CHAPTER_TITLE_WORDS]).rstrip(",;:") + "…"
    )
