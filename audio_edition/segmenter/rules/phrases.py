"""Blocks whose wording alone shows that they are chrome."""

from __future__ import annotations

from functools import lru_cache

from audio_edition.segmenter.page import Page
from audio_edition.segmenter.phrases import phrases, plain

_LONGEST = 45
"""Words; above this a paragraph is judged by where it stands, not by how it begins."""

_KEPT = 2**12
"""Lines of which the rule is kept: several rules ask for it, and a site's chrome recurs on all its pages."""


def chrome_rule(page: Page, index: int) -> str | None:
    """The name of the first phrase rule that a block matches."""
    return _rule(page.language, page.blocks[index].text, begins=page.words[index] <= _LONGEST)


@lru_cache(maxsize=_KEPT)
def _rule(language: str, text: str, *, begins: bool) -> str | None:
    known = phrases(language)
    return (known.chrome.rule(plain(text)) if begins else None) or known.tail_rule(text)


def drop_phrases(page: Page) -> None:
    """Drop the blocks that a phrase rule names."""
    for index, _ in page.open_blocks():
        if rule := chrome_rule(page, index):
            page.drop(index, rule)
        elif not page.words[index]:
            page.drop(index, "no words")
