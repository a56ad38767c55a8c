"""Find the story of a page that shows none or only its beginning: declared, in its data, or in hidden elements."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from html import unescape

from lxml import html as lxml_html

from audio_edition.languages.sentence_ends import ends_sentence
from audio_edition.languages.words import count_words
from audio_edition.model import UNSPOKEN_KINDS, Block
from audio_edition.readers import plain
from audio_edition.readers.html.collector import Place
from audio_edition.readers.html.data import story_in_data
from audio_edition.readers.html.walker import Walker

_MIN_STORY_WORDS = 60
"""Words of prose in the shortest story."""

_MIN_DECLARED_RATIO = 1.5
"""Ratio of the words of the declared story to those on the page, from which the declared story is read."""

_MIN_HIDDEN_WORDS, _MIN_HIDDEN_RATIO = 100, 3
"""Hidden text may be a cookie notice; it is the story only with far more words than the page shows."""

_TAIL_WORDS = 8
_MIN_SENTENCE_WORDS = 8
_MARKUP = re.compile(r"<[^<>]*>")
_TAG = re.compile(r"<(p|br|div)\b", re.IGNORECASE)
_SIDE_CONTAINERS = frozenset({"nav", "aside", "footer", "form"})

FoundStory = tuple[tuple[Block, ...], str]
"""The blocks of a story, and a warning that says where they were found."""


def find_undisplayed_story(
    page: lxml_html.HtmlElement, shown: tuple[Block, ...], declared: str
) -> FoundStory | None:
    """Return a story longer than the `shown` blocks: `declared`, in the page's data, or in hidden elements.

    None if the page shows its story.
    """
    words = _count_prose_words(shown)
    declared_text = unescape(_MARKUP.sub(" ", declared))
    if count_words(declared_text) >= max(_MIN_STORY_WORDS, _MIN_DECLARED_RATIO * words) and not _shows_end(
        shown, declared_text.split()
    ):
        return _parse_story(
            declared
        ), "the story is read from what the page declares (JSON-LD); it shows less of it"
    if words >= _MIN_STORY_WORDS:
        return None
    if _count_prose_words(data_story := _parse_story(story_in_data(page))) >= _MIN_STORY_WORDS:
        return data_story, "the story is read from the page's data; it shows none"
    hidden = Walker(shows_all=True).read(body_element(page))
    if _count_prose_words(hidden) - words >= max(_MIN_HIDDEN_WORDS, _MIN_HIDDEN_RATIO * words):
        return hidden, "the page hides its story; everything hidden was read"
    return None


def _count_prose_words(blocks: Iterable[Block]) -> int:
    """Return the number of words in blocks that end like sentences and stand outside side containers."""
    lengths = (
        count_words(block.text)
        for block in blocks
        if block.kind not in UNSPOKEN_KINDS
        and block.container not in _SIDE_CONTAINERS
        and ends_sentence(block.text)
    )
    return sum(length for length in lengths if length >= _MIN_SENTENCE_WORDS)


def _shows_end(shown: Iterable[Block], declared: list[str]) -> bool:
    """Return True if the page shows the last words of the declared story."""
    return " ".join(declared[-_TAIL_WORDS:]) in " ".join(block.text for block in shown)


def _parse_story(text: str) -> tuple[Block, ...]:
    """Return the blocks of a declared story, which is HTML or plain text with one paragraph per line."""
    if not _TAG.search(text):
        return tuple(replace(block, container="article") for block in plain.parse(unescape(text)).blocks)
    story = lxml_html.fragment_fromstring(text, create_parent="article")
    return Walker().read(story, Place(container="article"))


def body_element(page: lxml_html.HtmlElement) -> lxml_html.HtmlElement:
    """Return the body of a page, or the page itself if it has none."""
    body = page.find("body")
    return page if body is None else body
