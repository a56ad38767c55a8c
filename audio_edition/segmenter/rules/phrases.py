"""Blocks whose wording alone shows that they are chrome."""

from __future__ import annotations

from functools import lru_cache

from audio_edition.segmenter.page import Page
from audio_edition.segmenter.phrases import load_phrases, normalize_line

_MAX_WORDS = 45
"""Words; above this a paragraph is judged by where it stands, not by how it begins."""

_CACHE_SIZE = 2**12
"""Lines of which the rule is kept: several rules ask for it, and a site's chrome recurs on all its pages."""


def find_chrome_rule(page: Page, index: int) -> str | None:
    """The name of the first phrase rule that a block matches."""
    return _find_rule(page.language, page.blocks[index].text, begins=page.word_counts[index] <= _MAX_WORDS)


@lru_cache(maxsize=_CACHE_SIZE)
def _find_rule(language: str, text: str, *, begins: bool) -> str | None:
    known = load_phrases(language)
    return (known.chrome.find_rule(normalize_line(text)) if begins else None) or known.find_tail_rule(text)


def drop_chrome_phrases(page: Page) -> None:
    """Drop the blocks that a phrase rule names."""
    for index, _ in page.open_blocks():
        if rule := find_chrome_rule(page, index):
            page.drop(index, rule)
        elif not page.word_counts[index]:
            page.drop(index, "no words")
