"""What nobody dropped is the story."""

from __future__ import annotations

from audio_edition.model import Block, BlockKind, Role
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
    """What a block is in the story, by the kind its markup gives it."""
    return _ROLES.get(block.kind, Role.BODY)


def assign_roles(page: Page) -> None:
    """Speak all open blocks; a heading with nothing under it announces nothing and is dropped."""
    follows = False
    for index, block in reversed(list(page.open_blocks())):
        role = role_of(block)
        if (
            role is Role.BODY
            and page.is_fragment(index)
            and page.word_counts[index] <= _MAX_CROSSHEAD_WORDS
            and follows
        ):
            role = Role.CROSSHEAD
        if role is Role.CROSSHEAD and not follows:
            page.drop(index, "a heading with nothing under it")
            continue
        page.assign_role(index, role)
        follows = True
