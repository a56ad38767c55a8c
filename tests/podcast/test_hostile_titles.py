"""Titles with markup, control characters and the like are the same in feed, chapters, transcript, tag and page."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from lxml import etree, html
from mutagen.id3 import ID3
from playwright.sync_api import Browser

from audio_edition import config
from audio_edition.build.stages import build
from audio_edition.model import Episode
from audio_edition.podcast.chapters import read_chapters
from audio_edition.podcast.feed import NAMESPACES
from audio_edition.verification.check import check
from tests.conftest import Built, require, run, story
from tests.podcast.browser import open_page
from tests.podcast.test_server import serve

TITLES = {
    "markup": "<b>Bold</b> & brash --> <i>so</i>",
    "entities": "Fish &amp; chips &lt;b&gt; &#x41;",
    "arabic": "العنوان: كيف تُقرأ المجلة بصوت عالٍ",
    "hebrew": "שלום, world (2026)",
    "emoji": "The crab 🦀, the family 👨‍👩‍👧 and the flag 🏴󠁧󠁢󠁳󠁣󠁴󠁿",
    "long": ("A title that does not end " * 20).strip(),
    "quotes": "\"Mud\" isn't 'mud' ]]>",
    "control": "Bell\x07 and\x00 nothing\x0b at all",
    "surrogate": "Half \ud83d a crab",
    "nothing": "No \ufffe character \uffff",
}
PAPER = "A & <b>B</b>"
MENDED = {"entities": "Fish & chips &lt;b&gt; A"}
"""Titles in which a reader mends what was escaped twice."""

CLEAN = {
    "control": "Bell and nothing at all",
    "surrogate": "Half a crab",
    "nothing": "No character",
}


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """An edition of articles with these titles: files, and a JSON feed for titles that a file cannot contain."""
    folder = tmp_path_factory.mktemp("hostile")
    articles = folder / "articles"
    articles.mkdir()
    body = story("", "wall")
    for name in TITLES.keys() - CLEAN.keys():
        front = f"---\ntitle: {json.dumps(TITLES[name], ensure_ascii=False)}\n---\n"
        (articles / f"{name}.md").write_text(front + body, "utf-8")
    items = [{"id": name, "title": TITLES[name], "content_text": body} for name in CLEAN]
    document = {"version": "https://jsonfeed.org/version/1.1", "title": "A feed", "items": items}
    (articles / "feed.json").write_text(json.dumps(document))
    options = {"engine": "tone", "jobs": 1, "episodes": "article,section,edition", "title": PAPER}
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("AUDIO_EDITION_CACHE", str(folder / "cache"))
        return Built(folder / "output", build([articles], folder / "output", config.load(None, options)))


@pytest.fixture(params=TITLES)
def episode(request: pytest.FixtureRequest, hostile: Built) -> Episode:
    """The episode of the article with this title."""
    title = (MENDED | CLEAN).get(request.param, TITLES[request.param])
    return next(e for e in hostile.result.edition.episodes if e.title == title)


def test_check_finds_no_problems_in_an_edition_with_hostile_titles(hostile: Built) -> None:
    assert check(hostile.output).problems == ()


def test_the_title_is_the_same_in_feed_chapters_tag_and_page(hostile: Built, episode: Episode) -> None:
    feed = etree.fromstring((hostile.output / "feed.xml").read_bytes())
    assert feed.findtext("channel/title") == PAPER
    (item,) = (found for found in feed.iter("item") if found.findtext("guid") == episode.guid)
    assert item.findtext("title") == episode.title
    assert [chapter.get("title") for chapter in item.iterfind("psc:chapters/psc:chapter", NAMESPACES)] == [
        episode.title
    ]
    chapters_json = hostile.episode(episode.slug, ".chapters.json").read_text("utf-8")
    assert json.loads(chapters_json)["title"] == episode.title
    assert read_chapters(chapters_json)[0].title == episode.title
    tag = ID3(hostile.output / episode.media)
    assert str(tag["TIT2"]) == str(tag["CHAP:chp0"].sub_frames["TIT2"]) == episode.title
    page = html.fromstring(hostile.episode(episode.slug, ".html").read_text("utf-8"))
    (title,) = page.iter("title")
    assert title.text == f"{episode.title} · {PAPER}"


def test_ffmpeg_reads_the_title_and_the_chapters(hostile: Built, episode: Episode) -> None:
    probe = run(
        require("ffprobe"),
        *("-v", "error", "-show_chapters", "-show_format", "-of", "json"),
        hostile.output / episode.media,
    )
    probed = json.loads(probe)
    assert probed["format"]["tags"]["title"] == episode.title
    assert probed["chapters"][0]["tags"]["title"] == episode.title


@pytest.mark.slow
def test_a_browser_shows_page_and_transcript_as_written(browser: Browser, hostile: Built) -> None:
    with serve(hostile.output) as address:
        for episode in hostile.result.edition.episodes:
            with open_page(browser, address.replace("feed.xml", f"episodes/{episode.slug}.html")) as visit:
                shown = visit.page.locator(".cue").all_text_contents()
                assert shown == [cue.text for cue in episode.track.cues]
                spoken = visit.page.evaluate(CUES_OF_TRACK, f"{episode.slug}.vtt")
                assert "".join(" ".join(spoken).split()) == "".join(" ".join(shown).split())
                assert visit.faults == []


CUES_OF_TRACK = """async source => {
    const track = document.createElement("track");
    track.src = source;
    track.default = true;
    document.querySelector("audio").append(track);
    track.track.mode = "hidden";
    await new Promise((loaded, failed) => { track.onload = loaded; track.onerror = failed; });
    return [...track.track.cues].map(cue => cue.getCueAsHTML().textContent);
}"""


def test_file_names_are_short_ascii_whatever_the_title(hostile: Built) -> None:
    names = [file.name for file in Path(hostile.output / "episodes").iterdir()]
    assert all(name.isascii() and len(name) < 130 for name in names)
