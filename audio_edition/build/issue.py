"""Plans an issue: the passages that must be recorded, and the passages that make up each episode."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import groupby

from slugify import slugify

from audio_edition.build import passages
from audio_edition.config import Config
from audio_edition.languages import format_date
from audio_edition.model import EpisodeKind, Passage, Role, Script, Utterance
from audio_edition.pronunciation.lexicon import Lexicon
from audio_edition.pronunciation.lexicon.placing import place_pronunciations
from audio_edition.verbaliser import verbalise
from audio_edition.verbaliser.utterances import resolve_tag, utterances


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """The passages of an article: `lead` announces its section, if it has one; `story` begins with its headline.

    `language` is the language it is read in, with a region ("en-GB") if the article or the edition names one.
    """

    script: Script
    language: str
    lead: Passage | None
    story: tuple[Passage, ...]

    @property
    def passages(self) -> tuple[Passage, ...]:
        """All passages in order."""
        return (self.lead, *self.story) if self.lead else self.story


@dataclass(frozen=True, slots=True)
class Ident:
    """The chime that rings at the beginning of an episode and before a section."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """A passage or the ident in a programme, after `rest_ms` of silence.

    A chapter begins with it if `chapter` gives a title; `section` is that chapter's.
    """

    content: Passage | Ident
    chapter: str | None = None
    section: str | None = None
    rest_ms: int = 0

    @property
    def utterances(self) -> tuple[Utterance, ...]:
        """The utterances that are spoken in it; the ident has none."""
        return () if isinstance(self.content, Ident) else self.content.utterances


@dataclass(frozen=True, slots=True, kw_only=True)
class Programme:
    """The plan of an episode: its title and its slots in order.

    `place` is its number among the episodes of its kind, and the count of these.
    """

    kind: EpisodeKind
    slug: str
    title: str
    summary: str
    readings: tuple[Reading, ...]
    slots: tuple[Slot, ...]
    place: tuple[int, int] = (1, 1)
    section: str | None = None

    @property
    def passages(self) -> frozenset[Passage]:
        """The passages that must be recorded for it."""
        return frozenset(slot.content for slot in self.slots if not isinstance(slot.content, Ident))

    @property
    def script(self) -> Script | None:
        """The script of the article, None for an edition or a section."""
        return self.readings[0].script if self.kind is EpisodeKind.ARTICLE else None


def plan_reading(script: Script, language: str, lexicon: Lexicon) -> Reading:
    """Split an article into passages."""
    spoken = tuple(utterances(script, language, lexicon))
    return Reading(
        script=script,
        language=resolve_tag(script.language, language),
        lead=passages.section_announcement(spoken, script.section),
        story=passages.split_story(spoken, script.headline, script.section),
    )


def plan_openings(config: Config, day: date, readings: Iterable[Reading], lexicon: Lexicon) -> dict[str, Passage]:
    """Return the first passages of the editions and sections that the settings ask for as episodes.

    The key is "" for the whole issue and the name of the section for a section.
    """
    language = config.spoken_language
    title, date_ = (config.title, Role.HEADLINE), (format_date(day, language), Role.HEADLINE)
    openings = {}
    if EpisodeKind.EDITION in config.episodes:
        openings[""] = _make_opening((title, date_), None, language, lexicon)
    if EpisodeKind.SECTION in config.episodes:
        for section in dict.fromkeys(each.script.section for each in readings):
            lines = ((section, Role.SECTION), title, date_) if section else (title, date_)
            openings[section or config.title] = _make_opening(lines, section, language, lexicon)
    return openings


def _make_opening(
    lines: Sequence[tuple[str, Role]], section: str | None, language: str, lexicon: Lexicon
) -> Passage:
    spoken = (_make_utterance(text, role, number, language, lexicon) for number, (text, role) in enumerate(lines))
    return Passage(utterances=tuple(spoken), chapter=lines[0][0], section=section)


def _make_utterance(text: str, role: Role, paragraph: int, language: str, lexicon: Lexicon) -> Utterance:
    spoken, replacements = verbalise(text, language, lexicon=lexicon)
    return Utterance(
        written=text,
        spoken=f"{spoken.rstrip('.')}.",
        role=role,
        paragraph=paragraph,
        language=language,
        pronunciations=place_pronunciations(text, replacements, spoken, language),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """The plan of an edition: its settings (with a title), day, articles and the first passages of episodes.

    `openings` has the keys of `plan_openings`; `slugs` are those of the articles by id.
    """

    config: Config
    day: date
    readings: tuple[Reading, ...]
    openings: Mapping[str, Passage]
    slugs: Mapping[str, str] = field(default_factory=dict)

    def without_articles(self, articles: Collection[str]) -> Issue:
        """Return the issue without the articles of these ids."""
        return replace(self, readings=tuple(each for each in self.readings if each.script.id not in articles))

    def programmes(self) -> Iterator[Programme]:
        """Yield the plans of the episodes that the settings ask for: edition, sections, articles."""
        kinds = (
            (EpisodeKind.EDITION, self._plan_edition),
            (EpisodeKind.SECTION, self._plan_sections),
            (EpisodeKind.ARTICLE, self._plan_articles),
        )
        for kind, programmes in kinds:
            if kind in self.config.episodes:
                planned = tuple(programmes())
                for number, each in enumerate(planned, 1):
                    yield replace(each, place=(number, len(planned)))

    def _plan_edition(self) -> Iterator[Programme]:
        yield Programme(
            kind=EpisodeKind.EDITION,
            slug=f"edition-{self.day.isoformat()}",
            title=f"{self.config.title}, {format_date(self.day, self.config.language)}",
            summary=_join_headlines(self.readings),
            readings=self.readings,
            slots=(*self._opening_slots(""), *_chapter_slots(self.readings, self.config)),
        )

    def _plan_sections(self) -> Iterator[Programme]:
        """Yield the plans of sections ("03 Leaders"): an opening, then one chapter per article."""
        slugs: set[str] = set()
        for number, (section, group) in enumerate(groupby(self.readings, key=lambda r: r.script.section), 1):
            name, readings = section or self.config.title, tuple(group)
            slug = f"section-{self.day.isoformat()}-{slugify(name) or number}"
            slug = f"{slug}-{number}" if slug in slugs else slug
            slugs.add(slug)
            yield Programme(
                kind=EpisodeKind.SECTION,
                slug=slug,
                title=f"{number:02} {name}",
                summary=_join_headlines(readings),
                readings=readings,
                slots=(*self._opening_slots(name), *_chapter_slots(readings, self.config, announced=section)),
                section=name,
            )

    def _plan_articles(self) -> Iterator[Programme]:
        for each in self.readings:
            script = each.script
            yield Programme(
                kind=EpisodeKind.ARTICLE,
                slug=self.slugs.get(script.id, script.id),
                title=script.headline,
                summary=script.standfirst or "",
                readings=(each,),
                slots=tuple(_article_slots(script, each.passages)),
                section=script.section,
            )

    def _opening_slots(self, name: str) -> Iterator[Slot]:
        """Yield the ident, if there is one, and the first passage of an episode."""
        passage = self.openings[name]
        first = Slot(content=passage, chapter=passage.chapter, section=passage.section)
        if self.config.idents:
            yield replace(first, content=Ident())
            first = replace(first, chapter=None)
        yield first


def _article_slots(script: Script, passages_: Sequence[Passage]) -> Iterator[Slot]:
    """Yield the slots of an article's episode; its first chapter has the section announcement and the opening."""
    for index, passage in enumerate(passages_):
        opens = passage.chapter == script.headline and index <= 1
        chapter = script.headline if index == 0 else None if opens else passage.chapter
        yield Slot(content=passage, chapter=chapter, section=script.section)


def _chapter_slots(readings: Iterable[Reading], config: Config, *, announced: str | None = None) -> Iterator[Slot]:
    """Yield slots with one chapter per article.

    A section is announced before its first article. The ident rings before that, in the previous article's chapter.
    """
    pauses = config.pauses
    section = announced
    for number, each in enumerate(readings):
        begins = each.lead is not None and each.script.section != section
        rings = begins and number > 0 and config.idents
        if rings:
            yield Slot(content=Ident(), rest_ms=pauses.section)
        rest = 0 if rings else pauses.section if begins else pauses.article
        for index, passage in enumerate(each.passages if begins else each.story):
            title = each.script.headline if index == 0 else None
            yield Slot(
                content=passage, chapter=title, section=each.script.section, rest_ms=rest if index == 0 else 0
            )
        section = each.script.section


def _join_headlines(readings: Iterable[Reading]) -> str:
    return "; ".join(each.script.headline for each in readings)
