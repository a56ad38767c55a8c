from __future__ import annotations

import re
from urllib.parse import urlsplit

from lxml import html

from audio_edition.podcast.page import render_episode, render_index
from tests.conftest import Built
from tests.podcast.test_feed import edition, publication


def test_the_index_lists_every_episode_by_section_and_its_links_lead_somewhere(sample: Built) -> None:
    page = html.fromstring((sample.output / "index.html").read_text("utf-8"))
    assert next(h.text for h in page.iter("h2")) == "The whole issue"
    assert {"Leaders", "Science and technology"} <= {h.text for h in page.iter("h2")}
    listed = [audio.get("src", "") for audio in page.iter("audio")]
    assert sorted(listed) == sorted(e.media for e in sample.report.edition.episodes)
    for element in page.iter():
        for name in ("href", "src"):
            address = element.get(name)
            if address and not address.startswith("http"):
                assert (sample.output / urlsplit(address).path).exists(), address


def test_an_episodes_page_has_player_chapters_and_the_whole_transcript(sample: Built) -> None:
    episode = next(e for e in sample.report.edition.episodes if e.slug == "sea-wall")
    page = html.fromstring(sample.episode("sea-wall", ".html").read_text("utf-8"))
    assert "Listen to this story" in [h.text for h in page.iter("h2")]
    (audio,) = page.iter("audio")
    assert audio.get("src") == f"../{episode.media}"
    chapters = page.findall(".//ol[@class='chapters']//a")
    assert [a.text for a in chapters] == [c.title for c in episode.track.chapters]
    assert [a.get("href") for a in chapters] == [
        f"../{episode.media}#t={c.start_ms // 1000}" for c in episode.track.chapters
    ]
    assert [p.text for p in page.findall(".//p[@class='cue']")] == [cue.text for cue in episode.track.cues]


def test_titles_never_become_markup() -> None:
    hostile = edition('<script>alert(1)</script>" onerror="x')
    paper = publication('<script>alert(1)</script>" onerror="x')
    for page in (render_index(paper, [hostile]), render_episode(paper, hostile, hostile.episodes[0])):
        tree = html.fromstring(page)
        assert len(list(tree.iter("script"))) == 1
        assert not tree.findall(".//*[@onerror]")


def test_the_policy_allows_our_own_style_and_script_and_nothing_else() -> None:
    tree = html.fromstring(render_index(publication(), [edition()]))
    policy = next(meta.get("content", "") for meta in tree.iter("meta") if meta.get("http-equiv"))
    assert policy.startswith("default-src 'none'")
    assert len(re.findall(r"'sha256-[A-Za-z0-9+/=]{44}'", policy)) == 2
    attributes = {str(name) for element in tree.iter() for name in element.attrib}
    assert not {name for name in attributes if name == "style" or name.startswith("on")}
