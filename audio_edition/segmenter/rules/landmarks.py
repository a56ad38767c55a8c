"""Drop the blocks that the markup of the page shows to be outside the story: by kind, by landmark, by links."""

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
    "other article": "another article of the page",
}
_MAX_LINK_DENSITY = 0.6
"""The share of characters inside links above which a block is a list of links; in prose it is below one half."""


def drop_landmarks(page: Page) -> None:
    """Drop captions, tables etc. by their kind, menus etc. by the landmark around them, and lists of links.

    The declared headline and standfirst are left open unless they are captions. A landmark around much of the story
    does not count.
    """
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
    """Drop the readers' comments behind the first long paragraph that is not one."""
    first = next((i for i, b in enumerate(page.blocks) if page.is_long(i) and not _is_comment(b)), len(page.blocks))
    for index, block in page.open_blocks(first):
        if _is_comment(block):
            page.drop(index, "reader comments")


def _is_comment(block: Block) -> bool:
    return "comments" in block.hints and "story" not in block.hints


def _find_story_containers(page: Page) -> set[str]:
    """Return the landmarks that hold at least 30% of the words in long paragraphs.

    Some sites wrap the whole page in a form. Another article may be longer than the story.
    """
    words_by_container: Counter[str] = Counter()
    for index, block in page.open_blocks():
        if page.is_long(index) and block.container != "other article":
            words_by_container[block.container] += page.word_counts[index]
    total = words_by_container.total()
    return {container for container, words in words_by_container.items() if words * 10 >= total * 3}
