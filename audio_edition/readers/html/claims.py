"""Judge what the names of an element claim about its text, by all that the element holds.

A site may call the element around a whole story "footnotes" or "instagram-media". So a name on an element that
holds blocks is a claim only, which is judged when all blocks of the page are known.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from lxml import html as lxml_html

from audio_edition.model import Block, BlockKind
from audio_edition.readers.html import names
from audio_edition.readers.html.prose import count_block_words, is_prose


class Claim(NamedTuple):
    """A claim of an element's names: all its text has this kind, or is readers' comments (None).

    `number` tells the element from others. `is_sure` is True if the names mean nothing else.
    """

    kind: BlockKind | None
    number: int
    tag: str
    is_leaf: bool
    is_sure: bool = False


class PageFacts(NamedTuple):
    """The words of prose that the page shows, and True if some footnote mark refers to its notes."""

    words: int
    has_marks: bool


_MAX_SHARE = 0.5
"""Share of the page's prose that no formula, post or caption holds."""

_SMALL_KINDS = frozenset({BlockKind.FORMULA, BlockKind.EMBED, BlockKind.CAPTION})
_MAX_NOTES_SHARE = 0.4
_MAX_CAPTION_BLOCKS, _MAX_CAPTION_WORDS = 2, 80
_MIN_SHORT_LINES = 0.5
"""Short lines (names, dates, "Reply") per paragraph in a thread of comments."""

_NOTE_START = re.compile(r"[\[(]?(?:\d{1,3}|[*†‡§]{1,3}|[a-z])[\])]?[.:]?\s|\^")


def read_claims(
    element: lxml_html.HtmlElement, number: int, kind: BlockKind | None, hints: frozenset[str]
) -> tuple[Claim, ...]:
    """Return the claims of an element's names: of the `kind` that they stand for, and of comments."""
    kinds = (*((kind,) if kind else ()), *((None,) if "comments" in hints else ()))
    if not kinds:
        return ()
    is_leaf, is_sure = not names.holds_blocks(element), names.is_comment_class(element)
    return tuple(Claim(kind, number, str(element.tag), is_leaf, is_sure) for kind in kinds)


def holds(claim: Claim, blocks: Sequence[Block], page: PageFacts) -> bool:
    """Return True if the `blocks` of an element bear its claim out."""
    words = sum(count_block_words(block) for block in blocks if is_prose(block))
    if len(blocks) > 1 and words > _MAX_SHARE * page.words and claim.kind in _SMALL_KINDS:
        return False
    match claim.kind:
        case BlockKind.FORMULA:
            return not words
        case BlockKind.EMBED:
            return claim.tag == "blockquote" or sum(map(is_prose, blocks)) <= 1
        case BlockKind.CAPTION:
            return claim.is_leaf or _is_caption(blocks)
        case BlockKind.FOOTNOTE:
            return _are_notes(blocks, page)
        case _:
            return claim.is_leaf or _are_comments(blocks, is_sure=claim.is_sure)


def _is_caption(blocks: Sequence[Block]) -> bool:
    """Return True if the blocks are a caption and perhaps a credit."""
    is_short = len(blocks) <= _MAX_CAPTION_BLOCKS and sum(map(count_block_words, blocks)) <= _MAX_CAPTION_WORDS
    return is_short and all(block.kind is not BlockKind.HEADING for block in blocks)


def _are_notes(blocks: Sequence[Block], page: PageFacts) -> bool:
    """Return True unless the blocks are paragraphs of the story: unmarked, and many or not referred to."""
    plain = [
        block
        for block in blocks
        if is_prose(block) and block.kind is not BlockKind.LIST_ITEM and not _NOTE_START.match(block.text)
    ]
    if any(block.level == 1 for block in blocks) or (len(plain) > 1 and not page.has_marks):
        return False
    return sum(map(count_block_words, plain)) <= _MAX_NOTES_SHARE * page.words or len(plain) <= 1


def _are_comments(blocks: Sequence[Block], *, is_sure: bool) -> bool:
    """Return True if the blocks are a thread of comments, not the story around or above it.

    In a thread, names, dates and buttons stand between the paragraphs.
    """
    if is_sure:
        return all(block.level != 1 for block in blocks)
    prose = sum(map(is_prose, blocks))
    headings = any(block.kind is BlockKind.HEADING for block in blocks)
    return len(blocks) - prose - headings >= _MIN_SHORT_LINES * prose
