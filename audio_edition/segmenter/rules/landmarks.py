"""What the page's own markup says is not the story."""

from __future__ import annotations

from collections import Counter

from audio_edition.model import UNSPOKEN_KINDS, Block, BlockKind
from audio_edition.segmenter.normalized_words import normalize_words
from audio_edition.segmenter.page import Page

_RULE_OF_CONTAINER = {
    "nav": "navigation",
    "aside": "beside the story",
    "footer": "page footer",
    "form": "form",
    "figure": "caption",
}
_MAX_LINK_DENSITY = 0.6
"""A block with more of its characters in links than this leads elsewhere; prose stays below a half."""


def drop_landmarks(page: Page) -> None:
    """Drop captions, tables and the like by kind, menus and the like by landmark, lists of links by density."""
    declared = {normalize_words(text) for text in (page.article.headline, page.article.standfirst) if text}
    around_story = _find_story_containers(page)
    for index, block in page.open_blocks():
        if page.normalized_texts[index] in declared and block.kind is not BlockKind.CAPTION:
            continue
        if block.kind in UNSPOKEN_KINDS:
            page.drop(index, block.kind)
        elif block.container in _RULE_OF_CONTAINER and block.container not in around_story:
            page.drop(index, _RULE_OF_CONTAINER[block.container])
        elif (
            block.link_density > _MAX_LINK_DENSITY
            and not page.is_prose(index)
            and block.kind is not BlockKind.HEADING
        ):
            page.drop(index, "links")


def drop_comments(page: Page) -> None:
    """Drop what stands among readers' comments, behind a paragraph that does not."""
    first = next((i for i, b in enumerate(page.blocks) if page.is_long(i) and not _is_comment(b)), len(page.blocks))
    for index, block in page.open_blocks(first):
        if _is_comment(block):
            page.drop(index, "reader comments")


def _is_comment(block: Block) -> bool:
    return "comments" in block.hints and "story" not in block.hints


def _find_story_containers(page: Page) -> set[str]:
    """The landmarks that hold much of the page's long prose: some sites wrap the whole page in a form."""
    held: Counter[str] = Counter()
    for index, block in page.open_blocks():
        if page.is_long(index):
            held[block.container] += page.word_counts[index]
    return {container for container, words in held.items() if words * 10 >= held.total() * 3}
