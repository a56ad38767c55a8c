"""The listening page in a browser: served and from disk, in narrow and dark windows, and without scripts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from audio_edition.model import Episode
from tests.conftest import Built
from tests.podcast.browser import find_accessibility_problems, open_page, wait_until
from tests.podcast.test_server import serve

INDEX, EPISODE = "index.html", "episodes/sea-wall.html"

PLAYED_PAST = """to => {
    const audio = document.querySelector("audio");
    return !audio.paused && !audio.seeking && audio.currentTime > to;
}"""

of_both_pages = pytest.mark.parametrize("path", [INDEX, EPISODE])


@pytest.fixture(scope="module", params=["served", "from disk"])
def home(request: pytest.FixtureRequest, sample: Built) -> Iterator[str]:
    """The address of the edition, with a final slash."""
    if request.param == "served":
        with serve(sample.output) as feed_address:
            yield feed_address.removesuffix("feed.xml")
    else:
        yield file_address(sample, "")


@pytest.fixture
def episode(sample: Built) -> Episode:
    return next(e for e in sample.result.edition.episodes if e.slug == Path(EPISODE).stem)


def file_address(sample: Built, path: str) -> str:
    return f"{sample.output.as_uri()}/{path}"


def open_details(page: Page) -> None:
    """Open all details elements."""
    page.locator("details").evaluate_all("all => all.forEach(one => { one.open = true; })")


def normalize(text: str) -> str:
    """Return the text without differences of case and white space."""
    return " ".join(text.split()).casefold()


@of_both_pages
def test_a_page_loads_without_errors_and_makes_no_other_requests(browser: Browser, home: str, path: str) -> None:
    with open_page(browser, home + path) as visit:
        assert visit.requested[0] == home + path
        assert visit.faults == []


def test_an_episode_plays_and_continues_after_a_seek(browser: Browser, home: str, episode: Episode) -> None:
    with open_page(browser, home + EPISODE) as visit:
        audio = visit.page.locator("audio").first
        audio.evaluate("audio => audio.play()")
        wait_until(visit.page, PLAYED_PAST, 0.2)
        duration = audio.evaluate("audio => audio.duration")
        assert duration == pytest.approx(episode.track.duration_ms / 1000, abs=0.2)
        middle = duration / 2
        audio.evaluate("(audio, to) => { audio.currentTime = to; }", middle)
        wait_until(visit.page, PLAYED_PAST, middle + 0.2)
        assert audio.evaluate("audio => audio.currentTime") < middle + 5
        assert visit.faults == []


@pytest.mark.slow
@of_both_pages
@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_axe_finds_no_accessibility_problems(
    browser: Browser, sample: Built, path: str, width: int, dark: bool
) -> None:
    with open_page(browser, file_address(sample, path), width=width, dark=dark) as visit:
        open_details(visit.page)
        assert find_accessibility_problems(visit.page) == []
        assert visit.violations == []


@of_both_pages
@pytest.mark.parametrize("width", [320, 390])
def test_a_page_fits_a_narrow_window_without_horizontal_scrolling(
    browser: Browser, sample: Built, path: str, width: int
) -> None:
    with open_page(browser, file_address(sample, path), width=width) as visit:
        open_details(visit.page)
        assert visit.page.evaluate("document.documentElement.scrollWidth") <= width


def test_without_scripts_an_episode_has_its_text_and_links_into_its_audio(
    browser: Browser, sample: Built, episode: Episode
) -> None:
    with open_page(browser, file_address(sample, EPISODE), scripts=False) as visit:
        open_details(visit.page)
        shown = normalize(visit.page.locator("body").inner_text())
        assert [cue.text for cue in episode.track.cues if normalize(cue.text) not in shown] == []
        for chapter in episode.track.chapters:
            link = visit.page.locator(f"a[href$='{episode.media}#t={chapter.start_ms // 1000}']").first
            assert link.is_visible(), chapter.title
        assert visit.faults == []


def test_without_scripts_the_index_has_its_titles_and_links_into_its_audio(browser: Browser, sample: Built) -> None:
    with open_page(browser, file_address(sample, INDEX), scripts=False) as visit:
        open_details(visit.page)
        shown = normalize(visit.page.locator("body").inner_text())
        for episode in sample.result.edition.episodes:
            assert normalize(episode.title) in shown
        assert visit.page.locator("a[href*='.mp3#t=']").first.is_visible()
        assert visit.faults == []


def test_a_visit_records_the_faults_of_a_page(browser: Browser, tmp_path: Path) -> None:
    (tmp_path / "bad.html").write_text(
        """<!doctype html><html lang="en"><title>Bad</title>
        <meta http-equiv="Content-Security-Policy" content="script-src 'sha256-x'; style-src 'unsafe-inline'">
        <p style="color: #eee">Pale</p> <img src="missing.png" alt=""> <img src="http://127.0.0.1:9/" alt="">
        <script>alert(1)</script></html>""",
        encoding="utf-8",
    )
    with open_page(browser, f"{tmp_path.as_uri()}/bad.html") as visit:
        visit.page.evaluate("console.warn('careful'); setTimeout(() => { throw new Error('lost'); })")
        assert "lost" in visit.faults
        assert visit.foreign == ["http://127.0.0.1:9/"]
        assert [fault.split(":")[0] for fault in visit.violations] == ["script-src-elem"]
        assert "warning: careful" in visit.console
        assert len(visit.failed) == 2
        assert any(problem.startswith("color-contrast: p: ") for problem in find_accessibility_problems(visit.page))
