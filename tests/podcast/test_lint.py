"""Every rule of the lint finds the feed that breaks it, and the feeds we make break none."""

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


def heard(output: Path) -> dict[str, Media]:
    """What the MP3s of an output folder are."""
    return {
        file.relative_to(output).as_posix(): Media(
            duration_ms=decode_mp3(file).duration_ms, chapters=read_chapters(file.read_bytes())
        )
        for file in output.glob("episodes/*.mp3")
    }


@dataclass(frozen=True)
class Sound:
    """A feed that nothing is wrong with, of two issues on two pages, and its media."""

    output: Path
    media: dict[str, Media]


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Sound:
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
    return Sound(output, heard(output))


def test_nothing_is_wrong_with_what_a_build_makes(sound: Sound, sample: Built) -> None:
    assert list(lint(sound.output, sound.media)) == []
    assert list(lint(sample.output, heard(sample.output))) == []


@pytest.fixture
def spoiled(sound: Sound, tmp_path: Path) -> Sound:
    """A copy to break."""
    shutil.copytree(sound.output, tmp_path / "output")
    return Sound(tmp_path / "output", sound.media)


Spoil = Callable[..., None]


def remove(path: str) -> Spoil:
    def spoil(channel: etree._Element) -> None:
        element = channel.find(path, NAMESPACES)
        assert element is not None, path
        parent = element.getparent()
        assert parent is not None
        parent.remove(element)

    return spoil


def say(path: str, text: str) -> Spoil:
    def spoil(channel: etree._Element) -> None:
        element = channel.find(path, NAMESPACES)
        assert element is not None, path
        element.text = text

    return spoil


def name(path: str, attribute: str, value: str) -> Spoil:
    def spoil(channel: etree._Element) -> None:
        element = channel.find(path, NAMESPACES)
        assert element is not None, path
        element.set(attribute, value)

    return spoil


def double(path: str) -> Spoil:
    def spoil(channel: etree._Element) -> None:
        element = channel.find(path, NAMESPACES)
        assert element is not None, path
        element.addnext(etree.fromstring(etree.tostring(element)))

    return spoil


def rename_root(channel: etree._Element) -> None:
    root = channel.getparent()
    assert root is not None
    root.set("version", "0.91")


