"""Splits utterances into passages, the units of recording, and names the chapters that begin with them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from audio_edition.model import Passage, Role, Utterance

MAX_CHARACTERS = 1500
"""A passage ends with the paragraph before it would exceed so many characters, about 90 seconds of speech."""

_CHAPTER_TITLE_WORDS = 7
"""Number of first words of a paragraph that name a chapter where there is no crosshead."""

_CHAPTER_CHARACTERS = 4500
"""After so many characters without a crosshead, about five minutes, a new chapter begins."""


def section_announcement(utterances: Sequence[Utterance], section: str | None = None) -> Passage | None:
    """Return the passage that announces an article's section, None if the article has no section."""
    lead = tuple(u for u in utterances if u.role is Role.SECTION)
    return Passage(utterances=lead, section=section) if lead else None


def split_story(utterances: Sequence[Utterance], headline: str, section: str | None = None) -> tuple[Passage, ...]:
    """Return the opening as one passage, with the headline as chapter, then the story as several passages."""
    opening = tuple(u for u in utterances if u.role in {Role.KICKER, Role.HEADLINE, Role.STANDFIRST})
    story = [u for u in utterances if u.role is not Role.SECTION and u not in set(opening)]
    passages = (Passage(utterances=opening, chapter=headline), *_group_into_passages(story))
    return tuple(replace(each, section=section) for each in passages)


def _group_into_passages(utterances: Sequence[Utterance]) -> Iterator[Passage]:
    """Yield passages of whole paragraphs; a crosshead always begins a passage."""
    pending: list[Utterance] = []
    title: str | None = None
    chapter_length = 0
    for paragraph in _paragraphs(utterances):
        crosshead = paragraph[0].role is Role.CROSSHEAD
        if pending and (
            (crosshead and pending[-1].role is not Role.CROSSHEAD)
            or _spoken_length(pending) + _spoken_length(paragraph) > MAX_CHARACTERS
        ):
            yield Passage(utterances=tuple(pending), chapter=title)
            pending, title = [], None
        if crosshead:
            title, chapter_length = title or _trim_title(paragraph[0].written), 0
        elif not pending and title is None and chapter_length >= _CHAPTER_CHARACTERS:
            title, chapter_length = _opening_words(paragraph[0].written), 0
        chapter_length += _spoken_length(paragraph)
        pending += paragraph
    if pending:
        yield Passage(utterances=tuple(pending), chapter=title)


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
