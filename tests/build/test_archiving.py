"""Which earlier issues an issue replaces, which slugs its articles have, and what the archive holds then."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from audio_edition.build.archiving import Archiver, digest_text
from audio_edition.model import (
    Archive,
    ArchivedArticle,
    Edition,
    Episode,
    EpisodeKind,
    Paragraph,
    Role,
    Script,
    Track,
)


def filing(
    day: date, articles: dict[str, str], *editions: Edition, filed: tuple[ArchivedArticle, ...] = ()
) -> Archiver:
    return Archiver(archive=Archive(guid="g", editions=editions, filed=filed), day=day, articles=articles)


def printed(day: date, *ids: str) -> Edition:
    return Edition(title="T", issue_date=day, day=day.isoformat(), number=1, articles=ids)


MONDAY, TUESDAY = date(2026, 11, 23), date(2026, 11, 24)


@pytest.mark.parametrize(
    ("now", "is_replaced"),
    [
        ({"a": "1", "b": "2"}, True),
        ({"a": "1", "b": "2", "c": "3"}, True),
        ({"a": "1", "b": "edited", "c": "3"}, True),
        ({"a": "other", "b": "others", "c": "3"}, False),
        ({"a": "1", "c": "3"}, False),
    ],
)
def test_an_issue_is_replaced_by_one_that_has_all_its_articles(now: dict[str, str], *, is_replaced: bool) -> None:
    filed = (
        ArchivedArticle(id="a", slug="a", issue=MONDAY, words="1"),
        ArchivedArticle(id="b", slug="b", issue=MONDAY, words="2"),
    )
    found = filing(TUESDAY, now, printed(MONDAY, "a", "b"), filed=filed)
    assert (MONDAY in found.replaced_dates) is is_replaced


def test_an_article_never_has_the_slug_of_another_episode() -> None:
    slugs = filing(MONDAY, {"edition-2026-11-23": "1"}).assign_slugs({"edition-2026-11-23"})
    assert slugs == {"edition-2026-11-23": "edition-2026-11-23-2026-11-23"}


def script(*texts: str, headline: str = "On mud") -> Script:
    paragraphs = tuple(Paragraph(block=n, text=text, role=Role.BODY) for n, text in enumerate(texts))
    return Script(id="mud", source="mud.txt", headline=headline, paragraphs=paragraphs, dropped=())


def test_the_digest_of_an_article_changes_with_its_headline_and_its_text() -> None:
    others = [script("One.", "Three."), script("One. Two."), script("One.", "Two.", headline="M")]
    assert len({digest_text(each) for each in (script("One.", "Two."), *others)}) == 4


def test_the_digest_is_the_one_that_archives_hold() -> None:
    assert digest_text(script("One.", "Two.")) == "12c8dc4829d8fc70"


def test_an_issue_of_no_articles_is_replaced_by_none() -> None:
    assert filing(TUESDAY, {"a": "1"}, printed(MONDAY)).replaced_dates == {TUESDAY}


def filed_on(day: date, **slugs: str) -> tuple[ArchivedArticle, ...]:
    return tuple(ArchivedArticle(id=slug, slug=slug, issue=day, words=digest) for slug, digest in slugs.items())


def test_an_article_that_is_edited_keeps_its_slug_in_its_own_issue() -> None:
    assert filing(MONDAY, {"a": "edited"}, filed=filed_on(MONDAY, a="1")).assign_slugs(()) == {"a": "a"}


def test_an_article_of_the_same_words_keeps_its_slug_in_another_issue() -> None:
    filed = (ArchivedArticle(id="a", slug="a-2026-11-23", issue=MONDAY, words="1"), *filed_on(MONDAY, b="2"))
    assert filing(TUESDAY, {"a": "1", "c": "3"}, filed=filed).assign_slugs(()) == {"a": "a-2026-11-23", "c": "c"}


def test_another_article_of_the_same_id_gets_the_day_and_then_a_number() -> None:
    filed = filed_on(MONDAY, a="1", **{"b": "1", "b-2026-11-24": "2", "b-2026-11-24-2": "3"})
    found = filing(TUESDAY, {"a": "new", "b": "new"}, filed=filed).assign_slugs(())
    assert found == {"a": "a-2026-11-24", "b": "b-2026-11-24-3"}
    assert filing(TUESDAY, {"b": "new"}, filed=filed[:-1]).assign_slugs(()) == {"b": "b-2026-11-24-2"}


@pytest.mark.parametrize(("same", "is_replaced"), [(1, False), (2, True)])
def test_half_of_the_articles_of_a_replaced_issue_are_the_same(same: int, *, is_replaced: bool) -> None:
    now = {id_: "1" if number < same else "edited" for number, id_ in enumerate("abc")}
    found = filing(TUESDAY, now, printed(MONDAY, "a", "b", "c"), filed=filed_on(MONDAY, a="1", b="1", c="1"))
    assert (MONDAY in found.replaced_dates) is is_replaced


def test_an_article_taken_out_of_a_replaced_issue_is_filed_under_the_issue_that_replaces_it() -> None:
    found = filing(TUESDAY, {"a": "1"}, printed(MONDAY, "a"), filed=filed_on(MONDAY, a="1", b="2"))
    assert [(each.id, each.issue) for each in found.merge_articles({"a": "a"})] == [("a", TUESDAY), ("b", TUESDAY)]


def test_no_two_articles_of_an_issue_get_the_same_slug() -> None:
    filed = filed_on(MONDAY, a="1")
    found = filing(TUESDAY, {"a": "new", "a-2026-11-24": "other"}, filed=filed).assign_slugs(())
    assert found == {"a": "a-2026-11-24", "a-2026-11-24": "a-2026-11-24-2026-11-24"}


def test_an_issue_takes_over_the_articles_of_those_it_replaces() -> None:
    filed = (*filed_on(MONDAY, b="2", a="1"), *filed_on(date(2026, 11, 1), z="9"))
    found = filing(TUESDAY, {"a": "1", "b": "edited", "c": "3"}, printed(MONDAY, "a", "b"), filed=filed)
    assert found.merge_articles({"a": "a", "b": "b", "c": "c"}) == (
        ArchivedArticle(id="a", slug="a", issue=TUESDAY, words="1"),
        ArchivedArticle(id="b", slug="b", issue=TUESDAY, words="edited"),
        ArchivedArticle(id="c", slug="c", issue=TUESDAY, words="3"),
        ArchivedArticle(id="z", slug="z", issue=date(2026, 11, 1), words="9"),
    )


def test_an_article_that_was_taken_out_of_an_issue_is_filed_with_what_replaces_it() -> None:
    found = filing(MONDAY, {"a": "1"}, filed=filed_on(MONDAY, a="1", b="2")).merge_articles({"a": "a"})
    assert [(each.id, each.issue) for each in found] == [("a", MONDAY), ("b", MONDAY)]


def episode(slug: str, kind: EpisodeKind = EpisodeKind.ARTICLE) -> Episode:
    return Episode(
        kind=kind,
        slug=slug,
        guid=slug,
        number=1,
        title=slug,
        summary="",
        published=datetime(2026, 11, 23, tzinfo=UTC),
        language="en-GB",
        track=Track(samples=1, chapters=(), cues=()),
        size=1,
        digest="0",
    )


def issue_of(day: date, *episodes: Episode) -> Edition:
    return Edition(title="T", issue_date=day, day=day.isoformat(), number=1, episodes=episodes)


WEEKS = [date(2026, 11, day) for day in (2, 9, 16)]


def shelved(most: int | None, *editions: Edition, now: Edition) -> tuple[Edition, ...]:
    return filing(now.issue_date, {"a": "1"}, *editions).add_edition(now, "guid", {"a": "a"}, most).editions


@pytest.mark.parametrize(("most", "kept"), [(None, [16, 9, 2]), (3, [16, 9, 2]), (2, [9, 16]), (1, [9])])
def test_the_newest_issues_are_kept_and_always_the_one_just_built(most: int | None, kept: list[int]) -> None:
    first, now, last = (issue_of(day, episode(f"e{day.day}")) for day in WEEKS)
    found = shelved(most, first, last, now=now)
    assert [each.issue_date.day for each in found] == sorted(kept, reverse=True)


def test_an_article_is_in_the_newest_of_its_issues_only_and_an_issue_left_empty_goes() -> None:
    whole = episode("edition", EpisodeKind.EDITION)
    older = issue_of(WEEKS[0], episode("a"), episode("b"), whole)
    empty = issue_of(WEEKS[1], episode("a"))
    now = issue_of(WEEKS[2], episode("a"), whole)
    assert shelved(None, older, empty, now=now) == (now, issue_of(WEEKS[0], episode("b"), whole))


def test_the_archive_has_the_guid_of_the_publication_and_all_that_was_filed() -> None:
    now = issue_of(TUESDAY, episode("a"))
    found = filing(TUESDAY, {"a": "1"}, filed=filed_on(MONDAY, b="2")).add_edition(now, "guid", {"a": "a"}, None)
    assert found == Archive(
        guid="guid", editions=(now,), filed=(*filed_on(TUESDAY, a="1"), *filed_on(MONDAY, b="2"))
    )


def test_an_issue_of_the_same_day_is_replaced() -> None:
    before, now = issue_of(MONDAY, episode("b")), issue_of(MONDAY, episode("a"))
    assert shelved(None, before, now=now) == (now,)
