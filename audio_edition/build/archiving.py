"""Where an issue stands among the earlier ones in its folder: which it replaces, what its articles are called.

A slug is given to an article once: it names its files, and its GUID comes from it. The same article, by its id and
its words or in a later state of its issue, has it again; another article of the same id gets another one, also when
the first has been gone for years.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from hashlib import sha256
from itertools import chain, count

from audio_edition.model import Archive, ArchivedArticle, Edition, EpisodeKind, Script

_DIGEST_DIGITS = 16


def digest_text(script: Script) -> str:
    """A digest of what an article says."""
    text = "\n".join((script.headline, *(paragraph.text for paragraph in script.narrative)))
    return sha256(text.encode()).hexdigest()[:_DIGEST_DIGITS]


@dataclass(frozen=True, kw_only=True)
class Archiver:
    """An issue of `day` that is filed in `archive`; `articles` are digests of words by id."""

    archive: Archive
    day: date
    articles: Mapping[str, str]

    @cached_property
    def replaced_dates(self) -> frozenset[date]:
        """The issue of the same day, and those of which this one is a later state.

        It has all their articles then, half of them or more word for word: somebody added some, and the newest
        dates the issue.
        """
        return frozenset(
            {self.day, *(each.issue_date for each in self.archive.editions if self._is_later_state_of(each))}
        )

    def assign_slugs(self, reserved: Collection[str]) -> dict[str, str]:
        """The slug of each article; those that are `reserved` name other episodes."""
        known = {each.id: each.slug for each in self.archive.filed if each.issue in self.replaced_dates}
        found: dict[str, str] = {}
        for id_, digest in self.articles.items():
            same = (each.slug for each in self.archive.filed if (each.id, each.words) == (id_, digest))
            found[id_] = known.get(id_) or next(same, None) or self._make_slug(id_, {*reserved, *found.values()})
        return found

    def merge_articles(self, slugs: Mapping[str, str]) -> tuple[ArchivedArticle, ...]:
        """All articles of the archive and those of this issue, which takes over what it replaces."""
        now = {
            slugs[id_]: ArchivedArticle(id=id_, slug=slugs[id_], issue=self.day, words=digest)
            for id_, digest in self.articles.items()
        }
        before = {
            each.slug: replace(each, issue=self.day) if each.issue in self.replaced_dates else each
            for each in self.archive.filed
        }
        return tuple(sorted((before | now).values(), key=lambda each: each.slug))

    def add_edition(self, edition: Edition, guid: str, slugs: Mapping[str, str], most: int | None) -> Archive:
        """The archive with this issue as `edition`, of the others as many of the newest as `most` leaves."""
        others = [each for each in self._other_editions(edition) if each.episodes]
        others.sort(key=lambda each: each.issue_date, reverse=True)
        kept = others if most is None else others[: most - 1]
        editions = sorted((edition, *kept), key=lambda each: each.issue_date, reverse=True)
        return Archive(guid=guid, editions=tuple(editions), filed=self.merge_articles(slugs))

    @cached_property
    def _archived_digests(self) -> dict[tuple[date, str], str]:
        """What was in which issue, by id."""
        return {(each.issue, each.id): each.words for each in self.archive.filed}

    def _is_later_state_of(self, earlier: Edition) -> bool:
        ids = set(earlier.articles)
        same = sum(self._archived_digests.get((earlier.issue_date, id_)) == self.articles.get(id_) for id_ in ids)
        return bool(ids) and ids <= self.articles.keys() and 2 * same >= len(ids)

    def _make_slug(self, id_: str, others: Collection[str]) -> str:
        taken = {each.slug for each in self.archive.filed} | set(others)
        dated = f"{id_}-{self.day.isoformat()}"
        choices = chain((id_, dated), (f"{dated}-{number}" for number in count(2)))
        return next(slug for slug in choices if slug not in taken)

    def _other_editions(self, edition: Edition) -> Iterator[Edition]:
        """The issues beside this one, without the articles that are in this one now: a feed has each once."""
        here = {each.slug for each in edition.episodes}
        for other in self.archive.editions:
            if other.issue_date not in self.replaced_dates:
                rest = (
                    each for each in other.episodes if each.kind is not EpisodeKind.ARTICLE or each.slug not in here
                )
                yield replace(other, episodes=tuple(rest))
