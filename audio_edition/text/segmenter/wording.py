"""Blocks whose wording alone shows that they are chrome."""

from __future__ import annotations

from audio_edition.text.segmenter.page import Page
from audio_edition.text.segmenter.phrases import plain

_LONGEST = 45
"""Words; above this a paragraph is judged by where it stands, not by how it begins."""


def chrome_rule(page: Page, index: int) -> str | None:
    """The name of the first phrase rule that a block matches."""
    known = page.phrase_rules
    if index not in known:
        text = page.blocks[index].text
        begins = page.phrases.chrome.rule(plain(text)) if page.words[index] <= _LONGEST else None
        known[index] = begins or page.phrases.tail_rule(text)
    return known[index]


def drop_phrases(page: Page) -> None:
    """Drop the blocks that a phrase rule names."""
    for index, _ in page.open_blocks():
        if rule := chrome_rule(page, index):
            page.drop(index, rule)
        elif not page.words[index]:
            page.drop(index, "no words")
