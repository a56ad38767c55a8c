"""Drop the blocks whose wording alone shows that they are chrome."""

from __future__ import annotations

from functools import lru_cache

from audio_edition.model import BlockKind
from audio_edition.segmenter.page import Page
from audio_edition.segmenter.phrases import load_phrases, normalize_line

_MAX_WORDS = 45
"""Words of a block that phrases at its beginning can identify; longer ones may be paragraphs of the story."""

_CACHE_SIZE = 2**12
"""Cached lines: several rules look the same line up, and the chrome of a site recurs on all its pages."""


def find_chrome_rule(page: Page, index: int) -> str | None:
    """Return the name of the first phrase rule that a block matches; None if it matches none."""
    return _find_rule(page.language, page.blocks[index].text, is_short=page.word_counts[index] <= _MAX_WORDS)


@lru_cache(maxsize=_CACHE_SIZE)
def _find_rule(language: str, text: str, *, is_short: bool) -> str | None:
    phrases = load_phrases(language)
    return (phrases.chrome.find_rule(normalize_line(text)) if is_short else None) or phrases.find_tail_rule(text)


def drop_chrome_phrases(page: Page) -> None:
    """Drop the blocks that match a phrase rule, and those without a word.

    A heading of one word, such as "Weather" or "Monday", is left open if a long paragraph follows it.
    """
    for index, _ in page.open_blocks():
        if rule := find_chrome_rule(page, index):
            if not _may_be_crosshead(page, index):
                page.drop(index, rule)
        elif not page.word_counts[index]:
            page.drop(index, "no words")


def _may_be_crosshead(page: Page, index: int) -> bool:
    """Return True for a heading of one word, below the first level, that a long paragraph follows."""
    block, following = page.blocks[index], index + 1
    is_word = block.kind is BlockKind.HEADING and block.level > 1 and page.word_counts[index] == 1
    if not is_word or following == len(page.blocks) or not page.is_open(following) or not page.is_long(following):
        return False
    return page.blocks[following].parent == block.parent and find_chrome_rule(page, following) is None
