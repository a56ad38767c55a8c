"""The feed: its addresses, pages and time stamps; any text results in a valid feed."""

from __future__ import annotations

import io
import uuid
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import feedparser
import podcastparser
from hypothesis import given
from hypothesis import strategies as st

from audio_edition.model import Chapter, Edition, Episode, EpisodeKind, Publication, Track
from audio_edition.podcast.feed import make_absolute, render_feed

BASE = "http://192.0.2.7:8765/"


def make_publication(title: str = "The Estuary Weekly", **fields: Any) -> Publication:
    defaults: dict[str, Any] = {
        "title": title,
        "language": "en-GB",
        "description": "A sample.",
        "author": "The editors",
        "guid": str(uuid.uuid5(uuid.NAMESPACE_URL, "x")),
        "category": "News",
        "link": "",
        "private": True,
    }
    return Publication(**(defaults | fields))


def make_edition(title: str = "The Estuary Weekly", count: int = 3, day: date = date(2026, 11, 21)) -> Edition:
    return Edition(
        title=title,
        issue_date=day,
        day=f"{day.day} {day:%B %Y}",
        number=int(f"{day:%Y%m%d}"),
        episodes=tuple(make_episode(n, title, day) for n in range(1, count + 1)),
    )


def make_episode(number: int, title: str, day: date = date(2026, 11, 21)) -> Episode:
    chapters = (
        Chapter(title=title, start_ms=0, end_ms=61_000),
        Chapter(title="Two", start_ms=61_000, end_ms=90_500),
    )
    return Episode(
        kind=EpisodeKind.ARTICLE,
        slug=f"episode-{day:%d}-{number}",
        guid=f"guid-{day:%d}-{number}",
        number=number,
        title=title,
        summary=title,
        published=datetime(day.year, day.month, day.day, second=59 - number % 60, tzinfo=UTC),
        language="en-GB",
        track=Track(samples=90_500 * 24, chapters=chapters, cues=()),
        size=1234 + number,
        digest="0123456789ab",
    )


def render_one_page(title: str = "The Estuary Weekly", base_url: str = BASE) -> bytes:
    """Return a feed of one page in which everything has this title."""
    return render_feed(make_publication(title), [make_edition(title)], base_url)["feed.xml"]


def test_a_base_url_makes_addresses_absolute() -> None:
    feed = render_one_page(base_url="https://example.org/audio")
    assert make_absolute(feed, "http://elsewhere.example/") == feed
    assert b'url="https://example.org/audio/episodes/episode-21-1.0123456789ab.mp3"' in feed


@given(st.text(max_size=80))
def test_a_feed_with_any_text_can_be_parsed(text: str) -> None:
    publication = make_publication(text, description=text, author=text, category=text)
    feed = render_feed(publication, [make_edition(text)], BASE)["feed.xml"]
    parsed = podcastparser.parse(BASE, io.BytesIO(feed))
    assert len(parsed["episodes"]) == 3


def test_a_long_archive_is_split_into_linked_pages_and_no_issue_is_split() -> None:
    issues = [make_edition(count=90, day=date(2026, 11, 21) - timedelta(days=7 * week)) for week in range(3)]
    pages = render_feed(make_publication(), issues, BASE)
    assert list(pages) == ["feed-2.xml", "feed.xml"]
    guids, page = [], f"{BASE}feed.xml"
    while page:
        feed = feedparser.parse(pages[page.removeprefix(BASE)])
        assert not feed.bozo
        links = {link.rel: link.href for link in feed.feed.links if link.type == "application/rss+xml"}
        assert links["self"] == page
        assert (links["first"], links["last"]) == (f"{BASE}feed.xml", f"{BASE}feed-2.xml")
        guids += [entry.id for entry in feed.entries]
        page = links.get("next", "")
    assert guids == [episode.guid for issue in issues for episode in issue.episodes]


def test_a_single_page_has_no_links_to_other_pages() -> None:
    feed = feedparser.parse(render_one_page()).feed
    assert [link.rel for link in feed.links if link.type == "application/rss+xml"] == ["self"]


def test_a_description_has_all_time_stamps_or_none() -> None:
    chapters = tuple(
        Chapter(title=f"Chapter {n} of a long issue with a long title", start_ms=n * 1000, end_ms=n * 1000 + 1000)
        for n in range(90)
    )
    for count, summary, stamps in ((3, 200, 3), (60, 0, 60), (90, 200, 0)):
        track = Track(samples=count * 24_000, chapters=chapters[:count], cues=())
        long = replace(make_episode(1, "An issue"), track=track, summary="What is in it. " * 200)
        feed = render_feed(make_publication(), [replace(make_edition(), episodes=(long,))], BASE)["feed.xml"]
        entry = feedparser.parse(feed).entries[0]
        assert len(entry.summary.encode()) <= 4000
        assert entry.summary.count("What is in it") == summary
        assert entry.summary.count("of a long issue") == stamps
        assert entry.content[0].value.count("<li>") == count
