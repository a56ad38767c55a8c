"""Other articles and live feeds on the page of a story stand beside it."""

from __future__ import annotations

import pytest

from audio_edition.readers import html
from tests.readers.test_html import MUD, paragraphs

NEWS = (
    "Goats have been seen on the roof of the town hall, and nobody knows how they got there.",
    "The mail boat has left the mainland with nine sacks of letters and a piano for the school.",
    "Good morning from the harbour, where the wind has gone round to the north once again.",
)
MORE = "The tide is out again, and the heron has moved from the mast of the boat to its rudder."
TITLE = "<title>On mud | The Bay</title>"
STORY = f"<h1>On mud</h1>{paragraphs(*MUD)}"
MESSAGES = "".join(f"<div><span>{9 + n}:15</span><p>{line}</p></div>" for n, line in enumerate(NEWS))
OTHER = "other article"


def containers(page: str, lines: tuple[str, ...]) -> set[str]:
    return {block.container for block in html.parse(page).blocks if block.text in lines}


@pytest.mark.parametrize(
    "page",
    [
        "<div class=article>{0}</div><div class='article next'><h1>Goats</h1>{1}</div>",
        "<main><article>{0}</article><article><h2>Goats</h2>{1}</article></main>",
        "<main><div class='x post'>{0}</div><div class='post y'><h2>Goats</h2>{1}</div></main>",
        "<div class=post><div>{0}</div></div><hr><div class=post><header><h1>Goats</h1></header>{1}</div>",
    ],
)
def test_an_article_loaded_below_the_story_is_another(page: str) -> None:
    page = TITLE + page.format(STORY, paragraphs(*NEWS))
    assert containers(page, NEWS) == {OTHER}
    assert OTHER not in containers(page, MUD)


@pytest.mark.parametrize(
    "page",
    [
        "<article>{0}<h1>Goats</h1>{1}</article>",
        "<div class=article-part>{0}</div><div class=article-part><h2>Goats</h2>{1}</div>",
        "<div class=post>{0}<div class=post><h2>Goats</h2>{1}</div></div>",
        "<article>{0}<div class=post><h1>Goats</h1>{1}</div></article>",
        "<h1>On mud</h1><div class=chapter><h1>One</h1>{1}</div><div class=chapter><h1>Two</h1>{1}</div>",
        "<article><h1>On silt</h1>{0}</article><article><h2>Goats</h2>{1}</article>",
    ],
    ids=["headings of one size", "parts", "post inside", "box inside", "chapters", "title of neither"],
)
def test_parts_of_one_story_are_no_other_articles(page: str) -> None:
    title = TITLE if "silt" not in page else "<title>The Bay</title>"
    story = STORY.replace("On mud", "On tides") if "silt" in page else STORY
    assert OTHER not in containers(title + page.format(story, paragraphs(*NEWS)), NEWS)


@pytest.mark.parametrize(
    "times", [("9:15", "8:40", "8:02"), ("5 min ago", "an hour ago", "2 hours ago", "3 h ago")]
)
def test_the_age_of_a_message_is_a_time(times: tuple[str, ...]) -> None:
    messages = "".join(f"<p>{time}</p><p>{line}</p>" for time, line in zip(times, (*NEWS, MORE), strict=False))
    page = f"<div>{STORY}</div><div class=live>{messages}</div>"
    assert containers(page, NEWS) == {OTHER}


@pytest.mark.parametrize(
    "feed",
    [
        "<div class=live-feed><h2>Live</h2>{}</div>",
        "<section id=newsticker><div>{}</div></section>",
    ],
)
def test_a_live_feed_below_the_story_stands_beside_it(feed: str) -> None:
    page = f"<div><div class=body>{STORY}</div></div>{feed.format(MESSAGES)}"
    assert containers(page, NEWS) == {OTHER}
    assert OTHER not in containers(page, MUD)


@pytest.mark.parametrize(
    "page",
    [
        "<h1>Live: goats</h1><div class=live-feed>{1}</div>",
        "<article>{0}<div class=live-feed>{1}</div></article>",
        "<div>{0}</div><div class=day>{1}</div>",
    ],
    ids=["live page", "between paragraphs", "no name"],
)
def test_messages_that_are_the_story_or_a_part_of_it_are_read(page: str) -> None:
    assert OTHER not in containers(page.format(STORY, MESSAGES), NEWS)