@pytest.mark.parametrize(
    ("spoil", "problem"),
    [
        (rename_root, "is not RSS 2.0"),
        (remove("title"), "feed.xml: title is missing"),
        (say("title", " "), "title is '', not some text"),
        (double("title"), "title occurs 2 times"),
        (remove("description"), "description is missing"),
        (say("description", "ä" * 2001), "description has 4002 bytes"),
        (remove("link"), "link is missing"),
        (say("language", "English, please"), "language is 'English, please'"),
        (remove("itunes:author"), "itunes:author is missing"),
        (say("itunes:explicit", "clean"), "itunes:explicit is 'clean', not true or false"),
        (say("itunes:type", "weekly"), "itunes:type is 'weekly'"),
        (remove("itunes:block"), "itunes:block is missing"),
        (say("podcast:locked", "maybe"), "podcast:locked is 'maybe', not yes or no"),
        (say("podcast:medium", "newsletter"), "podcast:medium is 'newsletter'"),
        (remove("podcast:txt"), "podcast:txt[@purpose='ai-content'] is missing"),
        (say("podcast:guid", "7f1c6d3e-2c41-4a0b-9d7e-0d7b7b1f6a11"), "not a UUID of version 5"),
        (remove("podcast:guid"), "podcast:guid is None"),
        (remove("itunes:category"), "itunes:category is missing"),
        (name("itunes:category", "text", "Noise"), "itunes:category 'Noise' is not one of Apple's"),
        (remove("atom:link"), "does not have exactly one atom:link to itself"),
        (name("atom:link[@rel='self']", "type", "text/xml"), "does not have exactly one atom:link to itself"),
        (name("atom:link[@rel='self']", "href", "rss.xml"), "its atom:link to itself leads to 'rss.xml'"),
        (name("itunes:image", "href", "missing.jpg"), "missing.jpg is not there"),
        (remove("itunes:image"), "has no itunes:image"),
        (remove("item/title"), "title is missing"),
        (remove("item/link"), "link is missing"),
        (say("item/description", "a" * 4001), "description has 4001 bytes"),
        (remove("item/content:encoded"), "content:encoded is missing"),
        (say("item/guid", "https://example.org/1"), "not an identifier of printable ASCII"),
        (say("item/guid", "Zürich"), "not an identifier of printable ASCII"),
        (name("item/guid", "isPermaLink", "true"), "guid[@isPermaLink='false'] is missing"),
        (say("item/itunes:duration", "1:30"), "itunes:duration is '1:30'"),
        (say("item/itunes:duration", "3"), "itunes:duration is 3 s, its audio lasts"),
        (say("item/itunes:season", "0"), "itunes:season is '0'"),
        (say("item/itunes:episode", "one"), "itunes:episode is 'one'"),
        (say("item/podcast:season", "7"), "podcast:season is 7, itunes:season is 20261121"),
        (say("item/podcast:episode", "7"), "podcast:episode is 7, itunes:episode is 1"),
        (say("item/itunes:episodeType", "weekly"), "itunes:episodeType is 'weekly'"),
        (say("item/itunes:explicit", "no"), "itunes:explicit is 'no'"),
        (remove("item/podcast:txt"), "podcast:txt[@purpose='ai-content'] is missing"),
        (remove("item/pubDate"), "pubDate is missing or is not a date"),
        (say("item/pubDate", "yesterday"), "pubDate is missing or is not a date"),
        (say("item/pubDate", "Sat, 21 Nov 2099 00:00:01 GMT"), "pubDate is in the future: 21 November 2099"),
        (say("item/pubDate", "Sat, 21 Nov 2020 00:00:01 GMT"), "not every item is older than the one before"),
        (remove("item/enclosure"), "does not have exactly one enclosure"),
        (double("item/enclosure"), "does not have exactly one enclosure"),
        (
            name("item/enclosure", "url", "https://example.org/a.mp3"),
            "does not have exactly one enclosure in this folder",
        ),
        (name("item/enclosure", "url", "../a.mp3"), "exactly one enclosure in this folder"),
        (name("item/enclosure", "url", "episodes/a.mp3"), "episodes/a.mp3 is not there"),
        (name("item/enclosure", "type", "audio/mp3"), "enclosure has the type 'audio/mp3'"),
        (name("item/enclosure", "length", "1"), "bytes, declared 1"),
        (name("item/itunes:image", "href", "feed.xml"), "feed.xml is not there, or is not an image"),
        (name("item/podcast:transcript", "type", "text/plain"), "no podcast:transcript of the type text/vtt"),
        (name("item/podcast:transcript", "url", "a.vtt"), "No such file"),
        (name("item/podcast:chapters", "type", "application/json"), "no podcast:chapters of the type"),
        (name("item/podcast:chapters", "url", "a.json"), "No such file"),
        (remove("item/psc:chapters/psc:chapter"), "psc:chapters are not those of"),
        (name("item/psc:chapters/psc:chapter", "start", "00:00:00.400"), "psc:chapters are not at the times of"),
        (name("item/psc:chapters/psc:chapter", "title", "X"), "psc:chapters are not those of"),
        (name("item/psc:chapters/psc:chapter", "start", "soon"), "psc:chapters are not those of"),
        (say("item/description", "Notes\n00:00:00 One\n00:00:09 Two"), "time stamps in description are not those"),
        (say("item/content:encoded", "<p>Notes</p>"), "time stamps in content:encoded are not those of"),
        (double("item"), "2 items have the guid"),
        (double("item"), "2 items have the enclosure"),
        (remove("item"), "no item has the enclosure episodes/"),
        (remove("atom:link[@rel='next']"), "its atom:links lead to"),
    ],
)
def test_a_feed_that_breaks_a_rule(spoiled: Sound, spoil: Spoil, problem: str) -> None:
    file = spoiled.output / "feed.xml"
    root = etree.fromstring(file.read_bytes())
    channel = root.find("channel")
    assert channel is not None
    spoil(channel)
    file.write_bytes(etree.tostring(root))
    assert any(problem in found for found in lint(spoiled.output, spoiled.media))


