"""The feed as two foreign parsers read it, for the sample edition and for hostile titles."""

from __future__ import annotations

import io
import uuid
from dataclasses import replace
from datetime import UTC, date, datetime

import feedparser
import podcastparser
import pytest
from hypothesis import given
from hypothesis import strategies as st

from audio_edition.model import Chapter, Edition, Episode, EpisodeKind, Track
from audio_edition.podcast.feed import absolute_feed, enclosures, render_feed
from audio_edition.podcast.xml_text import clean_text
from tests.conftest import Built

BASE = "http://192.0.2.7:8765/"


def edition(title: str = "The Estuary Weekly", count: int = 3) -> Edition:
    return Edition(
        title=title,
        issue_date=date(2026, 11, 21),
        language="en-GB",
        description="A sample.",
        author="The editors",
        guid=str(uuid.uuid5(uuid.NAMESPACE_URL, "x")),
        category="News",
        link="",
        episodes=tuple(episode(n, title) for n in range(1, count + 1)),
    )


def episode(number: int, title: str) -> Episode:
    chapters = (
        Chapter(title=title, start_ms=0, end_ms=61_000),
        Chapter(title="Two", start_ms=61_000, end_ms=90_500),
    )
    return Episode(
        kind=EpisodeKind.ARTICLE,
        slug=f"episode-{number}",
        guid=f"guid-{number}",
        number=number,
        title=title,
        summary=title,
        published=datetime(2026, 11, 21, tzinfo=UTC),
        language="en-GB",
        track=Track(samples=90_500 * 24, chapters=chapters, cues=()),
        size=1234 + number,
    )


def test_podcastparser_finds_every_episode_of_the_sample(sample: Built) -> None:
    data = absolute_feed((sample.output / "feed.xml").read_bytes(), BASE)
    feed = podcastparser.parse(BASE + "feed.xml", io.BytesIO(data))
    assert feed["title"] == "The Estuary Weekly"
    assert feed["cover_url"] == BASE + "cover.jpg"
    made = sample.report.edition.episodes
    found = feed["episodes"]
    assert [e["title"] for e in found] == [e.title for e in made]
    assert [e["guid"] for e in found] == [e.guid for e in made]
    for theirs, ours in zip(found, made, strict=True):
        (media,) = theirs["enclosures"]
        assert media["url"] == BASE + ours.media
        assert media["file_size"] == (sample.output / ours.media).stat().st_size
        assert media["mime_type"] == "audio/mpeg"
        assert abs(theirs["total_time"] * 1000 - ours.track.duration_ms) <= 1000
        assert [(c["start"], c["title"]) for c in theirs["chapters"]] == [
            (c.start_ms / 1000, c.title) for c in ours.track.chapters
        ]


def test_feedparser_agrees_and_finds_no_fault(sample: Built) -> None:
    data = absolute_feed((sample.output / "feed.xml").read_bytes(), BASE)
    feed = feedparser.parse(data)
    assert not feed.bozo
    assert (feed.feed.title, feed.feed.language) == ("The Estuary Weekly", "en-GB")
    assert [e.title for e in feed.entries] == [e.title for e in sample.report.edition.episodes]
    dates = [e.published_parsed for e in feed.entries]
    assert dates == sorted(dates, reverse=True)
    assert len(set(dates)) == len(dates)
    assert {d[:3] for d in dates} == {(2026, 11, 21)}
    for entry in feed.entries:
        assert entry.id.isascii()
        assert not entry.get("guidislink")


def test_a_base_url_makes_whole_addresses_at_once() -> None:
    feed = render_feed(edition(), "https://example.org/audio")
    assert absolute_feed(feed, "http://elsewhere.example/") == feed
    assert b'url="https://example.org/audio/episodes/episode-1.mp3"' in feed
    assert enclosures(feed)[0] == ("episodes/episode-1.mp3", 1235)


@pytest.mark.parametrize("title", ["<b>Bold & brash</b>", "العنوان", "🦀 " * 80, "]]>", "a\x00\x0bb\ud800", "' \""])
def test_titles_survive(title: str) -> None:
    feed = feedparser.parse(render_feed(edition(title), BASE))
    assert not feed.bozo
    shown = clean_text(title)
    assert next(e.title_detail.value.strip() for e in feed.entries) in {shown.strip(), shown}


@given(st.text(max_size=80))
def test_any_text_makes_a_feed_that_parses(text: str) -> None:
    made = replace(edition(text), description=text, author=text)
    parsed = podcastparser.parse(BASE, io.BytesIO(render_feed(made, BASE)))
    assert len(parsed["episodes"]) == 3


def test_what_is_no_feed_is_a_value_error() -> None:
    with pytest.raises(ValueError, match="Start tag|Document is empty"):
        enclosures(b"not xml")
