"""The entry of a feed or of a blog's export, and what every reader of such files needs to make one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from html import escape, unescape
from typing import Any

from lxml import etree
from lxml import html as lxml_html

from audio_edition.readers import plain
from audio_edition.readers.tidy import one_line


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedEntry:
    """An entry of a feed or of an export.

    `id` is unique in the file; `text` is the full story as HTML, '' if the file has only a summary; `has_sound` is
    True for an episode of a podcast.
    """

    id: str
    link: str
    headline: str
    text: str
    byline: str | None = None
    published: date | None = None
    language: str | None = None
    publication: str | None = None
    has_sound: bool = False


def text_to_html(text: str) -> str:
    """Return plain text as HTML, with a paragraph for each of its blocks."""
    return "".join(f"<p>{escape(block.text)}</p>" for block in plain.parse(text).blocks)


def strip_markup(markup: str) -> str:
    """Return a title on one line without markup and escapes, which feeds allow there."""
    if "<" not in markup:
        return one_line(unescape(markup))
    try:
        return one_line("".join(map(str, lxml_html.fromstring(markup).itertext())))
    except etree.ParserError:
        return ""


def filter_dicts(value: Any) -> list[dict[str, Any]]:
    """Return the items of a list from JSON that are objects; none if it is no list."""
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []
