"""Scripts → what has to be recorded, and of which recordings each episode is made."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from slugify import slugify

from audio_edition.config import Config, Pauses
from audio_edition.model import EpisodeKind, Passage, Role, Script, Take, Utterance
from audio_edition.text import passages
from audio_edition.text.verbaliser import verbalise
from audio_edition.text.verbaliser.days import written_day
from audio_edition.text.verbaliser.lexicon import Lexicon
from audio_edition.text.verbaliser.lexicon.placing import pronunciations
from audio_edition.text.verbaliser.reading import full_tag, utterances


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """An article's passages: its section's announcement, if it has a section, and the story with its opening.

    `language` is what it is read in, with a place ("en-GB") where the article or the edition names one.
    """

    script: Script
    language: str
    lead: Passage | None
    story: tuple[Passage, ...]

    @property
    def passages(self) -> tuple[Passage, ...]:
        """All of them, in order."""
        return (self.lead, *self.story) if self.lead else self.story


@dataclass(frozen=True, slots=True, kw_only=True)
class Programme:
    """An episode to be: what it is called and the takes it is made of, in order."""

    kind: EpisodeKind
    slug: str
    title: str
    summary: str
    readings: tuple[Reading, ...]
    takes: tuple[Take, ...]
    section: str | None = None

    @property
    def script(self) -> Script | None:
        """The article it is, if it is one."""
        return self.readings[0].script if self.kind is EpisodeKind.ARTICLE else None


Takes = Mapping[Passage, Take]

IDENT = Passage(utterances=())
"""The passage in which nobody speaks: the chime before a section; without a take of it there is none."""


def reading(script: Script, language: str, lexicon: Lexicon) -> Reading:
    """The passages of one article."""
    said = utterances(script, language, lexicon)
    return Reading(
        script=script,
        language=full_tag(script.language, language),
        lead=passages.section_lead(said, script.section),
        story=passages.story(said, script.headline, script.section),
    )


def opening(title: str, issue_date: date, language: str, lexicon: Lexicon) -> Passage:
    """The words a whole issue opens with: its title and date."""
    lines = (title, written_day(issue_date, language))
    said = (_announced(text, number, language, lexicon) for number, text in enumerate(lines))
    return Passage(utterances=tuple(said), chapter=title)


def _announced(text: str, paragraph: int, language: str, lexicon: Lexicon) -> Utterance:
    spoken, replacements = verbalise(text, language, lexicon=lexicon)
    return Utterance(
        written=text,
        spoken=f"{spoken.rstrip('.')}.",
        role=Role.HEADLINE,
        paragraph=paragraph,
        language=language,
        pronunciations=pronunciations(text, replacements, spoken, language),
    )


def programmes(
    config: Config, issue_date: date, first: Passage, readings: Sequence[Reading], takes: Takes
) -> Iterator[Programme]:
    """The episodes asked for, the widest first."""
    if EpisodeKind.EDITION in config.episodes:
        yield Programme(
            kind=EpisodeKind.EDITION,
            slug=f"edition-{issue_date.isoformat()}",
            title=f"{config.title}, {written_day(issue_date, config.language)}",
            summary=_contents(readings),
            readings=tuple(readings),
            takes=(*_announced_by_ident(takes[first], takes), *_articles_in_a_row(readings, takes, config.pauses)),
        )
    if EpisodeKind.SECTION in config.episodes:
        for section, group in groupby(readings, key=lambda r: r.script.section):
            yield _section(section or config.title, tuple(group), takes, config.pauses)
    if EpisodeKind.ARTICLE in config.episodes:
        yield from (_article(each, takes) for each in readings)


def _section(title: str, readings: tuple[Reading, ...], takes: Takes, pauses: Pauses) -> Programme:
    first, *rest = _articles_in_a_row(readings, takes, pauses)
    return Programme(
        kind=EpisodeKind.SECTION,
        slug=f"section-{slugify(title) or 'other'}",
        title=title,
        summary=_contents(readings),
        readings=readings,
        takes=(*_announced_by_ident(first, takes), *rest),
        section=title,
    )


def _article(each: Reading, takes: Takes) -> Programme:
    script = each.script
    return Programme(
        kind=EpisodeKind.ARTICLE,
        slug=script.id,
        title=script.headline,
        summary=script.standfirst or "",
        readings=(each,),
        takes=tuple(_one_chapter_first(script, each.passages, takes)),
        section=script.section,
    )


def _one_chapter_first(script: Script, passages_: Sequence[Passage], takes: Takes) -> Iterator[Take]:
    """Takes whose first chapter is the headline, section announcement included."""
    for index, passage in enumerate(passages_):
        opens = passage.chapter == script.headline and index <= 1
        chapter = script.headline if index == 0 else None if opens else passage.chapter
        yield replace(takes[passage], chapter=chapter, section=script.section)


def _announced_by_ident(take: Take, takes: Takes) -> tuple[Take, ...]:
    """A take that begins an episode, with the chime before it."""
    if IDENT not in takes:
        return (replace(take, rest_ms=0),)
    ident = replace(takes[IDENT], chapter=take.chapter, section=take.section)
    return ident, replace(take, chapter=None, rest_ms=0)


def _articles_in_a_row(readings: Iterable[Reading], takes: Takes, pauses: Pauses) -> Iterator[Take]:
    """One chapter an article; a section is announced before its first, the chime rings at the end of the last."""
    section: str | None = None
    for number, each in enumerate(readings):
        begins = each.lead is not None and each.script.section != section
        rings = begins and number > 0 and IDENT in takes
        if rings:
            yield replace(takes[IDENT], rest_ms=pauses.section)
        rest = 0 if rings else pauses.section if begins else pauses.article
        for index, passage in enumerate(each.passages if begins else each.story):
            title = each.script.headline if index == 0 else None
            yield replace(
                takes[passage], chapter=title, section=each.script.section, rest_ms=rest if index == 0 else 0
            )
        section = each.script.section


def _contents(readings: Iterable[Reading]) -> str:
    headlines = [each.script.headline for each in readings]
    return f"{len(headlines)} article{'s' * (len(headlines) != 1)}: " + "; ".join(headlines)
