"""Three independent parsers read the original values from a feed of the sample edition and one of hostile text.

podcastparser is gPodder's, feedparser is widely used, and npm's feedsmith supports every namespace that we write.
"""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from email.utils import format_datetime
from typing import Any

import feedparser
import lxml.html
import podcastparser
import pytest

from audio_edition import config
from audio_edition.build.metadata import describe_publication
from audio_edition.model import Chapter, Edition, Episode, EpisodeKind, Publication
from audio_edition.podcast.archive import read_archive
from audio_edition.podcast.feed import MEDIA_TYPE, make_absolute, render_feed
from audio_edition.podcast.xml_text import clean_text
from tests.conftest import ROOT, Built, npm, require, run
from tests.podcast import test_feed as factories
from tests.podcast.test_feed import BASE

HOSTILE = (
    "<b>Bold & brash</b>",
    "<script>alert(1)</script> <img src=x onerror=alert(1)>",
    "AT&amp;T &lt;i&gt; &#x26; &copy;",
    "]]> <![CDATA[ <!-- -->",
    "' \"",
    "العنوان \u202e(abc)\u202c",
    "👩‍👩‍👧" + "🦀" * 80,
    "x" * 500,
    "a\x00b\x1bc\ud800d\ufffee\x0bf\x1fg",
)
PARSE_SCRIPT = """
import { readFileSync } from "node:fs";
import { parseRssFeed } from "feedsmith";
console.log(JSON.stringify(parseRssFeed(readFileSync(0, "utf8"))));
"""
AI_CONTENT = [{"display": "true", "purpose": "ai-content"}]

Parser = Callable[[bytes], dict[str, Any]]


@dataclass(frozen=True)
class Feed:
    """A feed with the publication and the edition that it was rendered from."""

    data: bytes
    publication: Publication
    edition: Edition

    @property
    def categories(self) -> list[str]:
        """The category and, if there is one, its subcategory."""
        return self.publication.category.split(" > ")

    @property
    def description(self) -> str:
        """The description that the channel must have, with the narrators."""
        return clean_text(f"{self.publication.description} Read by {'; '.join(self.edition.narrators)}.")


@pytest.fixture(params=["of the sample", "of hostile words"])
def feed(request: pytest.FixtureRequest) -> Feed:
    if request.param == "of the sample":
        sample: Built = request.getfixturevalue("sample")
        data = make_absolute((sample.output / "feed.xml").read_bytes(), BASE)
        settings = config.load(ROOT / "articles" / config.FILE_NAME)
        publication = describe_publication(settings, read_archive(sample.output).guid)
        return Feed(data, publication, sample.result.edition)
    every = " ".join(HOSTILE)
    publication = factories.make_publication(
        every, description=every, author=every, category="Society & Culture > Documentary"
    )
    episodes = tuple(replace(factories.make_episode(n, word), byline=word) for n, word in enumerate(HOSTILE, 1))
    issue = replace(factories.make_edition(every), day=every, narrators=HOSTILE, episodes=episodes)
    return Feed(render_feed(publication, [issue], BASE)["feed.xml"], publication, issue)


@pytest.fixture(scope="session")
def feedsmith(tmp_path_factory: pytest.TempPathFactory) -> Parser:
    """A function that parses a feed with feedsmith, run by node."""
    folder = tmp_path_factory.mktemp("feedsmith")
    npm(folder, "install", "--ignore-scripts", "--no-audit", "--prefix", str(folder), "feedsmith@3.0.1")

    def parse(data: bytes) -> dict[str, Any]:
        printed = run(require("node"), "--input-type=module", "--eval", PARSE_SCRIPT, cwd=folder, input=data)
        return dict(json.loads(printed))

    return parse


def format_stamp(chapter: Chapter) -> str:
    return f"0{timedelta(seconds=chapter.start_ms // 1000)}"


def expected_notes(episode: Episode) -> list[str]:
    """Return the lines of an episode's notes: summary (of articles only) and time stamps."""
    summary = episode.summary if episode.kind is EpisodeKind.ARTICLE else ""
    stamps = [f"{format_stamp(chapter)} {chapter.title}" for chapter in episode.track.chapters]
    return [clean_text(text) for text in (summary, *stamps) if text]


def lines_of_html(html: str) -> list[str]:
    """Return the texts that a browser shows for HTML notes."""
    return [str(text) for text in lxml.html.fromstring(f"<div>{html}</div>").itertext()]


