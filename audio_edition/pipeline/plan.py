"""Scripts → what has to be recorded, and of which recordings each episode is made."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from slugify import slugify

from audio_edition.config import Config
from audio_edition.model import EpisodeKind, Passage, Role, Script, Take, Utterance
from audio_edition.text import passages
from audio_edition.text.verbaliser import verbalise
from audio_edition.text.verbaliser.days import written_day
from audio_edition.text.verbaliser.lexicon import Lexicon
from audio_edition.text.verbaliser.lexicon.placing import pronunciations
from audio_edition.text.verbaliser.reading import utterances


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """An article's passages: its section's announcement, if it has a section, and the story with its opening."""

    script: Script
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


def reading(script: Script, language: str, lexicon: Lexicon) -> Reading:
    """The passages of one article."""
    said = utterances(script, language, lexicon)
    return Reading(script=script, lead=passages.section_lead(said), story=passages.story(said, script.headline))


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
            takes=(takes[first], *_articles_in_a_row(readings, takes)),
        )
    if EpisodeKind.SECTION in config.episodes:
        for section, group in groupby(readings, key=lambda r: r.script.section):
            yield _section(section or config.title, tuple(group), takes)
    if EpisodeKind.ARTICLE in config.episodes:
        yield from (_article(each, takes) for each in readings)


def _section(title: str, readings: tuple[Reading, ...], takes: Takes) -> Programme:
    return Programme(
        kind=EpisodeKind.SECTION,
        slug=f"section-{slugify(title) or 'other'}",
        title=title,
        summary=_contents(readings),
        readings=readings,
        takes=tuple(_articles_in_a_row(readings, takes)),
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


def _articles_in_a_row(readings: Sequence[Reading], takes: Takes) -> Iterator[Take]:
    """One chapter an article; the section is announced before its first."""
    section: str | None = None
    for each in readings:
        script = each.script
        announced = each.lead is None or script.section == section
        for index, passage in enumerate(each.story if announced else each.passages):
            yield replace(takes[passage], chapter=script.headline if index == 0 else None, section=script.section)
        section = script.section


def _contents(readings: Iterable[Reading]) -> str:
    headlines = [each.script.headline for each in readings]
    return f"{len(headlines)} article{'s' * (len(headlines) != 1)}: " + "; ".join(headlines)
