"""Settle what can be judged only with all blocks of a page: claims of names, hidden parts, stories in captions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import compress

from audio_edition.model import UNSPOKEN_KINDS, Block, BlockKind
from audio_edition.readers.html.claims import Claim, PageFacts, holds
from audio_edition.readers.html.collector import Collector, Place
from audio_edition.readers.html.prose import SIDE_CONTAINERS, count_block_words, is_prose
from audio_edition.readers.html.story_lines import free_lead, free_linked_sentences

HIDDEN_PART = "the page hides a part of its story until a click; the part was read"

_MIN_CAPTION_WORDS, _MIN_CAPTIONS = 8, 2
_MIN_CAPTION_RATIO = 1.5
"""Ratio of the words in captions to those of other prose, from which the captions are the story."""

_MIN_HIDDEN_WORDS, _MIN_HIDDEN_SHARE = 40, 0.15
"""Words of a hidden part of the story, and the least share of the words that the page shows."""

_MIN_SIBLING_SHARE, _MIN_ENCLOSED_SHARE = 0.25, 0.5
"""Share of the shown prose that stands beside a hidden part of the story, or inside the element around it."""


def settle(collector: Collector, parents: Sequence[int], *, has_marks: bool) -> bool:
    """Settle the blocks of a collector; return True if a hidden part of the story was read.

    `parents` gives the number of the enclosing element for each number of an element; `has_marks` is True if the
    page has footnote marks.
    """
    places = collector.places
    if any(place.claims for place in places):
        collector.blocks = _settle_claims(collector.blocks, places, has_marks=has_marks)
    if any(block.kind is BlockKind.CAPTION for block in collector.blocks):
        collector.blocks = _free_picture_story(collector.blocks, places)
    read = set()
    if any(place.hidden for place in places):
        read = _find_hidden_story(collector.blocks, places, parents)
        collector.keep([not place.hidden or place.hidden in read for place in places])
    collector.blocks = free_lead(free_linked_sentences(collector.blocks))
    return bool(read)


def _settle_claims(blocks: Sequence[Block], places: Sequence[Place], *, has_marks: bool) -> list[Block]:
    """Return the blocks with the kinds of the claims that hold, and without the hint "comments" where none does."""
    shown = [block for block, place in zip(blocks, places, strict=True) if not place.hidden]
    page = PageFacts(sum(map(count_block_words, filter(_is_story_prose, shown))), has_marks)
    blocks_by_claim: dict[Claim, list[Block]] = defaultdict(list)
    for block, place in zip(blocks, places, strict=True):
        for claim in place.claims:
            blocks_by_claim[claim].append(block)
    held = {claim for claim, inside in blocks_by_claim.items() if holds(claim, inside, page)}
    return [
        _apply_claims(block, place.claims, held) if place.claims else block
        for block, place in zip(blocks, places, strict=True)
    ]


def _apply_claims(block: Block, claims: Sequence[Claim], held: set[Claim]) -> Block:
    kind = next((claim.kind for claim in claims if claim.kind and claim in held), block.kind)
    hints = block.hints
    if not any(claim.kind is None and claim in held for claim in claims):
        hints -= {"comments"}
    return replace(block, kind=block.kind if block.kind in UNSPOKEN_KINDS else kind, hints=hints)


def _is_story_prose(block: Block) -> bool:
    return block.kind not in UNSPOKEN_KINDS and block.container not in SIDE_CONTAINERS and is_prose(block)


def _free_picture_story(blocks: list[Block], places: Sequence[Place]) -> list[Block]:
    """Return the blocks with captions as paragraphs if they hold the story: the page has hardly any other prose."""
    captions = [
        block.kind is BlockKind.CAPTION
        and count_block_words(block) >= _MIN_CAPTION_WORDS
        and not block.link_density
        for block in blocks
    ]
    words = sum(map(count_block_words, compress(blocks, captions)))
    others = sum(map(count_block_words, filter(_is_story_prose, blocks)))
    if sum(captions) < _MIN_CAPTIONS or words < _MIN_CAPTION_RATIO * others:
        return blocks
    return [
        replace(block, kind=BlockKind.PARAGRAPH, container=_container_around(block, place)) if is_caption else block
        for block, place, is_caption in zip(blocks, places, captions, strict=True)
    ]


def _container_around(block: Block, place: Place) -> str:
    return place.around_figure if block.container == "figure" else block.container


def _find_hidden_story(blocks: Sequence[Block], places: Sequence[Place], parents: Sequence[int]) -> set[int]:
    """Return the values of `Place.hidden` whose blocks are a part of the story, not a menu, a dialog or a note."""
    shown = [not place.hidden for place in places]
    beside, inside = _count_prose_words(list(compress(blocks, shown)), parents)
    total = inside[0]
    texts = {block.text for block in compress(blocks, shown)}
    parts: dict[int, list[tuple[Block, Place]]] = defaultdict(list)
    for block, place in zip(blocks, places, strict=True):
        if place.hidden and _is_story_prose(block) and block.text not in texts:
            parts[place.hidden].append((block, place))
    return {
        hidden
        for hidden, part in parts.items()
        if _is_large([block for block, _ in part], total)
        and _is_beside_story(part[0][1], hidden - 1, beside, inside, total)
    }


def _is_large(part: Sequence[Block], total: int) -> bool:
    return sum(map(count_block_words, part)) >= max(_MIN_HIDDEN_WORDS, _MIN_HIDDEN_SHARE * total) and len(part) > 1


def _is_beside_story(place: Place, around: int, beside: Sequence[int], inside: Sequence[int], total: int) -> bool:
    """Return True if the element around a hidden part holds much of the story that is shown."""
    if total and beside[around] >= _MIN_SIBLING_SHARE * total:
        return True
    is_named = place.container in {"article", "main"} or "story" in place.hints
    return is_named and bool(total) and inside[around] >= _MIN_ENCLOSED_SHARE * total


def _count_prose_words(blocks: Sequence[Block], parents: Sequence[int]) -> tuple[list[int], list[int]]:
    """Return the words of story prose by number of element: of its own blocks, and of all blocks inside it."""
    beside = [0] * len(parents)
    for block in blocks:
        if _is_story_prose(block):
            beside[block.parent] += count_block_words(block)
    inside = beside.copy()
    for number in range(len(parents) - 1, 0, -1):  # an element has a higher number than those around it
        inside[parents[number]] += inside[number]
    return beside, inside
