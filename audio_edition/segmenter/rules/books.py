"""The rules for a chapter of a book, in which nothing but the story stands: no menus, teasers or sign-ups."""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice

from audio_edition.model import Role
from audio_edition.segmenter.normalized_words import normalize_words
from audio_edition.segmenter.page import Page
from audio_edition.segmenter.rules import landmarks

_MAX_TITLE_BLOCKS = 4
"""Blocks that the title of a chapter takes at most: "PART ONE", "CHAPTER I", "The mill"."""


def _find_title(page: Page) -> None:
    """Give the first blocks the role of the headline if together they are the title in the book's contents."""
    wanted = normalize_words(page.article.headline or "").split()
    words: list[str] = []
    indexes: list[int] = []
    for index, _ in islice(page.open_blocks(), _MAX_TITLE_BLOCKS):
        words += page.normalized_texts[index].split()
        indexes.append(index)
        if wanted and words == wanted:
            page.headline = page.article.headline
            for part in indexes:
                page.assign_role(part, Role.HEADLINE)
            return


def _drop_wordless(page: Page) -> None:
    """Drop the blocks without a word, such as a row of asterisks."""
    for index, _ in page.open_blocks():
        if not page.word_counts[index]:
            page.drop(index, "no words")


BOOK_RULES: tuple[Callable[[Page], None], ...] = (landmarks.drop_landmarks, _find_title, _drop_wordless)
"""The rules for a chapter, in order."""
