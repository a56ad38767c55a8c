"""The player in a real browser: it follows the text, seeks, remembers the position, and plays a queue."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import segno
from playwright.sync_api import Browser, Locator, Page, expect

from audio_edition.model import Episode, EpisodeKind
from tests.conftest import Built
from tests.podcast.browser import open_page, wait_until
from tests.podcast.test_page_in_browser import PLAYED_PAST
from tests.podcast.test_server import serve

SLUG = "sea-wall"
EPISODE = f"episodes/{SLUG}.html"
TIME = "audio => audio.currentTime"


@pytest.fixture(scope="module")
def home(sample: Built) -> Iterator[str]:
    """The address of the edition, with a final slash."""
    with serve(sample.output) as feed_address:
        yield feed_address.removesuffix("feed.xml")


@pytest.fixture
def story(sample: Built) -> Episode:
    return next(e for e in sample.result.edition.episodes if e.slug == SLUG)


@pytest.fixture
def page(browser: Browser, home: str) -> Iterator[Page]:
    """The page of an article that has not been played before."""
    with open_page(browser, home + EPISODE) as visit:
        wait_until(visit.page, "document.querySelector('audio').readyState > 0")
        yield visit.page
        assert visit.faults == []


@pytest.fixture
def index(browser: Browser, home: str) -> Iterator[Page]:
    with open_page(browser, home) as visit:
        yield visit.page
        assert visit.faults == []


def audio(page: Page) -> Locator:
    return page.locator("audio")


def set_time(page: Page, seconds: float) -> None:
    """Set the time of the audio element, as its slider does."""
    audio(page).evaluate("(audio, to) => { audio.currentTime = to; }", seconds)


def wait_until_playing_at(page: Page, seconds: float) -> None:
    """Wait until the audio plays at about this time."""
    wait_until(page, PLAYED_PAST, seconds + 0.1)
    assert audio(page).evaluate(TIME) < seconds + 8


def test_the_spoken_sentence_is_marked_and_scrolled_into_view(page: Page, story: Episode) -> None:
    last = story.track.cues[-2]
    set_time(page, last.start_ms / 1000 - 0.5)
    wait_until(page, "!document.querySelector('audio').seeking")
    expect(page.locator(".cue[aria-current]")).not_to_be_in_viewport()
    audio(page).evaluate("audio => audio.play()")
    wait_until_playing_at(page, last.start_ms / 1000)
    marked = page.locator(".cue[aria-current]")
    expect(marked).to_have_count(1)
    expect(marked).to_have_text(last.text)
    expect(marked).to_be_in_viewport()


def test_a_reader_who_has_scrolled_away_is_not_scrolled_back(page: Page, story: Episode) -> None:
    audio(page).evaluate("audio => audio.play()")
    wait_until_playing_at(page, 0)
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    wait_until(page, "scrollY > 0")
    place = page.evaluate("scrollY")
    wait_until_playing_at(page, story.track.cues[2].start_ms / 1000)
    assert page.evaluate("scrollY") == place


def test_a_click_on_a_sentence_plays_it(page: Page, story: Episode) -> None:
    cue = story.track.cues[6]
    page.locator(".cue").nth(6).click()
    wait_until_playing_at(page, cue.start_ms / 1000)


def test_a_click_on_a_chapter_plays_it_from_its_start(page: Page, story: Episode) -> None:
    page.locator(".chapters a").nth(1).click()
    wait_until_playing_at(page, story.track.chapters[1].start_ms / 1000)


def test_buttons_skip_seconds_and_sentences(page: Page, story: Episode) -> None:
    page.get_by_role("button", name="Forward 15 seconds").click()
    assert audio(page).evaluate(TIME) == pytest.approx(15, abs=0.1)
    page.get_by_role("button", name="Back 15 seconds").click()
    assert audio(page).evaluate(TIME) == pytest.approx(0, abs=0.1)
    set_time(page, story.track.cues[4].start_ms / 1000 + 0.2)
    page.get_by_role("button", name="Next sentence").click()
    wait_until_playing_at(page, story.track.cues[5].start_ms / 1000)
    audio(page).evaluate("audio => audio.pause()")
    set_time(page, story.track.cues[4].start_ms / 1000 + 0.2)
    page.get_by_role("button", name="Previous sentence").click()
    wait_until_playing_at(page, story.track.cues[3].start_ms / 1000)


def test_the_speed_is_remembered_on_every_page(page: Page, home: str) -> None:
    page.get_by_label("Speed").select_option("1.5")
    assert audio(page).evaluate("audio => audio.playbackRate") == 1.5
    for address in (home, f"{home}episodes/mud.html"):
        page.goto(address)
        expect(page.get_by_label("Speed")).to_have_value("1.5")
        audio(page).evaluate("audio => audio.play()")
        wait_until(page, PLAYED_PAST, 0.1)
        assert audio(page).evaluate("audio => audio.playbackRate") == 1.5


def test_an_episode_continues_where_the_listener_stopped_or_from_the_start(page: Page) -> None:
    audio(page).evaluate("audio => audio.play()")
    set_time(page, 30)
    wait_until_playing_at(page, 30)
    page.reload()
    wait_until(page, "document.querySelector('audio').currentTime > 25")
    expect(page.get_by_text("You stopped at 0:3")).to_be_visible()
    page.get_by_role("button", name="From the start").click()
    wait_until_playing_at(page, 0)
    expect(page.get_by_text("You stopped at")).to_be_hidden()


def test_an_address_with_a_time_starts_playback_there(browser: Browser, home: str) -> None:
    with open_page(browser, f"{home}{EPISODE}#t=42") as visit:
        wait_until(visit.page, "document.querySelector('audio').currentTime === 42")
        assert visit.faults == []


def test_the_issue_is_a_queue_of_its_articles(index: Page, sample: Built) -> None:
    articles = [e for e in sample.result.edition.episodes if e.kind is EpisodeKind.ARTICLE]
    playing = index.locator(".now-playing")
    expect(playing).to_have_text(articles[0].title)
    index.locator(f".entry[data-slug='{articles[1].slug}'] .listen").click()
    expect(playing).to_have_text(articles[1].title)
    wait_until(index, PLAYED_PAST, 0.2)
    expect(index.locator(".entry[aria-current] h3")).to_have_text(articles[1].title)
    set_time(index, articles[1].track.duration_ms / 1000 - 0.5)
    expect(playing).to_have_text(articles[2].title)
    wait_until(index, PLAYED_PAST, 0.2)
    expect(index.locator(".player [role=status]")).to_have_text(f"Playing: {articles[2].title}")
    index.get_by_role("button", name="Next article").click()
    expect(playing).to_have_text(articles[3].title)
    index.get_by_role("button", name="Previous article").click()
    expect(playing).to_have_text(articles[2].title)
    playing.click()
    expect(index).to_have_url(re.compile(f"/episodes/{articles[2].slug}.html$"))


def test_the_queue_starts_with_the_article_that_was_played_last(index: Page, sample: Built) -> None:
    articles = [e for e in sample.result.edition.episodes if e.kind is EpisodeKind.ARTICLE]
    index.locator(f".entry[data-slug='{articles[4].slug}'] .listen").click()
    set_time(index, 20)
    wait_until_playing_at(index, 20)
    index.reload()
    expect(index.locator(".now-playing")).to_have_text(articles[4].title)
    wait_until(index, "document.querySelector('audio').currentTime > 15")


def tab_to(page: Page, selector: str) -> None:
    """Press the tab key until an element has the focus, which must be visible."""
    for _ in range(80):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
            return
    raise AssertionError(f"no tab stop {selector}")


def test_all_controls_can_be_used_by_keyboard(page: Page, story: Episode, home: str) -> None:
    tab_to(page, "[data-skip='15']")
    page.keyboard.press("Enter")
    assert audio(page).evaluate(TIME) == pytest.approx(15, abs=0.1)
    tab_to(page, "[data-sentence='1']")
    page.keyboard.press("Space")
    wait_until(page, PLAYED_PAST, 15)
    tab_to(page, "select")
    page.keyboard.press("ArrowDown")
    assert audio(page).evaluate("audio => audio.playbackRate") == 1.2
    tab_to(page, ".chapters li:nth-child(2) a")
    page.keyboard.press("Enter")
    wait_until_playing_at(page, story.track.chapters[1].start_ms / 1000)
    page.goto(home)
    tab_to(page, ".entry:nth-child(2) .listen")
    page.keyboard.press("Enter")
    wait_until(page, PLAYED_PAST, 0.2)


def test_the_address_of_the_feed_can_be_copied(browser: Browser, home: str) -> None:
    with open_page(browser, home) as visit:
        visit.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        visit.page.get_by_role("button", name="Copy the address").click()
        expect(visit.page.get_by_text("Copied.")).to_be_visible()
        assert visit.page.evaluate("navigator.clipboard.readText()") == f"{home}feed.xml"
        expect(visit.page.locator("[data-code]")).to_be_hidden()
        assert visit.faults == []


def test_the_page_shows_the_address_as_a_qr_code_on_a_network(
    browser: Browser, sample: Built, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    all_interfaces = "0.0.0.0"  # noqa: S104 - the test needs all interfaces
    with (
        serve(sample.output, "--host", all_interfaces) as address,
        open_page(browser, address.removesuffix("feed.xml")) as visit,
    ):
        expect(visit.page.locator("[data-code] img")).to_be_visible()
        wait_until(visit.page, "document.querySelector('[data-code] img').naturalWidth > 0")
        visit.page.get_by_role("button", name="Copy the address").click()
        visit.page.evaluate("document.body.prepend(document.createElement('textarea'))")
        visit.page.locator("textarea").press("Control+V")
        expect(visit.page.locator("textarea")).to_have_value(address)
        drawn = visit.page.request.get(address.replace("feed.xml", "feed.svg")).text()
        assert visit.faults == []
    assert re.findall(r' d="([^"]+)"', drawn)[-1] in segno.make(address, micro=False).svg_inline(scale=4)


def test_the_snippet_shows_the_player_alone_and_plays_on_another_site(
    browser: Browser, sample: Built, home: str, tmp_path: Path
) -> None:
    command = [sys.executable, "-m", "audio_edition", "embed", SLUG, str(sample.output), "--base-url", home]
    snippet = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    (tmp_path / "page.html").write_text(f"<!doctype html><title>Ours</title><p>Ours</p>{snippet}")
    with open_page(browser, (tmp_path / "page.html").as_uri(), width=390) as visit:
        frame = visit.page.frame_locator("iframe")
        expect(frame.get_by_text("Listen to this story")).to_be_visible()
        for hidden in ("nav", "h1", ".transcript", "footer"):
            expect(frame.locator(hidden)).to_be_hidden()
        inner = visit.page.frames[1]
        assert inner.evaluate("document.documentElement.scrollHeight <= innerHeight")
        inner.locator("[data-sentence='1']").click()
        expect(inner.locator("audio")).to_have_js_property("paused", False)
        assert [*visit.console, *visit.exceptions, *visit.violations, *visit.failed] == []
