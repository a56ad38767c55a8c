"""What the page's own markup says is not the story."""

from __future__ import annotations

from audio_edition.model import BlockKind
from audio_edition.text.segmenter.page import Page, same_words

_KINDS = {BlockKind.CAPTION: "caption", BlockKind.TABLE: "table", BlockKind.CODE: "code"}
_CONTAINERS = {
    "nav": "navigation",
    "aside": "beside the story",
    "footer": "page footer",
    "form": "form",
    "figure": "caption",
}
_LINKS = 0.6
"""A block with more of its characters in links than this leads elsewhere; prose stays below a half."""


def drop_landmarks(page: Page) -> None:
    """Drop captions, tables and code by kind, menus and the like by landmark, lists of links by density."""
    headline = same_words(page.article.headline or "")
    for index, block in page.open_blocks():
        if headline and same_words(block.text) == headline:
            continue
        if rule := _KINDS.get(block.kind) or _CONTAINERS.get(block.container):
            page.drop(index, rule)
        elif block.link_density > _LINKS and not page.is_prose(index) and block.kind is not BlockKind.HEADING:
            page.drop(index, "links")
