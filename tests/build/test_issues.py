"""Several issues in one output folder: one feed, permanent slugs and GUIDs, MP3s that are never overwritten."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import feedparser
import pytest
from feedparser import FeedParserDict

from audio_edition.errors import PublishError
from audio_edition.podcast.archive import read_archive
from audio_edition.verification.check import check
from tests.build.test_build import hashes
from tests.conftest import Built, story

MakeEdition = Callable[..., Built]


def feed_entries(output: Path) -> list[FeedParserDict]:
    entries: list[FeedParserDict] = feedparser.parse((output / "feed.xml").read_bytes()).entries
    return entries


def week(folder: Path, **stories: str) -> Path:
    """Write a folder of articles; the keywords are names of files and the nouns that they are about."""
    folder.mkdir()
    for name, noun in stories.items():
        (folder / f"{name}.txt").write_text(story(f"About the {noun}", noun))
    return folder


def test_two_issues_share_a_feed_newest_first_whichever_is_built_last(
    make_edition: MakeEdition, tmp_path: Path
) -> None:
    first, second = week(tmp_path / "1", wall="wall", mud="mud"), week(tmp_path / "2", gulls="gull", ice="ice")
    make_edition(second, date="2026-11-28")
    built = make_edition(first, date="2026-11-21")
    found = feed_entries(built.output)
    assert [each.title for each in found] == [
        "Audio Edition, 28 November 2026",
        "About the gull",
        "About the ice",
        "Audio Edition, 21 November 2026",
        "About the mud",
        "About the wall",
    ]
    dates = [each.published_parsed for each in found]
    assert dates == sorted(dates, reverse=True)
    assert {each.itunes_season for each in found[:3]} == {"20261128"}
    assert [each.itunes_episode for each in found[:3]] == ["1", "2", "3"]
    assert check(built.output).problems == ()
    index = (built.output / "index.html").read_text("utf-8")
    assert "28 November 2026" in index
    assert 'href="issues/2026-11-21.html"' in index
    assert "About the mud" in (built.output / "issues" / "2026-11-21.html").read_text("utf-8")


def test_another_article_with_the_same_id_gets_another_slug(make_edition: MakeEdition, tmp_path: Path) -> None:
    built = make_edition(week(tmp_path / "1", letters="wall", mud="mud"), date="2026-11-21")
    before = hashes(built.output)
    second = week(tmp_path / "2", letters="tide", ice="ice")
    make_edition(second, date="2026-11-28")
    after = hashes(built.output)
    assert {name for name in before if name.startswith(("episodes", "issues"))} <= after.keys()
    assert all(after[name] == before[name] for name in before if name.startswith("episodes"))
    guids = [each.id for each in feed_entries(built.output)]
    assert len(set(guids)) == len(guids) == 6
    assert "episodes/letters-2026-11-28.vtt" in after
    make_edition(second, date="2026-11-28", keep_issues=1)
    make_edition(week(tmp_path / "3", letters="fog", moss="moss"), date="2026-12-05", keep_issues=1)
    assert not {each.id for each in feed_entries(built.output)} & set(guids)
    assert check(built.output).problems == ()


def test_an_issue_with_added_articles_replaces_its_earlier_state_and_keeps_guids(
    make_edition: MakeEdition, tmp_path: Path
) -> None:
    folder = week(tmp_path / "articles", wall="wall", mud="mud")
    before = {each.title: each.id for each in feed_entries(make_edition(folder, date="2026-11-21").output)[1:]}
    (folder / "ice.txt").write_text(story("About the ice", "ice"))
    (folder / "mud.txt").write_text(story("About the mud", "silt"))
    output = make_edition(folder, date="2026-11-22").output
    after = {each.title: each.id for each in feed_entries(output)}
    assert len(feed_entries(output)) == len(after) == 4
    assert before.items() <= after.items()
    assert not list(output.rglob("*2026-11-21*"))


def test_an_article_in_two_issues_is_in_the_feed_once(make_edition: MakeEdition, tmp_path: Path) -> None:
    make_edition(week(tmp_path / "1", wall="wall", mud="mud", moss="moss"), date="2026-11-21")
    output = make_edition(week(tmp_path / "2", wall="wall", ice="ice"), date="2026-11-28").output
    found = [each.title for each in feed_entries(output)]
    assert found.count("About the wall") == 1
    assert found.index("About the wall") < 3
    assert len(found) == 6
    assert check(output).problems == ()


def test_the_newest_issues_and_the_one_just_built_are_kept(make_edition: MakeEdition, tmp_path: Path) -> None:
    for number, noun in enumerate(("wall", "mud", "gull", "ice"), 1):
        output = make_edition(week(tmp_path / str(number), **{noun: noun}), date=f"2026-11-0{number}").output
    make_edition(tmp_path / "2", date="2026-11-02", keep_issues=2)
    assert [each.issue_date.day for each in read_archive(output).editions] == [4, 2]
    assert sorted(file.name for file in output.glob("issues/*.html")) == ["2026-11-02.html", "2026-11-04.html"]
    assert check(output).problems == ()


def test_the_guid_of_the_publication_never_changes(make_edition: MakeEdition, issue: Path) -> None:
    guids = {
        feedparser.parse((make_edition(issue, **options).output / "feed.xml").read_bytes()).feed.podcast_guid
        for options in ({"title": "The Tide"}, {"title": "The Ebb"}, {"base_url": "https://example.org/audio"})
    }
    assert len(guids) == 1


def test_an_article_that_failed_has_the_same_guid_when_it_succeeds(make_edition: MakeEdition, issue: Path) -> None:
    before = {e.slug: e.guid for e in make_edition(issue).result.edition.episodes}
    mud = issue / "02-science" / "mud.txt"
    written = mud.read_text()
    mud.write_text("")
    assert len(make_edition(issue).result.failures) == 1
    mud.write_text(written)
    assert {e.slug: e.guid for e in make_edition(issue).result.edition.episodes} == before


def test_no_episode_is_dated_in_the_future_and_an_early_issue_keeps_its_date(
    make_edition: MakeEdition, issue: Path
) -> None:
    now = datetime.now(UTC).replace(microsecond=0)
    saturday = (now + timedelta(days=3)).date()
    first = make_edition(issue, date=saturday.isoformat()).result.edition.episodes
    assert now - timedelta(minutes=1) <= min(e.published for e in first)
    assert max(e.published for e in first) <= datetime.now(UTC)
    again = make_edition(issue, date=saturday.isoformat(), title="The Tide").result.edition.episodes
    assert [e.published for e in again] == [e.published for e in first]


def test_an_mp3_with_other_sound_has_another_address(make_edition: MakeEdition, issue: Path) -> None:
    built = make_edition(issue)
    before = built.episode("mud", ".mp3")
    (issue / "02-science" / "mud.txt").write_text(story("A good word for mud", "silt"))
    make_edition(issue)
    after = built.episode("mud", ".mp3")
    assert after.name != before.name
    assert not before.exists()
    assert after.name in (built.output / "feed.xml").read_text("utf-8")


def test_a_damaged_archive_is_an_error_and_nothing_changes(make_edition: MakeEdition, issue: Path) -> None:
    output = make_edition(issue).output
    (output / "archive.json").write_text('{"guid": 7}')
    before = hashes(output)
    with pytest.raises(PublishError, match="archive.json"):
        make_edition(issue)
    assert hashes(output) == before
