"""`add` against real sites: what is saved, what is left alone, and what comes of it in a build."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from xml.sax.saxutils import escape

import pytest

from audio_edition.acquisition.articles import AddOptions, AddOutcome, add_articles
from audio_edition.acquisition.history import FILE_NAME
from audio_edition.acquisition.saved_page import remove_record
from audio_edition.build.scripts import read_scripts
from audio_edition.errors import ConfigError
from audio_edition.web.fetch_policy import FetchPolicy
from tests.conftest import Built, story
from tests.site import Asked, Page, Site

HASTE = FetchPolicy(pause=0.0, retry_delays=(0.0, 0.0))
ANY = AddOptions()
Adding = Callable[..., tuple[AddOutcome, ...]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "articles"


@pytest.fixture
def adding(folder: Path) -> Adding:
    def run(*sources: str | Path, choice: AddOptions = ANY) -> tuple[AddOutcome, ...]:
        return add_articles([str(source) for source in sources], folder, choice, lambda _done, _total: None, HASTE)

    return run


def page(headline: str, noun: str) -> str:
    """A page as publishers make them."""
    paragraphs = "".join(f"<p>{escape(line)}</p>" for line in story("", noun).split("\n") if line)
    return (
        f"<!DOCTYPE html><html lang='en-GB'><head><title>{headline} | The Estuary</title></head><body>"
        f"<nav><a href='/'>Home</a></nav><article><h1>{headline}</h1>{paragraphs}</article></body></html>"
    )


def entry(name: str, *, guid: str = "", link: str = "", full: str = "", day: int = 20) -> str:
    """An item of an RSS feed."""
    return (
        f"<item><title>{name}</title>"
        + (f"<link>{link}</link>" if link else "")
        + (f'<guid isPermaLink="false">{guid}</guid>' if guid else "")
        + f"<pubDate>{day:02} Nov 2026 06:00:00 GMT</pubDate><description>Come and see.</description>"
        + (f"<content:encoded>{escape(full)}</content:encoded>" if full else "")
        + "</item>"
    )


def rss(*entries: str) -> str:
    return (
        '<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">'
        f"<channel><title>The Estuary Weekly</title><language>en-gb</language>{''.join(entries)}</channel></rss>"
    )


def full(noun: str) -> str:
    return "".join(f"<p>{escape(line)}</p>" for line in story("", noun).split("\n") if line)


def told(outcomes: tuple[AddOutcome, ...]) -> list[tuple[str, str | None]]:
    """Status and file name of each."""
    return [(outcome.status.value, outcome.file.name if outcome.file else None) for outcome in outcomes]


def files(folder: Path) -> list[str]:
    return sorted(
        file.relative_to(folder).as_posix()
        for file in folder.rglob("*")
        if file.is_file() and not file.name.startswith(".")
    )


def test_a_page_is_saved_under_its_headline_and_a_build_reads_it(site: Site, adding: Adding, folder: Path) -> None:
    sent = page("A good word for mud", "mud")
    (outcome,) = adding(site.html("/2026/11/mud?utm=1", sent))
    assert (outcome.status, outcome.headline, outcome.note) == ("saved", "A good word for mud", "")
    assert files(folder) == ["a-good-word-for-mud.html"]
    assert remove_record((folder / "a-good-word-for-mud.html").read_bytes()) == sent.encode()
    (script,) = read_scripts([folder]).scripts
    assert (script.headline, len(script.narrative)) == ("A good word for mud", 2)
    assert script.url == f"{site.address}/2026/11/mud?utm=1"


def test_an_encoding_that_only_the_header_names_is_right_in_the_build(
    site: Site, adding: Adding, folder: Path
) -> None:
    sent = page("A café in Málaga – for £5", "cliché").encode("windows-1252")
    adding(site.put("/a", 200, sent, Content_Type="text/html; charset=windows-1252"))
    (script,) = read_scripts([folder]).scripts
    assert script.headline == "A café in Málaga – for £5"
    assert "cliché" in script.narrative[0].text
    assert not script.warnings
    assert files(folder) == ["a-cafe-in-malaga-for-ps5.html"]


def test_the_same_address_again_updates_its_own_file(site: Site, adding: Adding, folder: Path) -> None:
    address = site.html("/mud", page("A good word for mud", "mud"))
    adding(address)
    assert told(adding(address)) == [("unchanged", "a-good-word-for-mud.html")]
    site.html("/mud", page("A better word for mud", "silt"))
    assert told(adding(address)) == [("updated", "a-good-word-for-mud.html")]
    assert files(folder) == ["a-good-word-for-mud.html"]
    assert "silt" in (folder / "a-good-word-for-mud.html").read_text()


def test_a_page_that_has_not_changed_is_not_sent_again(site: Site, adding: Adding, folder: Path) -> None:
    site.html("/mud", page("Mud", "mud"), ETag='"1"')
    address = site.put("/short", 302, Location="/mud")
    adding(address)
    (outcome,) = adding(address)
    assert (outcome.status, outcome.file) == ("unchanged", folder / "mud.html")
    assert site.asked[-1].headers["if-none-match"] == '"1"'
    (folder / "mud.html").unlink()
    assert told(adding(address)) == [("saved", "mud.html")]
    assert "if-none-match" not in site.asked[-1].headers


def test_another_article_with_the_same_headline_gets_a_new_name(site: Site, adding: Adding, folder: Path) -> None:
    one, two = site.html("/one", page("Corrections", "wall")), site.html("/two", page("Corrections", "mud"))
    outcomes = adding(one, two)
    assert told(outcomes) == [("saved", "corrections.html"), ("saved", "corrections-2.html")]
    assert "there is another corrections.html" in outcomes[1].note
    site.html("/two", page("Corrections", "silt"))
    assert told(adding(one, two)) == [("unchanged", "corrections.html"), ("updated", "corrections-2.html")]
    assert "wall" in (folder / "corrections.html").read_text()


def test_a_file_that_was_edited_here_is_left_alone(site: Site, adding: Adding, folder: Path) -> None:
    address = site.html("/mud", page("Mud", "mud"))
    adding(address)
    mine = (folder / "mud.html").read_text().replace("council", "parish council")
    (folder / "mud.html").write_text(mine)
    site.html("/mud", page("Mud", "silt"))
    (outcome,) = adding(address)
    assert (outcome.status, outcome.file) == ("unchanged", folder / "mud.html")
    assert "been edited here" in outcome.note
    assert (folder / "mud.html").read_text() == mine


def test_a_file_that_was_moved_is_found_by_its_address(site: Site, adding: Adding, folder: Path) -> None:
    address = site.html("/mud", page("Mud", "mud"))
    adding(address)
    (folder / "01-science").mkdir()
    (folder / "mud.html").rename(folder / "01-science" / "03-mud.html")
    site.html("/mud", page("Mud", "silt"))
    assert told(adding(address)) == [("updated", "03-mud.html")]
    assert files(folder) == ["01-science/03-mud.html"]


def test_a_name_that_another_article_has_taken_since_is_that_articles(
    site: Site, adding: Adding, folder: Path
) -> None:
    one, two = site.html("/one", page("Corrections", "wall")), site.html("/two", page("Corrections", "mud"))
    adding(one)
    (folder / "corrections.html").rename(folder / "old.html")
    assert told(adding(two)) == [("saved", "corrections.html")]
    site.html("/one", page("Corrections", "harbour"))
    assert told(adding(one, two)) == [("updated", "old.html"), ("unchanged", "corrections.html")]
    assert "mud" in (folder / "corrections.html").read_text()


@pytest.mark.parametrize("damage", [None, b"", b"{", b"[]", b'{"saved": {"x": 1}, "feeds": {}}', b"\xff\xfe\x00"])
def test_without_its_memory_no_article_is_lost(
    site: Site, adding: Adding, folder: Path, damage: bytes | None
) -> None:
    feed = site.html("/feed", rss(entry("Silt", guid="1", link="/silt", full=full("silt"))), ETag='"1"')
    one, two = site.html("/one", page("Corrections", "wall")), site.html("/two", page("Corrections", "mud"))
    adding(one, two, feed)
    before = {name: (folder / name).read_bytes() for name in files(folder)}
    if damage is None:
        (folder / FILE_NAME).unlink()
    else:
        (folder / FILE_NAME).write_bytes(damage)
    assert told(adding(two, one, feed)) == [
        ("unchanged", "corrections-2.html"),
        ("unchanged", "corrections.html"),
        ("unchanged", "silt.html"),
    ]
    assert {name: (folder / name).read_bytes() for name in files(folder)} == before
    assert told(adding(feed)) == [("unchanged", None)]


def test_what_fails_costs_only_itself(site: Site, adding: Adding, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("")
    outcomes = adding(
        site.html("/mud", page("Mud", "mud")),
        f"{site.address}/gone",
        tmp_path / "nowhere.html",
        tmp_path / "empty.txt",
        "example.org/mud",
        site.html("/blank", "<html><script>draw()</script></html>"),
        site.html("/silt", page("Silt", "silt")),
    )
    assert [outcome.status for outcome in outcomes] == ["saved", *["failed"] * 5, "saved"]
    errors = [str(outcome.error) for outcome in outcomes if outcome.error]
    for error, words in zip(
        errors,
        ["gone: 404 Not Found", "nowhere.html: no such file", "no text", "example.org/mud: no such", "no text"],
        strict=True,
    ):
        assert words in error
        assert "\n" not in error
    assert files(folder) == ["mud.html", "silt.html"]


def test_a_page_without_a_story_is_saved_and_said(site: Site, adding: Adding, folder: Path) -> None:
    (outcome,) = adding(site.html("/menu", "<nav><a href='/a'>World</a> <a href='/b'>Sport</a></nav>"))
    assert (outcome.status, outcome.file) == ("saved", folder / "menu.html")
    assert "no story was found" in outcome.note


@pytest.mark.parametrize("kind", ["text/plain", "text/csv", "text/javascript"])
def test_text_that_is_no_page_is_not_saved_as_one(site: Site, adding: Adding, folder: Path, kind: str) -> None:
    (outcome,) = adding(site.put("/mud", 200, story("Mud", "mud").encode(), Content_Type=kind))
    assert str(outcome.error) == f"{site.address}/mud: is {kind}, neither a page nor a feed"
    assert files(folder) == []


def test_a_page_without_a_headline_is_called_by_its_address(site: Site, adding: Adding) -> None:
    body = f"<p>{story('', 'mud').strip()}</p>"
    names = [told(adding(site.html(path, body)))[0][1] for path in ("/2026/mud", "/")]
    assert names == ["2026-mud.html", f"{site.address.split('//')[1].replace('.', '-').replace(':', '-')}.html"]


def test_a_page_that_announces_a_feed_is_a_page(site: Site, adding: Adding) -> None:
    link = '<link rel="alternate" type="application/rss+xml" href="/feed">'
    adding(site.html("/mud", page("Mud", "mud").replace("<title>", f"{link}<title>")))
    assert site.paths() == ["/mud"]


def test_a_feed_is_known_by_what_it_is(site: Site, adding: Adding, folder: Path) -> None:
    feed = rss(entry("Mud", guid="1", full=full("mud")))
    for number, kind in enumerate(["text/html", "text/plain", "application/xml", "text/xml; charset=iso-8859-1"]):
        outcomes = adding(site.put(f"/{number}", 200, feed.encode(), Content_Type=kind))
        assert len(outcomes) == 1
    assert files(folder) == ["mud-2.html", "mud-3.html", "mud-4.html", "mud.html"]
    (outcome,) = adding(site.put("/map", 200, b"<?xml version='1.0'?><urlset/>", Content_Type="text/xml"))
    assert str(outcome.error) == f"{site.address}/map: is no feed"


def test_a_feed_with_full_text_is_saved_without_asking_for_its_pages(
    site: Site, adding: Adding, folder: Path, hum: Callable[..., Built]
) -> None:
    feed = site.html(
        "/feed", rss(*(entry(f"About {n}", guid=n, link=f"/{n}", full=full(n)) for n in ("mud", "silt")))
    )
    assert told(adding(feed)) == [("saved", "about-mud.html"), ("saved", "about-silt.html")]
    assert site.paths() == ["/feed"]
    found = read_scripts([folder])
    assert [(s.headline, str(s.published), len(s.narrative)) for s in found.scripts] == [
        ("About mud", "2026-11-20", 2),
        ("About silt", "2026-11-20", 2),
    ]
    assert found.scripts[0].url == f"{site.address}/mud"
    assert found.publication == "The Estuary Weekly"
    assert hum(folder).report.edition.title == "The Estuary Weekly"


def test_a_feed_of_links_is_saved_from_its_pages_on_the_feeds_days(
    site: Site, adding: Adding, folder: Path
) -> None:
    site.html("/mud", page("A good word for mud", "mud"))
    dated = page("Silt", "silt").replace("<title>", '<meta name="date" content="2026-11-01"><title>')
    site.html("/silt", dated)
    feed = site.html("/feed", rss(entry("x", link="/mud", day=19), entry("y", link=f"{site.address}/silt", day=18)))
    assert told(adding(feed)) == [("saved", "a-good-word-for-mud.html"), ("saved", "silt.html")]
    days = {script.headline: str(script.published) for script in read_scripts([folder]).scripts}
    assert days == {"A good word for mud": "2026-11-19", "Silt": "2026-11-01"}


def test_entries_are_saved_once_even_if_they_are_moved_or_deleted(site: Site, adding: Adding, folder: Path) -> None:
    mud, silt = (
        entry("Mud", guid="1", link="/mud", full=full("mud")),
        entry("Silt", link="/silt", full=full("silt")),
    )
    feed = site.html("/feed", rss(mud, silt))
    adding(feed)
    (folder / "mud.html").unlink()
    (folder / "silt.html").rename(folder / "s.html")
    assert told(adding(feed)) == [("unchanged", None)]
    site.html("/feed", rss(entry("Clay", guid="3", link="/clay", full=full("clay")), mud, silt))
    assert told(adding(feed)) == [("saved", "clay.html")]
    assert files(folder) == ["clay.html", "s.html"]


def test_an_article_that_was_added_by_itself_is_not_added_by_a_feed(
    site: Site, adding: Adding, folder: Path
) -> None:
    adding(site.html("/mud", page("Mud", "mud")))
    feed = site.html("/feed", rss(entry("Mud", guid="1", link="/mud#x", full=full("mud"))))
    assert told(adding(feed)) == [("unchanged", "mud.html")]
    assert files(folder) == ["mud.html"]


def test_entries_that_share_an_address_are_articles_of_their_own(site: Site, adding: Adding, folder: Path) -> None:
    feed = site.html("/feed", rss(entry("Monday", guid="1", link="/briefing#1", full=full("mud"))))
    adding(feed)
    both = (
        entry("Tuesday", guid="2", link="/briefing#2", full=full("silt")),
        entry("Wednesday", guid="3", link="/briefing#3"),
    )
    site.html("/briefing", page("Wednesday", "clay"))
    site.html("/feed", rss(*both))
    assert told(adding(feed)) == [("saved", "tuesday.html"), ("saved", "wednesday.html")]
    assert told(adding(feed)) == [("unchanged", None)]
    assert files(folder) == ["monday.html", "tuesday.html", "wednesday.html"]


def test_a_feed_that_has_not_changed_is_not_sent_again(site: Site, adding: Adding) -> None:
    feed = site.html("/feed", rss(entry("Mud", guid="1", full=full("mud"))), ETag='"1"')
    adding(feed)
    (outcome,) = adding(feed)
    assert (outcome.source, outcome.status) == (feed, "unchanged")
    assert site.asked[-1].headers["if-none-match"] == '"1"'


def test_an_entry_that_failed_or_was_left_out_is_not_forgotten(site: Site, adding: Adding, folder: Path) -> None:
    feed = site.html("/feed", rss(*(entry(n, link=f"/{n}") for n in ("mud", "silt"))), ETag='"1"')
    site.html("/mud", page("Mud", "mud"))
    assert [outcome.status for outcome in adding(feed)] == ["saved", "failed"]
    site.html("/silt", page("Silt", "silt"))
    assert told(adding(feed)) == [("saved", "silt.html")]
    assert told(adding(feed)) == [("unchanged", None)]
    assert "if-none-match" in site.asked[-1].headers
    assert files(folder) == ["mud.html", "silt.html"]


def test_limit_and_since_choose_the_newest_and_the_rest_can_follow(
    site: Site, adding: Adding, folder: Path
) -> None:
    entries = [entry(f"Day {day}", guid=str(day), full=full("mud"), day=day) for day in (3, 9, 7, 5)]
    feed = site.html("/feed", rss(*entries), ETag='"1"')
    assert told(adding(feed, choice=AddOptions(limit=1))) == [("saved", "day-9.html")]
    recent = AddOptions(since=date(2026, 11, 5))
    assert told(adding(feed, choice=replace(recent, limit=1))) == [("saved", "day-7.html")]
    assert told(adding(feed, choice=recent)) == [("saved", "day-5.html")]
    assert told(adding(feed, choice=recent)) == [("unchanged", None)]
    assert told(adding(feed)) == [("saved", "day-3.html")]
    assert len(files(folder)) == 4


@pytest.mark.parametrize("link", ["", "http://[", "mailto:ada@example.org"])
def test_an_entry_without_a_usable_link_has_its_text_or_nothing(site: Site, adding: Adding, link: str) -> None:
    feed = site.html("/feed", rss(entry("Mud", guid="1 -->", link=link, full=full("mud"))))
    assert told(adding(feed)) == [("saved", "mud.html")]
    other = site.html("/other", rss(entry("Silt", guid="1", link=link), entry("Clay", guid="2", full=full("clay"))))
    assert told(adding(other)) == [("failed", None), ("saved", "clay.html")]


def test_a_feed_that_leads_to_a_feed_is_not_followed(site: Site, adding: Adding) -> None:
    feed = site.html("/feed", rss(entry("Mud", guid="1", link="/feed2")))
    site.html("/feed2", rss(entry("Mud", guid="1", full=full("mud"))))
    (outcome,) = adding(feed)
    assert str(outcome.error) == f"{site.address}/feed2: leads to another feed"


def test_a_feed_file_is_a_feed(site: Site, adding: Adding, tmp_path: Path) -> None:
    file = tmp_path / "week.rss"
    link = site.html("/silt", page("Silt", "silt"))
    file.write_text(rss(entry("Mud", guid="1", full=full("mud")), entry("Silt", guid="2", link=link)))
    assert told(adding(file)) == [("saved", "mud.html"), ("saved", "silt.html")]
    assert told(adding(file)) == [("unchanged", None)]
    file.write_text("<urlset/>")
    (outcome,) = adding(file)
    assert str(outcome.error) == f"{file}: is no feed"


def test_a_file_is_copied_and_copied_again_when_it_has_changed(
    adding: Adding, folder: Path, tmp_path: Path
) -> None:
    file = tmp_path / "01-wall.txt"
    file.write_text(story("The wall is too low", "wall"))
    assert told(adding(file)) == [("saved", "01-wall.txt")]
    assert told(adding(file)) == [("unchanged", "01-wall.txt")]
    file.write_text(story("The wall is too high", "wall"))
    assert told(adding(file)) == [("updated", "01-wall.txt")]
    assert (folder / "01-wall.txt").read_bytes() == file.read_bytes()
    (folder / FILE_NAME).unlink()
    assert told(adding(file)) == [("unchanged", "01-wall.txt")]
    assert told(adding(folder / "01-wall.txt")) == [("unchanged", "01-wall.txt")]


def test_a_file_of_the_same_name_is_not_written_over(adding: Adding, folder: Path, tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "notes.md").write_text(story(f"# Notes {name}", "wall"))
    adding(tmp_path / "one" / "notes.md")
    (outcome,) = adding(tmp_path / "two" / "notes.md")
    assert (outcome.status, outcome.file) == ("saved", folder / "notes-2.md")
    assert "another notes.md" in outcome.note
    assert "Notes one" in (folder / "notes.md").read_text()


def test_a_file_that_cannot_be_read_is_not_copied(adding: Adding, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "picture.txt").write_bytes(bytes(range(256)) * 20)
    (tmp_path / "film.mp4").write_bytes(b"film")
    (tmp_path / "folder.txt").mkdir()
    outcomes = adding(tmp_path / "picture.txt", tmp_path / "film.mp4", tmp_path / "folder.txt")
    assert [outcome.status for outcome in outcomes] == ["failed"] * 3
    assert files(folder) == []


def test_a_section_has_its_folder_the_one_that_is_there_if_there_is(
    site: Site, adding: Adding, folder: Path
) -> None:
    (folder / "02-science-and-technology").mkdir(parents=True)
    address = site.html("/mud", page("Mud", "mud"))
    adding(address, choice=AddOptions(section="Science and technology"))
    adding(site.html("/wall", page("Wall", "wall")), choice=AddOptions(section="Middle East"))
    assert files(folder) == ["02-science-and-technology/mud.html", "Middle East/wall.html"]
    assert {s.section for s in read_scripts([folder]).scripts} == {"Science and technology", "Middle East"}
    assert told(adding(address, choice=AddOptions(section="Leaders"))) == [("unchanged", "mud.html")]


def test_files_are_whole_or_absent(site: Site, adding: Adding, folder: Path) -> None:
    adding(site.html("/mud", page("Mud", "mud")))
    (folder / ".part-left").write_bytes(b"half")
    adding(site.html("/silt", page("Silt", "silt")))
    assert sorted(file.name for file in folder.iterdir()) == [
        FILE_NAME,
        ".audio-edition.lock",
        "mud.html",
        "silt.html",
    ]


def test_a_kill_in_the_middle_of_a_feed_keeps_what_was_saved(site: Site, folder: Path) -> None:
    waiting: list[subprocess.Popen[bytes]] = []

    def kill(_: Asked) -> Page:
        waiting[0].kill()
        return 503, {}, b""

    feed = site.html("/feed", rss(*(entry(n, link=f"/{n}", day=d) for n, d in (("mud", 9), ("silt", 8)))))
    site.html("/mud", page("Mud", "mud"))
    site.pages["/silt"] = kill
    command = [sys.executable, "-m", "audio_edition", "add", feed, "--to", str(folder)]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as process:
        waiting.append(process)
        process.wait(timeout=60)
    assert files(folder) == ["mud.html"]
    site.html("/silt", page("Silt", "silt"))
    outcomes = add_articles([feed], folder, ANY, lambda _done, _total: None, HASTE)
    assert told(outcomes) == [("saved", "silt.html")]


def test_one_add_at_a_time(site: Site, adding: Adding) -> None:
    def add_too(_: Asked) -> Page:
        with pytest.raises(ConfigError, match="another `add` is saving here"):
            adding(site.address)
        return 200, {"Content-Type": "text/html"}, page("Mud", "mud").encode()

    site.pages["/mud"] = add_too
    assert told(adding(f"{site.address}/mud")) == [("saved", "mud.html")]


@pytest.mark.parametrize("place", ["a-file", "a-file/below"])
def test_a_folder_that_cannot_be_one_is_a_clear_error(tmp_path: Path, place: str) -> None:
    (tmp_path / "a-file").write_text("")
    with pytest.raises(ConfigError, match="a-file") as caught:
        add_articles([], tmp_path / place, ANY, lambda _done, _total: None)
    assert "--to" in caught.value.hint


def test_a_section_that_cannot_be_a_folder_loses_no_entry(site: Site, adding: Adding, folder: Path) -> None:
    folder.mkdir()
    (folder / "leaders").write_text("")
    feed = site.html("/feed", rss(entry("Mud", guid="1", full=full("mud"))), ETag='"1"')
    with pytest.raises(ConfigError, match="leaders"):
        adding(feed, choice=AddOptions(section="Leaders"))
    (folder / "leaders").unlink()
    assert told(adding(feed, choice=AddOptions(section="Leaders"))) == [("saved", "mud.html")]


def test_progress_counts_what_a_feed_brings(site: Site, folder: Path) -> None:
    feed = site.html("/feed", rss(*(entry(n, guid=n, full=full(n)) for n in ("mud", "silt", "clay"))))
    seen: list[tuple[int, int]] = []
    add_articles([feed], folder, ANY, lambda done, total: seen.append((done, total)), HASTE)
    assert seen[-1] == (3, 3)
    assert all(done <= total for done, total in seen)


def test_the_memory_is_one_file_that_a_person_can_read(site: Site, adding: Adding, folder: Path) -> None:
    adding(site.html("/mud", page("Mud", "mud"), ETag='"é"'), site.html("/feed", rss(entry("x", full=full("x")))))
    found = json.loads((folder / FILE_NAME).read_text("utf-8"))
    assert found["saved"][f"{site.address}/mud"]["file"] == "mud.html"
    assert list(found["feeds"][f"{site.address}/feed"]["entries"]) == ["x"]