@pytest.mark.parametrize(
    ("pattern", "replacement", "problem"),
    [
        ("podcastindex.org/namespace/1.0", "example.org/podcasts", "the namespace podcast is not"),
        ("<channel>", "<canal>", "feed.xml: "),
        ("<title>[^<]*</title>", "<title>&#0;</title>", "feed.xml: "),
    ],
)
def test_a_feed_that_is_none(spoiled: Sound, pattern: str, replacement: str, problem: str) -> None:
    file = spoiled.output / "feed.xml"
    file.write_text(re.sub(pattern, replacement, file.read_text("utf-8"), count=1), "utf-8")
    assert any(problem in found for found in lint(spoiled.output, spoiled.media))


def test_an_older_page_is_of_the_same_publication(spoiled: Sound) -> None:
    file = spoiled.output / "feed-2.xml"
    file.write_text(file.read_text("utf-8").replace("<title>", "<title>Not ", 1), "utf-8")
    assert list(lint(spoiled.output, spoiled.media)) == ["feed-2.xml: title is not that of feed.xml"]


def resize(output: Path) -> None:
    Image.new("RGB", (1399, 1399)).save(output / "cover.jpg")


def stretch(output: Path) -> None:
    Image.new("RGB", (1400, 1500)).save(output / "issues" / "2026-11-21.jpg")


def print_in_four_colours(output: Path) -> None:
    Image.new("CMYK", (1400, 1400)).save(output / "cover.jpg")


def add_a_byte(output: Path) -> None:
    (file,) = output.glob("episodes/mud.*.mp3")
    file.write_bytes(file.read_bytes() + b"\0")


def widen(output: Path) -> None:
    file = output / "episodes" / "mud.vtt"
    file.write_text(file.read_text("utf-8").replace("\n", "\n" + "x" * 66, 3), "utf-8")


def overlap(output: Path) -> None:
    file = output / "episodes" / "mud.vtt"
    file.write_text(re.sub(r"--> \S+", "--> 00:00:05.000", file.read_text("utf-8"), count=1), "utf-8")


def go_on(output: Path) -> None:
    with (output / "episodes" / "mud.vtt").open("a", encoding="utf-8") as out:
        out.write("\n09:00:00.000 --> 09:00:01.000\nAfter all.\n")


def rename_chapter(output: Path) -> None:
    file = output / "episodes" / "mud.chapters.json"
    document = json.loads(file.read_text("utf-8"))
    document["chapters"][0]["title"] = "Another"
    file.write_text(json.dumps(document))


def age(output: Path) -> None:
    file = output / "episodes" / "mud.chapters.json"
    file.write_text(file.read_text("utf-8").replace("1.2.0", "1.1.0"), "utf-8")


def garble(output: Path) -> None:
    (output / "episodes" / "mud.chapters.json").write_text("[]")


@pytest.mark.parametrize(
    ("spoil", "problem"),
    [
        (resize, "feed.xml: cover.jpg is JPEG in RGB of 1399 × 1399"),
        (stretch, "issues/2026-11-21.jpg is JPEG in RGB of 1400 × 1500"),
        (print_in_four_colours, "cover.jpg is JPEG in CMYK"),
        (add_a_byte, "does not have the hash of its content in its name"),
        (widen, "lines of more than 65 characters"),
        (overlap, "cues are empty or overlap"),
        (go_on, "ends after its audio"),
        (rename_chapter, "chapters of the ID3 tag are not those of episodes/mud.chapters.json"),
        (age, "is not of version 1.2.0"),
        (garble, "is not a chapters document"),
    ],
)
def test_a_file_that_breaks_a_rule(spoiled: Sound, spoil: Callable[[Path], None], problem: str) -> None:
    spoil(spoiled.output)
    assert any(problem in found for found in lint(spoiled.output, spoiled.media))


def test_a_feed_with_whole_addresses_is_checked_in_its_folder(issue: Path, hum: Callable[..., Built]) -> None:
    output = hum(issue, base_url="https://example.org/audio").output
    assert list(lint(output, heard(output))) == []
