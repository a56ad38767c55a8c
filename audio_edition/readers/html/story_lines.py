"""Find lines of the story whose markup is that of other lines: sentences that are links, and the lead."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from audio_edition.languages.sentence_ends import ends_sentence
from audio_edition.languages.words import count_words
from audio_edition.model import Block, BlockKind
from audio_edition.readers.html.prose import SIDE_CONTAINERS, is_prose

_MIN_ITEM_WORDS = 8
_LEAD_REACH = 4
"""Blocks below the headline, such as a byline and a date, of which one may be the lead."""

_OTHER_LINE_HINTS = frozenset("notice sign-up share advertisement byline caption comments date picture".split())
_MISLEADING_HINTS = frozenset("related headline topics menu".split())


def free_linked_sentences(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks without the link density of sentences of the story that are links as a whole."""
    found = {*_linked_paragraphs(blocks), *_linked_lists(blocks)}
    return [replace(block, link_density=0.0) if index in found else block for index, block in enumerate(blocks)]


def free_lead(blocks: list[Block]) -> list[Block]:
    """Return the blocks without misleading hints at the lead, a paragraph under the headline that stands apart.

    Sites name it in many ways ("teaser", "headline-text"); its place tells more.
    """
    headline = next((index for index, block in enumerate(blocks) if block.level == 1), None)
    if headline is None:
        return blocks
    below = range(headline + 1, min(headline + 1 + _LEAD_REACH, len(blocks) - 1))
    lead = next((index for index in below if is_prose(blocks[index])), None)
    if lead is None or not _is_lead(blocks[lead]) or _has_sibling_below(blocks, lead):
        return blocks
    hints = blocks[lead].hints - _MISLEADING_HINTS
    return [*blocks[:lead], replace(blocks[lead], hints=hints), *blocks[lead + 1 :]]


def _is_lead(block: Block) -> bool:
    return (
        block.kind is BlockKind.PARAGRAPH
        and block.container not in SIDE_CONTAINERS
        and not block.hints & _OTHER_LINE_HINTS
    )


def _has_sibling_below(blocks: Sequence[Block], lead: int) -> bool:
    """Return True if the next paragraph of prose is in the same element: the line is just the first paragraph."""
    following = next((block for block in blocks[lead + 1 :] if is_prose(block)), None)
    return following is None or following.parent == blocks[lead].parent


def _linked_paragraphs(blocks: Sequence[Block]) -> Iterator[int]:
    """Yield the linked paragraphs that are sentences right before or behind a paragraph in the same element."""
    for index, block in enumerate(blocks):
        if block.link_density and block.kind is BlockKind.PARAGRAPH and ends_sentence(block.text):
            beside = (*blocks[index - 1 : index], *blocks[index + 1 : index + 2])
            if any(other.parent == block.parent and is_prose(other) for other in beside):
                yield index


def _linked_lists(blocks: Sequence[Block]) -> Iterator[int]:
    """Yield the items of the linked lists of sentences between two paragraphs in the same element."""
    end = 0
    for is_item, run in groupby(blocks, key=_is_linked_item):
        start, end = end, end + len(list(run))
        around = (*blocks[start - 1 : start], *blocks[end : end + 1])
        if is_item and len(around) == 2 and around[0].parent == around[1].parent and all(map(is_prose, around)):
            yield from range(start, end)


def _is_linked_item(block: Block) -> bool:
    is_item = block.kind is BlockKind.LIST_ITEM and block.link_density > 0
    return is_item and count_words(block.text) >= _MIN_ITEM_WORDS and ends_sentence(block.text)
