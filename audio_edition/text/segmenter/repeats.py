"""Repetition: what other pages of the folder say too, and what this page says twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from audio_edition.model import Block, BlockKind, Role
from audio_edition.text.segmenter.page import Page, ends_sentence, same_words

_NEAR = 20
"""A pull quote stands within this many blocks of the paragraph it is taken from."""

_FEWEST_WORDS = 3
_QUOTE_WORDS = 6
_PARAGRAPH_WORDS = 12


def drop_recurring(page: Page) -> None:
    """Drop what stands word for word on another page: publishers repeat their chrome, hardly ever a sentence.

    A page that repeats most of a neighbour is a second copy of it, and proves nothing. Above the story only what
    stands above other stories counts: this page's headline is a teaser at the foot of its neighbours.
    """
    own = {same_words(block.text) for block in page.blocks}
    heads: set[str] = set()
    elsewhere: set[str] = set()
    for sister in page.sister_articles:
        common = own & {same_words(block.text) for block in sister.blocks}
        if len(common) * 2 <= len(own):
            elsewhere |= common
            heads |= common & {same_words(block.text) for block in sister.blocks[: _head(sister.blocks)]}
    declared = {same_words(text) for text in (page.article.headline, page.article.kicker) if text}
    head = _head(page.blocks)
    for index, block in page.open_blocks():
        words = same_words(block.text)
        recurring = words in (heads if index < head else elsewhere) and block.level != 1
        if recurring and page.words[index] >= _FEWEST_WORDS and words not in declared:
            page.drop(index, "repeated on other pages of this edition")


def _head(blocks: Sequence[Block]) -> int:
    """How many blocks stand above the first that reads as a story's paragraph."""
    return next((i for i, block in enumerate(blocks) if _is_paragraph(block.text)), len(blocks))


def _is_paragraph(text: str) -> bool:
    return len(text.split()) >= _PARAGRAPH_WORDS and ends_sentence(text)


def drop_repeated(page: Page) -> None:
    """Drop the second copy of a line, and the pull quote or caption whose words a paragraph near it has."""
    texts = [f" {same_words(block.text)} " for block in page.blocks]
    copies = Counter(text for index, text in enumerate(texts) if page.words[index] >= _QUOTE_WORDS)
    seen: set[str] = set()
    for index, block in page.open_blocks():
        text = texts[index]
        if page.words[index] < _QUOTE_WORDS or block.kind is BlockKind.LIST_ITEM:
            continue
        if copies[text] > 1 and text in seen:
            page.drop(index, "said twice on the page")
        elif any(text in other for other in _neighbours(page, texts, index)):
            page.drop(index, "pull quote or caption: repeats the story")
        seen.add(text)


def _neighbours(page: Page, texts: list[str], index: int) -> list[str]:
    """Longer blocks near a block that may be spoken."""
    near = range(max(0, index - _NEAR), min(len(texts), index + _NEAR + 1))
    return [
        texts[other]
        for other in near
        if page.words[other] > page.words[index]
        and (page.verdicts[other] is None or isinstance(page.verdicts[other], Role))
    ]
