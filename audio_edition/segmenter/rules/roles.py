"""Assign a role to each block of the story, that is, to the blocks that no rule dropped."""

from __future__ import annotations

from audio_edition.model import Block, BlockKind, Role
from audio_edition.segmenter.groups.verse import find_verse
from audio_edition.segmenter.page import Page

_ROLES = {
    BlockKind.VERSE: Role.VERSE,
    BlockKind.LETTER: Role.LETTER,
    BlockKind.HEADING: Role.CROSSHEAD,
    BlockKind.LIST_ITEM: Role.LIST_ITEM,
    BlockKind.QUOTATION: Role.QUOTATION,
}
_MAX_CROSSHEAD_WORDS = 12


def role_of(block: Block) -> Role:
    """Return the role of a spoken block by the kind that its markup gives it."""
    return _ROLES.get(block.kind, Role.BODY)


def assign_roles(page: Page) -> None:
    """Assign roles to all open blocks, but drop a heading if nothing below it is spoken.

    A short line without final punctuation becomes a crosshead if something below it is spoken, unless it is verse.
    """
    verse = {index for run in find_verse(page) for index in run}
    has_text_below = False
    for index, block in reversed(list(page.open_blocks())):
        role = Role.VERSE if index in verse else role_of(block)
        if (
            role is Role.BODY
            and page.is_fragment(index)
            and page.word_counts[index] <= _MAX_CROSSHEAD_WORDS
            and has_text_below
        ):
            role = Role.CROSSHEAD
        if role is Role.CROSSHEAD and not has_text_below:
            page.drop(index, "a heading with nothing under it")
            continue
        page.assign_role(index, role)
        has_text_below = True
