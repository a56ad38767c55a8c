"""The story of a page that shows none, or its beginning only: in what it declares, in its data, or hidden."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from html import unescape

from lxml import html as lxml_html

from audio_edition.model import UNSPOKEN_KINDS, Block
from audio_edition.readers import plain
from audio_edition.readers.html.collector import Place
from audio_edition.readers.html.data import story_in_data
from audio_edition.readers.html.walker import Walker

_MIN_STORY_WORDS = 60
"""Words of sentences; fewer are no story."""

_MIN_DECLARED_RATIO = 1.5
"""A declared story that has so many times the words of the page is longer than what it shows."""

_MIN_HIDDEN_WORDS, _MIN_HIDDEN_RATIO = 100, 3
"""What is hidden may be a notice about cookies: only far more words than the page shows are its story."""

_TAIL_WORDS = 8
_MIN_SENTENCE_WORDS = 8
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*$")
_MARKUP = re.compile(r"<[^<>]*>")
_TAG = re.compile(r"<(p|br|div)\b", re.IGNORECASE)
_SIDE_CONTAINERS = frozenset({"nav", "aside", "footer", "form"})

FoundStory = tuple[tuple[Block, ...], str]
"""Blocks, and where they were found."""


def find_undisplayed_story(
    page: lxml_html.HtmlElement, shown: tuple[Block, ...], declared: str
) -> FoundStory | None:
    """A story longer than what is shown: the one declared, that in the page's data, or what it hides."""
    words = _count_prose_words(shown)
    declared_words = unescape(_MARKUP.sub(" ", declared)).split()
    if len(declared_words) >= max(_MIN_STORY_WORDS, _MIN_DECLARED_RATIO * words) and not _shows_end(
        shown, declared_words
    ):
        return _parse_story(
            declared
        ), "the story is read from what the page declares (JSON-LD); it shows less of it"
    if words >= _MIN_STORY_WORDS:
        return None
    if _count_prose_words(kept := _parse_story(story_in_data(page))) >= _MIN_STORY_WORDS:
        return kept, "the story is read from the page's data; it shows none"
    hidden = Walker(shows_all=True).read(body_element(page))
    if _count_prose_words(hidden) - words >= max(_MIN_HIDDEN_WORDS, _MIN_HIDDEN_RATIO * words):
        return hidden, "the page hides its story; everything hidden was read"
    return None


def _count_prose_words(blocks: Iterable[Block]) -> int:
    """Words of the blocks that read as sentences and stand where a story does."""
    lengths = (
        len(block.text.split())
        for block in blocks
        if block.kind not in UNSPOKEN_KINDS
        and block.container not in _SIDE_CONTAINERS
        and _SENTENCE_END.search(block.text)
    )
    return sum(length for length in lengths if length >= _MIN_SENTENCE_WORDS)


def _shows_end(shown: Iterable[Block], declared: list[str]) -> bool:
    """Whether the last words declared stand on the page, whatever it took for a sentence."""
    return " ".join(declared[-_TAIL_WORDS:]) in " ".join(block.text for block in shown)


def _parse_story(text: str) -> tuple[Block, ...]:
    """The blocks of a declared story, which is HTML or has a paragraph a line."""
    if not _TAG.search(text):
        return tuple(replace(block, container="article") for block in plain.parse(unescape(text)).blocks)
    story = lxml_html.fragment_fromstring(text, create_parent="article")
    return Walker().read(story, Place(container="article"))


def body_element(page: lxml_html.HtmlElement) -> lxml_html.HtmlElement:
    """What a page shows of itself."""
    body = page.find("body")
    return page if body is None else body
