"""Files an issue in the archive: finds the issues that it replaces and assigns slugs to its articles.

A slug is assigned to an article once. It names the article's files, and the GUID is made from it. An article has
the slug of an earlier one if id and text are equal, or if it is in a later state of the same issue. Another article
with the same id gets another slug, even if the first was removed years ago.
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
    """Return a digest of the text of an article."""
    text = "\n".join((script.headline, *(paragraph.text for paragraph in script.narrative)))
    return sha256(text.encode()).hexdigest()[:_DIGEST_DIGITS]


@dataclass(frozen=True, kw_only=True)
class Archiver:
    """Files the issue of `day` in `archive`; `articles` are digests of the articles' texts by id."""

    archive: Archive
    day: date
    articles: Mapping[str, str]

    @cached_property
    def replaced_dates(self) -> frozenset[date]:
        """The dates of the issues that this one replaces: that of the same day, and earlier states of this issue.

        An earlier state is an issue whose articles are all here, at least half of them with the same text: articles
        were added, and the newest one dates the issue.
        """
        return frozenset(
            {self.day, *(each.issue_date for each in self.archive.editions if self._is_later_state_of(each))}
        )

    def assign_slugs(self, reserved: Collection[str]) -> dict[str, str]:
        """Return the slug of each article by its id; `reserved` slugs name other episodes."""
        known = {each.id: each.slug for each in self.archive.filed if each.issue in self.replaced_dates}
        slugs: dict[str, str] = {}
        for id_, digest in self.articles.items():
            same = (each.slug for each in self.archive.filed if (each.id, each.words) == (id_, digest))
            slugs[id_] = known.get(id_) or next(same, None) or self._make_slug(id_, {*reserved, *slugs.values()})
        return slugs

    def merge_articles(self, slugs: Mapping[str, str]) -> tuple[ArchivedArticle, ...]:
        """Return the articles of the archive and of this issue; articles of replaced issues become this issue's."""
        current = {
            slugs[id_]: ArchivedArticle(id=id_, slug=slugs[id_], issue=self.day, words=digest)
            for id_, digest in self.articles.items()
        }
        earlier = {
            each.slug: replace(each, issue=self.day) if each.issue in self.replaced_dates else each
            for each in self.archive.filed
        }
        return tuple(sorted((earlier | current).values(), key=lambda each: each.slug))

    def add_edition(self, edition: Edition, guid: str, slugs: Mapping[str, str], most: int | None) -> Archive:
        """Return the archive with this issue as `edition` and at most `most` issues in all, the newest others."""
        others = [each for each in self._other_editions(edition) if each.episodes]
        others.sort(key=lambda each: each.issue_date, reverse=True)
        newest = others if most is None else others[: most - 1]
        editions = sorted((edition, *newest), key=lambda each: each.issue_date, reverse=True)
        return Archive(guid=guid, editions=tuple(editions), filed=self.merge_articles(slugs))

    @cached_property
    def _archived_digests(self) -> dict[tuple[date, str], str]:
        """The digests of the archived articles by date of the issue and id."""
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
        """Yield the issues that stay, without articles of this one, because a feed has each article once."""
        current = {each.slug for each in edition.episodes}
        for other in self.archive.editions:
            if other.issue_date not in self.replaced_dates:
                remaining = (
                    each
                    for each in other.episodes
                    if each.kind is not EpisodeKind.ARTICLE or each.slug not in current
                )
                yield replace(other, episodes=tuple(remaining))