def rounded_up_seconds(episode: Episode) -> int:
    """Return the duration in seconds, rounded up."""
    return -(-episode.track.duration_ms // 1000)


def test_podcastparser_reads_every_field(feed: Feed) -> None:
    parsed = podcastparser.parse(f"{BASE}feed.xml", io.BytesIO(feed.data))
    episodes = parsed.pop("episodes")
    assert parsed == {
        "title": clean_text(feed.publication.title),
        "description": feed.description,
        "link": f"{BASE}index.html",
        "language": feed.publication.language,
        "generator": "audio_edition",
        "cover_url": f"{BASE}cover.jpg",
        "explicit": False,
        "itunes_author": clean_text(feed.publication.author),
        "itunes_categories": [feed.categories],
        "type": "episodic",
    }
    for episode in episodes:
        episode.pop("description")  # podcastparser may derive it from the HTML
        episode["description_html"] = lines_of_html(episode["description_html"])
    assert episodes == [_expected_by_podcastparser(feed.edition, episode) for episode in feed.edition.episodes]


def _expected_by_podcastparser(edition: Edition, episode: Episode) -> dict[str, Any]:
    media = {"url": BASE + episode.media, "file_size": episode.size, "mime_type": "audio/mpeg"}
    chapters = [{"start": c.start_ms / 1000, "title": clean_text(c.title)} for c in episode.track.chapters]
    expected = {
        "title": clean_text(episode.title),
        "guid": episode.guid,
        "link": f"{BASE}episodes/{episode.slug}.html",
        "enclosures": [media],
        "published": episode.published.timestamp(),
        "description_html": expected_notes(episode),
        "total_time": rounded_up_seconds(episode),
        "season": edition.number,
        "number": episode.number,
        "type": "full",
        "explicit": False,
        "episode_art_url": f"{BASE}{edition.stem}.jpg",
        "chapters": chapters,
        "payment_url": None,
    }
    return expected | ({"itunes_author": clean_text(episode.byline)} if episode.byline else {})


def test_feedparser_reads_every_field_and_finds_no_fault(feed: Feed) -> None:
    parsed = feedparser.parse(feed.data, sanitize_html=False, resolve_relative_uris=False)
    assert (parsed.bozo, parsed.version) == (False, "rss20")
    assert {tag.term for tag in parsed.feed.tags} == set(feed.categories)
    channel = {
        "title": clean_text(feed.publication.title),
        "subtitle": feed.description,
        "link": f"{BASE}index.html",
        "language": feed.publication.language,
        "generator": "audio_edition",
        "image": {"href": f"{BASE}cover.jpg"},
        "author": clean_text(feed.publication.author),
        "itunes_type": "episodic",
        "itunes_block": 1,
        "podcast_guid": feed.publication.guid,
        "podcast_locked": "yes",
        "podcast_medium": "podcast",
    }
    assert {key: parsed.feed[key] for key in channel} == channel
    dates = [entry.published_parsed for entry in parsed.entries]
    assert dates == sorted(set(dates), reverse=True)
    for entry, episode in zip(parsed.entries, feed.edition.episodes, strict=True):
        expected = _expected_by_feedparser(feed.edition, episode)
        assert {key: entry.get(key) for key in expected} == expected
        assert entry.published_parsed[:6] == episode.published.timetuple()[:6]
        assert lines_of_html(entry.content[0].value) == expected_notes(episode)
        assert entry.psc_chapters.version == "1.2"
        assert [(mark.start_parsed, mark.title) for mark in entry.psc_chapters.chapters] == [
            (timedelta(milliseconds=c.start_ms), clean_text(c.title)) for c in episode.track.chapters
        ]


def _expected_by_feedparser(edition: Edition, episode: Episode) -> dict[str, Any]:
    stem = f"{BASE}episodes/{episode.slug}"
    return {
        "title": clean_text(episode.title),
        "id": episode.guid,
        "guidislink": False,
        "link": f"{stem}.html",
        "enclosures": [{"href": BASE + episode.media, "length": str(episode.size), "type": "audio/mpeg"}],
        "summary": "\n".join(expected_notes(episode)),
        "author": clean_text(episode.byline) if episode.byline else None,
        "image": {"href": f"{BASE}{edition.stem}.jpg"},
        "itunes_duration": str(rounded_up_seconds(episode)),
        "itunes_season": str(edition.number),
        "itunes_episode": str(episode.number),
        "itunes_episodetype": "full",
        "podcast_episode": str(episode.number),
        "podcast_season": {"name": clean_text(edition.day)},
    }


def test_feedsmith_reads_every_field_and_nothing_else(feed: Feed, feedsmith: Parser) -> None:
    parsed = feedsmith(feed.data)
    items = parsed.pop("items")
    outer, *inner = feed.categories
    below = {"categories": [{"text": name} for name in inner]} if inner else {}
    assert parsed == {
        "title": clean_text(feed.publication.title),
        "description": feed.description,
        "link": f"{BASE}index.html",
        "language": feed.publication.language,
        "generator": "audio_edition",
        "lastBuildDate": format_datetime(max(e.published for e in feed.edition.episodes), usegmt=True),
        "atom": {"links": [{"href": f"{BASE}feed.xml", "rel": "self", "type": MEDIA_TYPE}]},
        "itunes": {
            "author": clean_text(feed.publication.author),
            "categories": [{"text": outer} | below],
            "explicit": False,
            "image": f"{BASE}cover.jpg",
            "type": "episodic",
            "block": True,
        },
        "podcast": {
            "guid": feed.publication.guid,
            "locked": {"value": True},
            "medium": "podcast",
            "txts": AI_CONTENT,
            "persons": [
                {"display": clean_text(narrator), "role": "narrator", "group": "cast"}
                for narrator in feed.edition.narrators
            ],
        },
    }
    for item in items:
        item["content"] = lines_of_html(item["content"]["encoded"])
    assert items == [_expected_by_feedsmith(feed.edition, episode) for episode in feed.edition.episodes]


def _expected_by_feedsmith(edition: Edition, episode: Episode) -> dict[str, Any]:
    stem = f"{BASE}episodes/{episode.slug}"
    author = {"author": clean_text(episode.byline)} if episode.byline else {}
    chapters = [{"start": f"{format_stamp(c)}.000", "title": clean_text(c.title)} for c in episode.track.chapters]
    return {
        "title": clean_text(episode.title),
        "guid": {"value": episode.guid, "isPermaLink": False},
        "link": f"{stem}.html",
        "enclosures": [{"url": BASE + episode.media, "length": episode.size, "type": "audio/mpeg"}],
        "pubDate": format_datetime(episode.published, usegmt=True),
        "description": "\n".join(expected_notes(episode)),
        "content": expected_notes(episode),
        "itunes": {
            "duration": rounded_up_seconds(episode),
            "season": edition.number,
            "episode": episode.number,
            "episodeType": "full",
            "explicit": False,
            "image": f"{BASE}{edition.stem}.jpg",
        }
        | author,
        "podcast": {
            "season": {"number": edition.number, "name": clean_text(edition.day)},
            "episode": {"number": episode.number},
            "transcripts": [
                {"url": f"{stem}.vtt", "type": "text/vtt", "language": episode.language, "rel": "captions"}
            ],
            "chapters": {"url": f"{stem}.chapters.json", "type": "application/json+chapters"},
            "txts": AI_CONTENT,
        },
        "psc": {"chapters": chapters},
    }


def test_every_parser_finds_the_links_to_other_pages(feedsmith: Parser) -> None:
    issues = [
        factories.make_edition(count=150, day=date(2026, 11, 21) - timedelta(days=7 * week)) for week in range(3)
    ]
    page = render_feed(factories.make_publication(), issues, BASE)["feed-2.xml"]
    links_by_relation = {
        "self": f"{BASE}feed-2.xml",
        "first": f"{BASE}feed.xml",
        "previous": f"{BASE}feed.xml",
        "next": f"{BASE}feed-3.xml",
        "last": f"{BASE}feed-3.xml",
    }
    assert {link["rel"]: link["href"] for link in feedsmith(page)["atom"]["links"]} == links_by_relation
    links = feedparser.parse(page).feed.links
    assert {link.rel: link.href for link in links if link.type == MEDIA_TYPE} == links_by_relation
    parsed = podcastparser.parse(links_by_relation["self"], io.BytesIO(page))
    assert (parsed["paged_feed_first"], parsed["paged_feed_next"]) == (
        links_by_relation["first"],
        links_by_relation["next"],
    )
