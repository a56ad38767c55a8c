"""Every rule of the lint reports a feed that breaks it; the feeds of builds break none."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from lxml import etree
from PIL import Image

from audio_edition import config
from audio_edition.audio.decoder import decode_mp3
from audio_edition.audio.tag_reader import read_chapters
from audio_edition.build.stages import build
from audio_edition.podcast import feed
from audio_edition.podcast.feed import NAMESPACES
from audio_edition.podcast.lint import Media, lint
from tests.conftest import Built, story


def decode_media(output: Path) -> dict[str, Media]:
    """Return length and chapters of all MP3s of an output folder by path."""
    return {
        file.relative_to(output).as_posix(): Media(
            duration_ms=decode_mp3(file).duration_ms, chapters=read_chapters(file.read_bytes())
        )
        for file in output.glob("episodes/*.mp3")
    }


@dataclass(frozen=True)
class FeedFolder:
    """An output folder whose feed has two issues on two pages, and the media of the valid feed."""

    output: Path
    media: dict[str, Media]


@pytest.fixture(scope="module")
def valid_feed(tmp_path_factory: pytest.TempPathFactory) -> FeedFolder:
    folder = tmp_path_factory.mktemp("lint")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(feed, "_MAX_PAGE_EPISODES", 2)
        patch.setenv("AUDIO_EDITION_CACHE", str(folder / "cache"))
        for day, noun in (("2026-11-14", "wall"), ("2026-11-21", "mud")):
            articles = folder / noun
            articles.mkdir()
            (articles / f"{noun}.txt").write_text(story(f"About the {noun}", noun))
            settings = config.load(None, {"engine": "tone", "jobs": 1, "date": day})
            build([articles], folder / "output", settings)
    output = folder / "output"
    return FeedFolder(output, decode_media(output))


def test_lint_finds_no_problems_in_a_built_edition(valid_feed: FeedFolder, sample: Built) -> None:
    assert list(lint(valid_feed.output, valid_feed.media)) == []
    assert list(lint(sample.output, decode_media(sample.output))) == []


@pytest.fixture
def broken_feed(valid_feed: FeedFolder, tmp_path: Path) -> FeedFolder:
    """A copy of the valid feed, to be broken by a test."""
    shutil.copytree(valid_feed.output, tmp_path / "output")
    return FeedFolder(tmp_path / "output", valid_feed.media)


Breakage = Callable[..., None]


def remove(path: str) -> Breakage:
    def break_it(channel: etree._Element) -> None:
        element = channel.find(path, NAMESPACES)
        assert element is not None, path
        parent = element.getparent()
        assert parent is not None
        parent.remove(element)

    return break_it


def set_text(path: str, text: str) -> Breakage:
    def break_it(channel: etree._Element) -> None:
        element = channel.find(path, NAMESPACES)
        assert element is not None, path
        element.text = text

    return break_it


def set_attribute(path: str, attribute: str, value: str) -> Breakage:
    def break_it(channel: etree._Element) -> None:
        element = channel.find(path, NAMESPACES)
        assert element is not None, path
        element.set(attribute, value)

    return break_it


def duplicate(path: str) -> Breakage:
    def break_it(channel: etree._Element) -> None:
        element = channel.find(path, NAMESPACES)
        assert element is not None, path
        element.addnext(etree.fromstring(etree.tostring(element)))

    return break_it


def rename_root(channel: etree._Element) -> None:
    root = channel.getparent()
    assert root is not None
    root.set("version", "0.91")


@pytest.mark.parametrize(
    ("break_it", "problem"),
    [
        (rename_root, "is not RSS 2.0"),
        (remove("title"), "feed.xml: title is missing"),
        (set_text("title", " "), "title is '', not some text"),
        (duplicate("title"), "title occurs 2 times"),
        (remove("description"), "description is missing"),
        (set_text("description", "ä" * 2001), "description has 4002 bytes"),
        (remove("link"), "link is missing"),
        (set_text("language", "English, please"), "language is 'English, please'"),
        (remove("itunes:author"), "itunes:author is missing"),
        (set_text("itunes:explicit", "clean"), "itunes:explicit is 'clean', not true or false"),
        (set_text("itunes:type", "weekly"), "itunes:type is 'weekly'"),
        (remove("itunes:block"), "itunes:block is missing"),
        (set_text("podcast:locked", "maybe"), "podcast:locked is 'maybe', not yes or no"),
        (set_text("podcast:medium", "newsletter"), "podcast:medium is 'newsletter'"),
        (remove("podcast:txt"), "podcast:txt[@purpose='ai-content'] is missing"),
        (set_text("podcast:guid", "7f1c6d3e-2c41-4a0b-9d7e-0d7b7b1f6a11"), "not a UUID of version 5"),
        (remove("podcast:guid"), "podcast:guid is None"),
        (remove("itunes:category"), "itunes:category is missing"),
        (set_attribute("itunes:category", "text", "Noise"), "itunes:category 'Noise' is not one of Apple's"),
        (remove("atom:link"), "does not have exactly one atom:link to itself"),
        (
            set_attribute("atom:link[@rel='self']", "type", "text/xml"),
            "does not have exactly one atom:link to itself",
        ),
        (set_attribute("atom:link[@rel='self']", "href", "rss.xml"), "its atom:link to itself leads to 'rss.xml'"),
        (set_attribute("itunes:image", "href", "missing.jpg"), "missing.jpg is not there"),
        (remove("itunes:image"), "has no itunes:image"),
        (remove("item/title"), "title is missing"),
        (remove("item/link"), "link is missing"),
        (set_text("item/description", "a" * 4001), "description has 4001 bytes"),
        (remove("item/content:encoded"), "content:encoded is missing"),
        (set_text("item/guid", "https://example.org/1"), "not an identifier of printable ASCII"),
        (set_text("item/guid", "Zürich"), "not an identifier of printable ASCII"),
        (set_attribute("item/guid", "isPermaLink", "true"), "guid[@isPermaLink='false'] is missing"),
        (set_text("item/itunes:duration", "1:30"), "itunes:duration is '1:30'"),
        (set_text("item/itunes:duration", "3"), "itunes:duration is 3 s, its audio lasts"),
        (set_text("item/itunes:season", "0"), "itunes:season is '0'"),
        (set_text("item/itunes:episode", "one"), "itunes:episode is 'one'"),
        (set_text("item/podcast:season", "7"), "podcast:season is 7, itunes:season is 20261121"),
        (set_text("item/podcast:episode", "7"), "podcast:episode is 7, itunes:episode is 1"),
        (set_text("item/itunes:episodeType", "weekly"), "itunes:episodeType is 'weekly'"),
        (set_text("item/itunes:explicit", "no"), "itunes:explicit is 'no'"),
        (remove("item/podcast:txt"), "podcast:txt[@purpose='ai-content'] is missing"),
        (remove("item/pubDate"), "pubDate is missing or is not a date"),
        (set_text("item/pubDate", "yesterday"), "pubDate is missing or is not a date"),
        (set_text("item/pubDate", "Sat, 21 Nov 2099 00:00:01 GMT"), "pubDate is in the future: 21 November 2099"),
        (set_text("item/pubDate", "Sat, 21 Nov 2020 00:00:01 GMT"), "not every item is older than the one before"),
        (remove("item/enclosure"), "does not have exactly one enclosure"),
        (duplicate("item/enclosure"), "does not have exactly one enclosure"),
        (
            set_attribute("item/enclosure", "url", "https://example.org/a.mp3"),
            "does not have exactly one enclosure in this folder",
        ),
        (set_attribute("item/enclosure", "url", "../a.mp3"), "exactly one enclosure in this folder"),
        (set_attribute("item/enclosure", "url", "episodes/a.mp3"), "episodes/a.mp3 is not there"),
        (set_attribute("item/enclosure", "type", "audio/mp3"), "enclosure has the type 'audio/mp3'"),
        (set_attribute("item/enclosure", "length", "1"), "bytes, declared 1"),
        (set_attribute("item/itunes:image", "href", "feed.xml"), "feed.xml is not there, or is not an image"),
        (
            set_attribute("item/podcast:transcript", "type", "text/plain"),
            "no podcast:transcript of the type text/vtt",
        ),
        (set_attribute("item/podcast:transcript", "url", "a.vtt"), "No such file"),
        (set_attribute("item/podcast:chapters", "type", "application/json"), "no podcast:chapters of the type"),
        (set_attribute("item/podcast:chapters", "url", "a.json"), "No such file"),
        (remove("item/psc:chapters/psc:chapter"), "psc:chapters are not those of"),
        (
            set_attribute("item/psc:chapters/psc:chapter", "start", "00:00:00.400"),
            "psc:chapters are not at the times of",
        ),
        (set_attribute("item/psc:chapters/psc:chapter", "title", "X"), "psc:chapters are not those of"),
        (set_attribute("item/psc:chapters/psc:chapter", "start", "soon"), "psc:chapters are not those of"),
        (
            set_text("item/description", "Notes\n00:00:00 One\n00:00:09 Two"),
            "time stamps in description are not those",
        ),
        (set_text("item/content:encoded", "<p>Notes</p>"), "time stamps in content:encoded are not those of"),
        (duplicate("item"), "2 items have the guid"),
        (duplicate("item"), "2 items have the enclosure"),
        (remove("item"), "no item has the enclosure episodes/"),
        (remove("atom:link[@rel='next']"), "its atom:links lead to"),
    ],
)
def test_lint_reports_a_feed_that_breaks_a_rule(broken_feed: FeedFolder, break_it: Breakage, problem: str) -> None:
    file = broken_feed.output / "feed.xml"
    root = etree.fromstring(file.read_bytes())
    channel = root.find("channel")
    assert channel is not None
    break_it(channel)
    file.write_bytes(etree.tostring(root))
    assert any(problem in message for message in lint(broken_feed.output, broken_feed.media))


@pytest.mark.parametrize(
    ("pattern", "replacement", "problem"),
    [
        ("podcastindex.org/namespace/1.0", "example.org/podcasts", "the namespace podcast is not"),
        ("<channel>", "<canal>", "feed.xml: "),
        ("<title>[^<]*</title>", "<title>&#0;</title>", "feed.xml: "),
    ],
)
def test_lint_reports_a_malformed_feed(
    broken_feed: FeedFolder, pattern: str, replacement: str, problem: str
) -> None:
    file = broken_feed.output / "feed.xml"
    file.write_text(re.sub(pattern, replacement, file.read_text("utf-8"), count=1), "utf-8")
    assert any(problem in message for message in lint(broken_feed.output, broken_feed.media))


def test_lint_reports_an_older_page_of_another_publication(broken_feed: FeedFolder) -> None:
    file = broken_feed.output / "feed-2.xml"
    file.write_text(file.read_text("utf-8").replace("<title>", "<title>Not ", 1), "utf-8")
    assert list(lint(broken_feed.output, broken_feed.media)) == ["feed-2.xml: title is not that of feed.xml"]


def shrink_cover(output: Path) -> None:
    Image.new("RGB", (1399, 1399)).save(output / "cover.jpg")


def stretch_cover(output: Path) -> None:
    Image.new("RGB", (1400, 1500)).save(output / "issues" / "2026-11-21.jpg")


def write_cmyk_cover(output: Path) -> None:
    Image.new("CMYK", (1400, 1400)).save(output / "cover.jpg")


def append_byte_to_mp3(output: Path) -> None:
    (file,) = output.glob("episodes/mud.*.mp3")
    file.write_bytes(file.read_bytes() + b"\0")


def widen_lines(output: Path) -> None:
    file = output / "episodes" / "mud.vtt"
    file.write_text(file.read_text("utf-8").replace("\n", "\n" + "x" * 66, 3), "utf-8")


def overlap_cues(output: Path) -> None:
    file = output / "episodes" / "mud.vtt"
    file.write_text(re.sub(r"--> \S+", "--> 00:00:05.000", file.read_text("utf-8"), count=1), "utf-8")


def add_late_cue(output: Path) -> None:
    with (output / "episodes" / "mud.vtt").open("a", encoding="utf-8") as out:
        out.write("\n09:00:00.000 --> 09:00:01.000\nAfter all.\n")


def rename_chapter(output: Path) -> None:
    file = output / "episodes" / "mud.chapters.json"
    document = json.loads(file.read_text("utf-8"))
    document["chapters"][0]["title"] = "Another"
    file.write_text(json.dumps(document))


def change_version(output: Path) -> None:
    file = output / "episodes" / "mud.chapters.json"
    file.write_text(file.read_text("utf-8").replace("1.2.0", "1.1.0"), "utf-8")


def write_other_json(output: Path) -> None:
    (output / "episodes" / "mud.chapters.json").write_text("[]")


@pytest.mark.parametrize(
    ("break_it", "problem"),
    [
        (shrink_cover, "feed.xml: cover.jpg is JPEG in RGB of 1399 × 1399"),
        (stretch_cover, "issues/2026-11-21.jpg is JPEG in RGB of 1400 × 1500"),
        (write_cmyk_cover, "cover.jpg is JPEG in CMYK"),
        (append_byte_to_mp3, "does not have the hash of its content in its name"),
        (widen_lines, "lines of more than 65 characters"),
        (overlap_cues, "cues are empty or overlap"),
        (add_late_cue, "ends after its audio"),
        (rename_chapter, "chapters of the ID3 tag are not those of episodes/mud.chapters.json"),
        (change_version, "is not of version 1.2.0"),
        (write_other_json, "is not a chapters document"),
    ],
)
def test_lint_reports_a_file_that_breaks_a_rule(
    broken_feed: FeedFolder, break_it: Callable[[Path], None], problem: str
) -> None:
    break_it(broken_feed.output)
    assert any(problem in message for message in lint(broken_feed.output, broken_feed.media))


def test_a_feed_with_absolute_addresses_is_checked_in_its_folder(
    issue: Path, make_edition: Callable[..., Built]
) -> None:
    output = make_edition(issue, base_url="https://example.org/audio").output
    assert list(lint(output, decode_media(output))) == []
