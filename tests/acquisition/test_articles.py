"""`add` against a site on the loopback interface: what is saved, what is not changed, and how a build reads it."""

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
from tests.site import Page, Site, SiteRequest

FAST_POLICY = FetchPolicy(pause=0.0, retry_delays=(0.0, 0.0))
ANY = AddOptions()
AddFunction = Callable[..., tuple[AddOutcome, ...]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "articles"


@pytest.fixture
def add(folder: Path) -> AddFunction:
    def run_add(*sources: str | Path, options: AddOptions = ANY) -> tuple[AddOutcome, ...]:
        return add_articles(
            [str(source) for source in sources], folder, options, lambda _done, _total: None, FAST_POLICY
        )

    return run_add


def page(headline: str, noun: str) -> str:
    """Return a page as publishers make them."""
    paragraphs = "".join(f"<p>{escape(line)}</p>" for line in story("", noun).split("\n") if line)
    return (
        f"<!DOCTYPE html><html lang='en-GB'><head><title>{headline} | The Estuary</title></head><body>"
        f"<nav><a href='/'>Home</a></nav><article><h1>{headline}</h1>{paragraphs}</article></body></html>"
    )


def entry(name: str, *, guid: str = "", link: str = "", full: str = "", day: int = 20) -> str:
    """Return an item of an RSS feed."""
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


def story_html(noun: str) -> str:
    return "".join(f"<p>{escape(line)}</p>" for line in story("", noun).split("\n") if line)


def statuses_and_files(outcomes: tuple[AddOutcome, ...]) -> list[tuple[str, str | None]]:
    """Return the status and the file name of each outcome."""
    return [(outcome.status.value, outcome.file.name if outcome.file else None) for outcome in outcomes]


def article_files(folder: Path) -> list[str]:
    return sorted(
        file.relative_to(folder).as_posix()
        for file in folder.rglob("*")
        if file.is_file() and not file.name.startswith(".")
    )


def test_a_page_is_saved_under_its_headline_and_read_by_a_build(site: Site, add: AddFunction, folder: Path) -> None:
    sent = page("A good word for mud", "mud")
    (outcome,) = add(site.html("/2026/11/mud?utm=1", sent))
    assert (outcome.status, outcome.headline, outcome.note) == ("saved", "A good word for mud", "")
    assert article_files(folder) == ["a-good-word-for-mud.html"]
    assert remove_record((folder / "a-good-word-for-mud.html").read_bytes()) == sent.encode()
    (script,) = read_scripts([folder]).scripts
    assert (script.headline, len(script.narrative)) == ("A good word for mud", 2)
    assert script.url == f"{site.address}/2026/11/mud?utm=1"


def test_an_encoding_that_only_the_header_names_is_kept_for_the_build(
    site: Site, add: AddFunction, folder: Path
) -> None:
    sent = page("A café in Málaga – for £5", "cliché").encode("windows-1252")
    add(site.put("/a", 200, sent, Content_Type="text/html; charset=windows-1252"))
    (script,) = read_scripts([folder]).scripts
    assert script.headline == "A café in Málaga – for £5"
    assert "cliché" in script.narrative[0].text
    assert not script.warnings
    assert article_files(folder) == ["a-cafe-in-malaga-for-ps5.html"]


def test_adding_an_address_again_updates_its_file(site: Site, add: AddFunction, folder: Path) -> None:
    address = site.html("/mud", page("A good word for mud", "mud"))
    add(address)
    assert statuses_and_files(add(address)) == [("unchanged", "a-good-word-for-mud.html")]
    site.html("/mud", page("A better word for mud", "silt"))
    assert statuses_and_files(add(address)) == [("updated", "a-good-word-for-mud.html")]
    assert article_files(folder) == ["a-good-word-for-mud.html"]
    assert "silt" in (folder / "a-good-word-for-mud.html").read_text()


def test_a_page_that_has_not_changed_is_not_sent_again(site: Site, add: AddFunction, folder: Path) -> None:
    site.html("/mud", page("Mud", "mud"), ETag='"1"')
    address = site.put("/short", 302, Location="/mud")
    add(address)
    (outcome,) = add(address)
    assert (outcome.status, outcome.file) == ("unchanged", folder / "mud.html")
    assert site.requests[-1].headers["if-none-match"] == '"1"'
    (folder / "mud.html").unlink()
    assert statuses_and_files(add(address)) == [("saved", "mud.html")]
    assert "if-none-match" not in site.requests[-1].headers


def test_another_article_with_the_same_headline_gets_a_new_name(site: Site, add: AddFunction, folder: Path) -> None:
    one, two = site.html("/one", page("Corrections", "wall")), site.html("/two", page("Corrections", "mud"))
    outcomes = add(one, two)
    assert statuses_and_files(outcomes) == [("saved", "corrections.html"), ("saved", "corrections-2.html")]
    assert "there is another corrections.html" in outcomes[1].note
    site.html("/two", page("Corrections", "silt"))
    assert statuses_and_files(add(one, two)) == [
        ("unchanged", "corrections.html"),
        ("updated", "corrections-2.html"),
    ]
    assert "wall" in (folder / "corrections.html").read_text()


def test_a_file_that_the_user_has_edited_is_not_overwritten(site: Site, add: AddFunction, folder: Path) -> None:
    address = site.html("/mud", page("Mud", "mud"))
    add(address)
    edited = (folder / "mud.html").read_text().replace("council", "parish council")
    (folder / "mud.html").write_text(edited)
    site.html("/mud", page("Mud", "silt"))
    (outcome,) = add(address)
    assert (outcome.status, outcome.file) == ("unchanged", folder / "mud.html")
    assert "been edited here" in outcome.note
    assert (folder / "mud.html").read_text() == edited


def test_a_file_that_was_moved_is_found_by_its_address(site: Site, add: AddFunction, folder: Path) -> None:
    address = site.html("/mud", page("Mud", "mud"))
    add(address)
    (folder / "01-science").mkdir()
    (folder / "mud.html").rename(folder / "01-science" / "03-mud.html")
    site.html("/mud", page("Mud", "silt"))
    assert statuses_and_files(add(address)) == [("updated", "03-mud.html")]
    assert article_files(folder) == ["01-science/03-mud.html"]


def test_a_file_name_that_another_article_has_taken_is_not_overwritten(
    site: Site, add: AddFunction, folder: Path
) -> None:
    one, two = site.html("/one", page("Corrections", "wall")), site.html("/two", page("Corrections", "mud"))
    add(one)
    (folder / "corrections.html").rename(folder / "old.html")
    assert statuses_and_files(add(two)) == [("saved", "corrections.html")]
    site.html("/one", page("Corrections", "harbour"))
    assert statuses_and_files(add(one, two)) == [("updated", "old.html"), ("unchanged", "corrections.html")]
    assert "mud" in (folder / "corrections.html").read_text()


@pytest.mark.parametrize("damage", [None, b"", b"{", b"[]", b'{"saved": {"x": 1}, "feeds": {}}', b"\xff\xfe\x00"])
def test_no_article_is_lost_if_the_history_is_missing_or_corrupt(
    site: Site, add: AddFunction, folder: Path, damage: bytes | None
) -> None:
    feed = site.html("/feed", rss(entry("Silt", guid="1", link="/silt", full=story_html("silt"))), ETag='"1"')
    one, two = site.html("/one", page("Corrections", "wall")), site.html("/two", page("Corrections", "mud"))
    add(one, two, feed)
    before = {name: (folder / name).read_bytes() for name in article_files(folder)}
    if damage is None:
        (folder / FILE_NAME).unlink()
    else:
        (folder / FILE_NAME).write_bytes(damage)
    assert statuses_and_files(add(two, one, feed)) == [
        ("unchanged", "corrections-2.html"),
        ("unchanged", "corrections.html"),
        ("unchanged", "silt.html"),
    ]
    assert {name: (folder / name).read_bytes() for name in article_files(folder)} == before
    assert statuses_and_files(add(feed)) == [("unchanged", None)]


def test_a_failed_source_does_not_stop_the_others(
    site: Site, add: AddFunction, folder: Path, tmp_path: Path
) -> None:
    (tmp_path / "empty.txt").write_text("")
    outcomes = add(
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
    assert article_files(folder) == ["mud.html", "silt.html"]


def test_a_page_without_a_story_is_saved_with_a_note(site: Site, add: AddFunction, folder: Path) -> None:
    (outcome,) = add(site.html("/menu", "<nav><a href='/a'>World</a> <a href='/b'>Sport</a></nav>"))
    assert (outcome.status, outcome.file) == ("saved", folder / "menu.html")
    assert "no story was found" in outcome.note


@pytest.mark.parametrize("kind", ["text/plain", "text/csv", "text/javascript"])
def test_text_that_is_not_a_page_is_an_error(site: Site, add: AddFunction, folder: Path, kind: str) -> None:
    (outcome,) = add(site.put("/mud", 200, story("Mud", "mud").encode(), Content_Type=kind))
    assert str(outcome.error) == f"{site.address}/mud: is {kind}, neither a page nor a feed"
    assert article_files(folder) == []


def test_a_page_without_a_headline_is_named_by_its_address(site: Site, add: AddFunction) -> None:
    body = f"<p>{story('', 'mud').strip()}</p>"
    names = [statuses_and_files(add(site.html(path, body)))[0][1] for path in ("/2026/mud", "/")]
    assert names == ["2026-mud.html", f"{site.address.split('//')[1].replace('.', '-').replace(':', '-')}.html"]


def test_a_page_that_links_to_a_feed_is_saved_as_a_page(site: Site, add: AddFunction) -> None:
    link = '<link rel="alternate" type="application/rss+xml" href="/feed">'
    add(site.html("/mud", page("Mud", "mud").replace("<title>", f"{link}<title>")))
    assert site.paths() == ["/mud"]


def test_a_feed_is_recognised_by_its_content_not_by_its_type(site: Site, add: AddFunction, folder: Path) -> None:
    feed = rss(entry("Mud", guid="1", full=story_html("mud")))
    for number, kind in enumerate(["text/html", "text/plain", "application/xml", "text/xml; charset=iso-8859-1"]):
        outcomes = add(site.put(f"/{number}", 200, feed.encode(), Content_Type=kind))
        assert len(outcomes) == 1
    assert article_files(folder) == ["mud-2.html", "mud-3.html", "mud-4.html", "mud.html"]
    (outcome,) = add(site.put("/map", 200, b"<?xml version='1.0'?><urlset/>", Content_Type="text/xml"))
    assert str(outcome.error) == f"{site.address}/map: is no feed"


def test_a_feed_with_full_text_is_saved_without_fetching_its_pages(
    site: Site, add: AddFunction, folder: Path, make_edition: Callable[..., Built]
) -> None:
    feed = site.html(
        "/feed", rss(*(entry(f"About {n}", guid=n, link=f"/{n}", full=story_html(n)) for n in ("mud", "silt")))
    )
    assert statuses_and_files(add(feed)) == [("saved", "about-mud.html"), ("saved", "about-silt.html")]
    assert site.paths() == ["/feed"]
    found = read_scripts([folder])
    assert [(s.headline, str(s.published), len(s.narrative)) for s in found.scripts] == [
        ("About mud", "2026-11-20", 2),
        ("About silt", "2026-11-20", 2),
    ]
    assert found.scripts[0].url == f"{site.address}/mud"
    assert found.publication == "The Estuary Weekly"
    assert make_edition(folder).result.edition.title == "The Estuary Weekly"


def test_a_feed_of_links_is_saved_from_its_pages_with_the_feeds_dates(
    site: Site, add: AddFunction, folder: Path
) -> None:
    site.html("/mud", page("A good word for mud", "mud"))
    dated = page("Silt", "silt").replace("<title>", '<meta name="date" content="2026-11-01"><title>')
    site.html("/silt", dated)
    feed = site.html("/feed", rss(entry("x", link="/mud", day=19), entry("y", link=f"{site.address}/silt", day=18)))
    assert statuses_and_files(add(feed)) == [("saved", "a-good-word-for-mud.html"), ("saved", "silt.html")]
    days = {script.headline: str(script.published) for script in read_scripts([folder]).scripts}
    assert days == {"A good word for mud": "2026-11-19", "Silt": "2026-11-01"}


def test_entries_are_saved_once_even_if_their_files_are_moved_or_deleted(
    site: Site, add: AddFunction, folder: Path
) -> None:
    mud, silt = (
        entry("Mud", guid="1", link="/mud", full=story_html("mud")),
        entry("Silt", link="/silt", full=story_html("silt")),
    )
    feed = site.html("/feed", rss(mud, silt))
    add(feed)
    (folder / "mud.html").unlink()
    (folder / "silt.html").rename(folder / "s.html")
    assert statuses_and_files(add(feed)) == [("unchanged", None)]
    site.html("/feed", rss(entry("Clay", guid="3", link="/clay", full=story_html("clay")), mud, silt))
    assert statuses_and_files(add(feed)) == [("saved", "clay.html")]
    assert article_files(folder) == ["clay.html", "s.html"]


def test_an_article_that_was_added_by_address_is_not_added_again_by_a_feed(
    site: Site, add: AddFunction, folder: Path
) -> None:
    add(site.html("/mud", page("Mud", "mud")))
    feed = site.html("/feed", rss(entry("Mud", guid="1", link="/mud#x", full=story_html("mud"))))
    assert statuses_and_files(add(feed)) == [("unchanged", "mud.html")]
    assert article_files(folder) == ["mud.html"]


def test_entries_that_share_an_address_are_separate_articles(site: Site, add: AddFunction, folder: Path) -> None:
    feed = site.html("/feed", rss(entry("Monday", guid="1", link="/briefing#1", full=story_html("mud"))))
    add(feed)
    both = (
        entry("Tuesday", guid="2", link="/briefing#2", full=story_html("silt")),
        entry("Wednesday", guid="3", link="/briefing#3"),
    )
    site.html("/briefing", page("Wednesday", "clay"))
    site.html("/feed", rss(*both))
    assert statuses_and_files(add(feed)) == [("saved", "tuesday.html"), ("saved", "wednesday.html")]
    assert statuses_and_files(add(feed)) == [("unchanged", None)]
    assert article_files(folder) == ["monday.html", "tuesday.html", "wednesday.html"]


def test_a_feed_that_has_not_changed_is_not_sent_again(site: Site, add: AddFunction) -> None:
    feed = site.html("/feed", rss(entry("Mud", guid="1", full=story_html("mud"))), ETag='"1"')
    add(feed)
    (outcome,) = add(feed)
    assert (outcome.source, outcome.status) == (feed, "unchanged")
    assert site.requests[-1].headers["if-none-match"] == '"1"'


def test_an_entry_that_failed_is_tried_again(site: Site, add: AddFunction, folder: Path) -> None:
    feed = site.html("/feed", rss(*(entry(n, link=f"/{n}") for n in ("mud", "silt"))), ETag='"1"')
    site.html("/mud", page("Mud", "mud"))
    assert [outcome.status for outcome in add(feed)] == ["saved", "failed"]
    site.html("/silt", page("Silt", "silt"))
    assert statuses_and_files(add(feed)) == [("saved", "silt.html")]
    assert statuses_and_files(add(feed)) == [("unchanged", None)]
    assert "if-none-match" in site.requests[-1].headers
    assert article_files(folder) == ["mud.html", "silt.html"]


def test_limit_and_since_select_the_newest_entries_and_the_others_can_follow(
    site: Site, add: AddFunction, folder: Path
) -> None:
    entries = [entry(f"Day {day}", guid=str(day), full=story_html("mud"), day=day) for day in (3, 9, 7, 5)]
    feed = site.html("/feed", rss(*entries), ETag='"1"')
    assert statuses_and_files(add(feed, options=AddOptions(limit=1))) == [("saved", "day-9.html")]
    recent = AddOptions(since=date(2026, 11, 5))
    assert statuses_and_files(add(feed, options=replace(recent, limit=1))) == [("saved", "day-7.html")]
    assert statuses_and_files(add(feed, options=recent)) == [("saved", "day-5.html")]
    assert statuses_and_files(add(feed, options=recent)) == [("unchanged", None)]
    assert statuses_and_files(add(feed)) == [("saved", "day-3.html")]
    assert len(article_files(folder)) == 4


@pytest.mark.parametrize("link", ["", "http://[", "mailto:ada@example.org"])
def test_an_entry_without_a_usable_link_is_saved_from_its_text_or_fails(
    site: Site, add: AddFunction, link: str
) -> None:
    feed = site.html("/feed", rss(entry("Mud", guid="1 -->", link=link, full=story_html("mud"))))
    assert statuses_and_files(add(feed)) == [("saved", "mud.html")]
    other = site.html(
        "/other", rss(entry("Silt", guid="1", link=link), entry("Clay", guid="2", full=story_html("clay")))
    )
    assert statuses_and_files(add(other)) == [("failed", None), ("saved", "clay.html")]


def test_an_entry_that_links_to_another_feed_fails(site: Site, add: AddFunction) -> None:
    feed = site.html("/feed", rss(entry("Mud", guid="1", link="/feed2")))
    site.html("/feed2", rss(entry("Mud", guid="1", full=story_html("mud"))))
    (outcome,) = add(feed)
    assert str(outcome.error) == f"{site.address}/feed2: leads to another feed"


def test_a_feed_file_is_read_as_a_feed(site: Site, add: AddFunction, tmp_path: Path) -> None:
    file = tmp_path / "week.rss"
    link = site.html("/silt", page("Silt", "silt"))
    file.write_text(rss(entry("Mud", guid="1", full=story_html("mud")), entry("Silt", guid="2", link=link)))
    assert statuses_and_files(add(file)) == [("saved", "mud.html"), ("saved", "silt.html")]
    assert statuses_and_files(add(file)) == [("unchanged", None)]
    file.write_text("<urlset/>")
    (outcome,) = add(file)
    assert str(outcome.error) == f"{file}: is no feed"


def test_a_file_is_copied_and_copied_again_when_it_has_changed(
    add: AddFunction, folder: Path, tmp_path: Path
) -> None:
    file = tmp_path / "01-wall.txt"
    file.write_text(story("The wall is too low", "wall"))
    assert statuses_and_files(add(file)) == [("saved", "01-wall.txt")]
    assert statuses_and_files(add(file)) == [("unchanged", "01-wall.txt")]
    file.write_text(story("The wall is too high", "wall"))
    assert statuses_and_files(add(file)) == [("updated", "01-wall.txt")]
    assert (folder / "01-wall.txt").read_bytes() == file.read_bytes()
    (folder / FILE_NAME).unlink()
    assert statuses_and_files(add(file)) == [("unchanged", "01-wall.txt")]
    assert statuses_and_files(add(folder / "01-wall.txt")) == [("unchanged", "01-wall.txt")]


def test_a_file_of_the_same_name_is_not_overwritten(add: AddFunction, folder: Path, tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "notes.md").write_text(story(f"# Notes {name}", "wall"))
    add(tmp_path / "one" / "notes.md")
    (outcome,) = add(tmp_path / "two" / "notes.md")
    assert (outcome.status, outcome.file) == ("saved", folder / "notes-2.md")
    assert "another notes.md" in outcome.note
    assert "Notes one" in (folder / "notes.md").read_text()


def test_a_file_that_cannot_be_read_is_not_copied(add: AddFunction, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "picture.txt").write_bytes(bytes(range(256)) * 20)
    (tmp_path / "film.mp4").write_bytes(b"film")
    (tmp_path / "folder.txt").mkdir()
    outcomes = add(tmp_path / "picture.txt", tmp_path / "film.mp4", tmp_path / "folder.txt")
    assert [outcome.status for outcome in outcomes] == ["failed"] * 3
    assert article_files(folder) == []


def test_a_section_is_saved_into_its_existing_folder_or_a_new_one(
    site: Site, add: AddFunction, folder: Path
) -> None:
    (folder / "02-science-and-technology").mkdir(parents=True)
    address = site.html("/mud", page("Mud", "mud"))
    add(address, options=AddOptions(section="Science and technology"))
    add(site.html("/wall", page("Wall", "wall")), options=AddOptions(section="Middle East"))
    assert article_files(folder) == ["02-science-and-technology/mud.html", "Middle East/wall.html"]
    assert {s.section for s in read_scripts([folder]).scripts} == {"Science and technology", "Middle East"}
    assert statuses_and_files(add(address, options=AddOptions(section="Leaders"))) == [("unchanged", "mud.html")]


def test_files_are_whole_or_absent(site: Site, add: AddFunction, folder: Path) -> None:
    add(site.html("/mud", page("Mud", "mud")))
    (folder / ".part-left").write_bytes(b"half")
    add(site.html("/silt", page("Silt", "silt")))
    assert sorted(file.name for file in folder.iterdir()) == [
        FILE_NAME,
        ".audio-edition.lock",
        "mud.html",
        "silt.html",
    ]


def test_a_kill_in_the_middle_of_a_feed_keeps_the_saved_articles(site: Site, folder: Path) -> None:
    waiting: list[subprocess.Popen[bytes]] = []

    def kill(_: SiteRequest) -> Page:
        waiting[0].kill()
        return 503, {}, b""

    feed = site.html("/feed", rss(*(entry(n, link=f"/{n}", day=d) for n, d in (("mud", 9), ("silt", 8)))))
    site.html("/mud", page("Mud", "mud"))
    site.pages["/silt"] = kill
    command = [sys.executable, "-m", "audio_edition", "add", feed, "--to", str(folder)]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as process:
        waiting.append(process)
        process.wait(timeout=60)
    assert article_files(folder) == ["mud.html"]
    site.html("/silt", page("Silt", "silt"))
    outcomes = add_articles([feed], folder, ANY, lambda _done, _total: None, FAST_POLICY)
    assert statuses_and_files(outcomes) == [("saved", "silt.html")]


def test_only_one_add_may_save_into_a_folder_at_a_time(site: Site, add: AddFunction) -> None:
    def add_too(_: SiteRequest) -> Page:
        with pytest.raises(ConfigError, match="another `add` is saving here"):
            add(site.address)
        return 200, {"Content-Type": "text/html"}, page("Mud", "mud").encode()

    site.pages["/mud"] = add_too
    assert statuses_and_files(add(f"{site.address}/mud")) == [("saved", "mud.html")]


@pytest.mark.parametrize("place", ["a-file", "a-file/below"])
def test_a_folder_that_cannot_be_created_is_an_error_with_a_hint(tmp_path: Path, place: str) -> None:
    (tmp_path / "a-file").write_text("")
    with pytest.raises(ConfigError, match="a-file") as caught:
        add_articles([], tmp_path / place, ANY, lambda _done, _total: None)
    assert "--to" in caught.value.hint


def test_no_entry_is_lost_if_the_folder_of_a_section_cannot_be_created(
    site: Site, add: AddFunction, folder: Path
) -> None:
    folder.mkdir()
    (folder / "leaders").write_text("")
    feed = site.html("/feed", rss(entry("Mud", guid="1", full=story_html("mud"))), ETag='"1"')
    with pytest.raises(ConfigError, match="leaders"):
        add(feed, options=AddOptions(section="Leaders"))
    (folder / "leaders").unlink()
    assert statuses_and_files(add(feed, options=AddOptions(section="Leaders"))) == [("saved", "mud.html")]


def test_progress_counts_the_entries_of_a_feed(site: Site, folder: Path) -> None:
    feed = site.html("/feed", rss(*(entry(n, guid=n, full=story_html(n)) for n in ("mud", "silt", "clay"))))
    seen: list[tuple[int, int]] = []
    add_articles([feed], folder, ANY, lambda done, total: seen.append((done, total)), FAST_POLICY)
    assert seen[-1] == (3, 3)
    assert all(done <= total for done, total in seen)


def test_the_history_is_one_readable_json_file(site: Site, add: AddFunction, folder: Path) -> None:
    add(
        site.html("/mud", page("Mud", "mud"), ETag='"é"'), site.html("/feed", rss(entry("x", full=story_html("x"))))
    )
    found = json.loads((folder / FILE_NAME).read_text("utf-8"))
    assert found["saved"][f"{site.address}/mud"]["file"] == "mud.html"
    assert list(found["feeds"][f"{site.address}/feed"]["entries"]) == ["x"]
