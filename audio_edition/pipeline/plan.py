"""Scripts → the passages that have to be recorded, and those that each episode is made of."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from slugify import slugify

from audio_edition.config import Config
from audio_edition.model import EpisodeKind, Passage, Role, Script, Utterance
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
class Slot:
    """A passage in a programme: the chapter that begins with it, that chapter's section, the silence before it."""

    passage: Passage
    chapter: str | None = None
    section: str | None = None
    rest_ms: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Programme:
    """An episode to be: what it is called and the passages it is made of, in order."""

    kind: EpisodeKind
    slug: str
    title: str
    summary: str
    readings: tuple[Reading, ...]
    slots: tuple[Slot, ...]
    section: str | None = None

    @property
    def passages(self) -> frozenset[Passage]:
        """Those of them in which somebody speaks."""
        return frozenset(slot.passage for slot in self.slots) - {IDENT}

    @property
    def script(self) -> Script | None:
        """The article it is, if it is one."""
        return self.readings[0].script if self.kind is EpisodeKind.ARTICLE else None


IDENT = Passage(utterances=())
"""The passage in which nobody speaks: the chime before a section."""


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
    said = (_line(text, number, language, lexicon) for number, text in enumerate(lines))
    return Passage(utterances=tuple(said), chapter=title)


def _line(text: str, paragraph: int, language: str, lexicon: Lexicon) -> Utterance:
    spoken, replacements = verbalise(text, language, lexicon=lexicon)
    return Utterance(
        written=text,
        spoken=f"{spoken.rstrip('.')}.",
        role=Role.HEADLINE,
        paragraph=paragraph,
        language=language,
        pronunciations=pronunciations(text, replacements, spoken, language),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """What an edition is to be: settings with a title, its day, the words it opens with, and its articles."""

    config: Config
    day: date
    first: Passage
    readings: tuple[Reading, ...]

    def without(self, articles: Collection[str]) -> Issue:
        """The issue without the articles of these ids."""
        return replace(self, readings=tuple(each for each in self.readings if each.script.id not in articles))

    def programmes(self) -> Iterator[Programme]:
        """The episodes asked for, the widest first."""
        config, readings = self.config, self.readings
        if EpisodeKind.EDITION in config.episodes:
            opened = _announced(Slot(passage=self.first, chapter=self.first.chapter), idents=config.idents)
            yield Programme(
                kind=EpisodeKind.EDITION,
                slug=f"edition-{self.day.isoformat()}",
                title=f"{config.title}, {written_day(self.day, config.language)}",
                summary=_contents(readings),
                readings=readings,
                slots=(*opened, *_articles_in_a_row(readings, config)),
            )
        if EpisodeKind.SECTION in config.episodes:
            for section, group in groupby(readings, key=lambda r: r.script.section):
                yield _section(section or config.title, tuple(group), config)
        if EpisodeKind.ARTICLE in config.episodes:
            yield from map(_article, readings)


def _section(title: str, readings: tuple[Reading, ...], config: Config) -> Programme:
    first, *rest = _articles_in_a_row(readings, config)
    return Programme(
        kind=EpisodeKind.SECTION,
        slug=f"section-{slugify(title) or 'other'}",
        title=title,
        summary=_contents(readings),
        readings=readings,
        slots=(*_announced(first, idents=config.idents), *rest),
        section=title,
    )


def _article(each: Reading) -> Programme:
    script = each.script
    return Programme(
        kind=EpisodeKind.ARTICLE,
        slug=script.id,
        title=script.headline,
        summary=script.standfirst or "",
        readings=(each,),
        slots=tuple(_one_chapter_first(script, each.passages)),
        section=script.section,
    )


def _one_chapter_first(script: Script, passages_: Sequence[Passage]) -> Iterator[Slot]:
    """Slots whose first chapter is the headline, section announcement included."""
    for index, passage in enumerate(passages_):
        opens = passage.chapter == script.headline and index <= 1
        chapter = script.headline if index == 0 else None if opens else passage.chapter
        yield Slot(passage=passage, chapter=chapter, section=script.section)


def _announced(slot: Slot, *, idents: bool) -> tuple[Slot, ...]:
    """A slot that begins an episode, with the chime before it."""
    if not idents:
        return (replace(slot, rest_ms=0),)
    return replace(slot, passage=IDENT, rest_ms=0), replace(slot, chapter=None, rest_ms=0)


def _articles_in_a_row(readings: Iterable[Reading], config: Config) -> Iterator[Slot]:
    """One chapter an article; a section is announced before its first, the chime rings at the end of the last."""
    pauses = config.pauses
    section: str | None = None
    for number, each in enumerate(readings):
        begins = each.lead is not None and each.script.section != section
        rings = begins and number > 0 and config.idents
        if rings:
            yield Slot(passage=IDENT, rest_ms=pauses.section)
        rest = 0 if rings else pauses.section if begins else pauses.article
        for index, passage in enumerate(each.passages if begins else each.story):
            title = each.script.headline if index == 0 else None
            yield Slot(
                passage=passage, chapter=title, section=each.script.section, rest_ms=rest if index == 0 else 0
            )
        section = each.script.section


def _contents(readings: Iterable[Reading]) -> str:
    headlines = [each.script.headline for each in readings]
    return f"{len(headlines)} article{'s' * (len(headlines) != 1)}: " + "; ".join(headlines)
