from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urlsplit

from lxml import etree, html

from audio_edition.build.scripts import read_scripts
from audio_edition.model import Role
from audio_edition.podcast.page import render_episode, render_index
from tests.conftest import ROOT, Built
from tests.podcast.test_feed import make_edition, make_publication


def test_the_index_lists_every_episode_by_section_and_its_links_work(sample: Built) -> None:
    page = html.fromstring((sample.output / "index.html").read_text("utf-8"))
    headings = [h.text for h in page.iter("h2")]
    assert headings == [
        "The whole issue",
        "Sections",
        "Leaders",
        "Science and technology",
        "Subscribe",
    ]
    listed = [link.get("href", "").partition("#")[0] for link in elements_of_class(page, "listen")]
    assert listed == [e.media for e in sample.result.edition.episodes]
    queued = [entry.get("data-slug") for entry in elements_of_class(page, "entry") if "data-queued" in entry.attrib]
    assert queued == [article.id for article in sample.result.report.articles]
    assert count_working_links(sample.output / "index.html") > 30


def test_the_links_of_issue_and_episode_pages_work(sample: Built) -> None:
    for file in (sample.output / "issues" / "2026-11-21.html", *sample.output.glob("episodes/*.html")):
        assert count_working_links(file) > 5


def elements_of_class(page: etree._Element, name: str) -> list[etree._Element]:
    return [element for element in page.iter(etree.Element) if element.get("class") == name]


def text_of(element: etree._Element) -> str:
    return " ".join("".join(map(str, element.itertext())).split())


def count_working_links(file: Path) -> int:
    """Return the number of local links of a page, after a check that all their files exist."""
    page = html.fromstring(file.read_text("utf-8"))
    addresses = [element.get(name, "") for element in page.iter() for name in ("href", "src") if element.get(name)]
    local = [address for address in addresses if not address.startswith("http")]
    assert [address for address in local if not (file.parent / urlsplit(address).path).exists()] == []
    return len(local)


def test_an_article_page_shows_the_text_in_the_order_it_is_spoken(sample: Built) -> None:
    episode = next(e for e in sample.result.edition.episodes if e.slug == "sea-wall")
    script = next(s for s in read_scripts([ROOT / "articles"]).scripts if s.id == "sea-wall")
    page = html.fromstring(sample.episode("sea-wall", ".html").read_text("utf-8"))
    (audio,) = page.iter("audio")
    assert audio.get("src") == f"../{episode.media}"
    chapters = page.findall(".//ol[@class='chapters']//a")
    assert [text_of(a).split(None, 1)[1] for a in chapters] == [c.title for c in episode.track.chapters]
    assert [a.get("href") for a in chapters] == [
        f"../{episode.media}#t={c.start_ms // 1000}" for c in episode.track.chapters
    ]
    cues = elements_of_class(page, "cue")
    assert [(cue.text, float(cue.get("data-at", ""))) for cue in cues] == [
        (cue.text, cue.start_ms / 1000) for cue in episode.track.cues
    ]
    paragraphs = [text_of(element) for element in elements_of_class(page, "transcript")[0]]
    assert paragraphs == [paragraph.text for paragraph in script.narrative]
    assert [text_of(h) for h in page.iter("h1")] == [script.headline]
    assert [text_of(h) for h in page.iter("h2")] == [
        paragraph.text for paragraph in script.narrative if paragraph.role is Role.CROSSHEAD
    ]


def test_the_chapters_of_the_whole_issue_are_nested_by_section(sample: Built) -> None:
    page = html.fromstring(sample.episode("edition-2026-11-21", ".html").read_text("utf-8"))
    nested = {}
    for heading in elements_of_class(page, "section"):
        entry = heading.getparent()
        assert entry is not None
        nested[text_of(heading)] = [text_of(link).split(None, 1)[1] for link in entry.iter("a")]
    assert list(nested) == ["Leaders", "Science and technology"]
    headlines = [article.headline for article in sample.result.report.articles]
    assert [title for titles in nested.values() for title in titles] == headlines
    (section,) = sample.output.glob("episodes/section-2026-11-21-leaders.html")
    assert elements_of_class(html.fromstring(section.read_text("utf-8")), "section") == []


def test_titles_never_become_markup() -> None:
    hostile = make_edition('<script>alert(1)</script>" onerror="x')
    paper = make_publication('<script>alert(1)</script>" onerror="x')
    for page in (render_index(paper, [hostile]), render_episode(paper, hostile, hostile.episodes[0])):
        tree = html.fromstring(page)
        assert len(list(tree.iter("script"))) == 1
        assert not tree.findall(".//*[@onerror]")


def test_the_policy_allows_our_own_style_and_script_and_nothing_else() -> None:
    tree = html.fromstring(render_index(make_publication(), [make_edition()]))
    policy = next(meta.get("content", "") for meta in tree.iter("meta") if meta.get("http-equiv"))
    assert policy.startswith("default-src 'none'")
    assert len(re.findall(r"'sha256-[A-Za-z0-9+/=]{44}'", policy)) == 2
    attributes = {str(name) for element in tree.iter() for name in element.attrib}
    assert not {name for name in attributes if name == "style" or name.startswith("on")}
