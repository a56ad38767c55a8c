"""Find stories that a page holds as JSON data for its scripts, as pages by Next.js and Nuxt do."""

from __future__ import annotations

import contextlib
import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from lxml import html as lxml_html

from audio_edition.languages.words import count_words

_MAX_DEPTH = 40
"""Levels of a page's data that are searched."""

_TEXT_KEYS = frozenset("text value content html body children nodes data paragraph".split())
"""Keys of the text of a paragraph; other strings are names, addresses and types."""

_STORY_MARKUP = re.compile(r"<p[ >].*<p[ >]", re.DOTALL)
_MIN_PARAGRAPHS = 3
_MIN_PROSE_WORDS = 8


def story_in_data(page: lxml_html.HtmlElement) -> str:
    """Return the longest run of paragraphs in the page's data, as HTML; '' if there is none."""
    stories = [
        story
        for data in _page_data(page)
        for story in (*_html_strings(data, _MAX_DEPTH), *_paragraph_lists(data, _MAX_DEPTH))
    ]
    return max(stories, key=len, default="")


def _page_data(page: lxml_html.HtmlElement) -> Iterator[Any]:
    for script in page.iter("script"):
        if script.get("type") == "application/json":
            with contextlib.suppress(ValueError, RecursionError):  # broken data is ignored
                yield json.loads(script.text or "")


def _html_strings(value: Any, depth: int) -> Iterator[str]:
    """Yield the strings that hold a story as HTML."""
    if isinstance(value, str) and _STORY_MARKUP.search(value):
        yield value
    elif depth:
        for item in _children(value):
            yield from _html_strings(item, depth - 1)


def _paragraph_lists(value: Any, depth: int) -> Iterator[str]:
    """Yield as HTML the lists of paragraphs in which no item is longer than all others together."""
    if isinstance(value, list):
        paragraphs = ["".join(_text_parts(item, _MAX_DEPTH)) for item in value]
        counts = [count_words(paragraph) for paragraph in paragraphs]
        prose = sum(count >= _MIN_PROSE_WORDS for count in counts)
        if prose >= _MIN_PARAGRAPHS and max(counts) * 2 < sum(counts):
            yield "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    if depth:
        for item in _children(value):
            yield from _paragraph_lists(item, depth - 1)


def _text_parts(value: Any, depth: int) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list) and depth:
        for item in value:
            yield from _text_parts(item, depth - 1)
    elif isinstance(value, dict) and depth:
        for key, item in value.items():
            if key in _TEXT_KEYS:
                yield from _text_parts(item, depth - 1)


def _children(value: Any) -> Iterable[Any]:
    return value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
