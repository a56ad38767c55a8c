"""Collect the text of a page into blocks."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from audio_edition.model import Block, BlockKind
from audio_edition.readers import limits
from audio_edition.readers.tidy import one_line

_INDENT_AFTER_BREAK = re.compile(r"\s*?[\u00a0\u2002\u2003\u3000] ?[\u00a0\u2002\u2003\u3000]")
"""Indent of a paragraph in old pages, after a line break."""


class Place(NamedTuple):
    """The context of some text in the page: the kind of block, its landmark and the hints of enclosing elements.

    `linked` is True inside a link; `parent` numbers the enclosing element; `columns` is True inside a table that
    only lays out the page; `language` is that of the nearest element below the page that names one.
    """

    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    container: str = ""
    linked: bool = False
    hints: frozenset[str] = frozenset()
    parent: int = 0
    columns: bool = False
    language: str | None = None


class Collector:
    """Collects text until a block ends; `anchors` maps ids to the indices of the blocks at which they begin.

    Raises UnreadableArticleError for more blocks than any article has.
    """

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.anchors: dict[str, int] = {}
        self.is_note = False  # the current block is a footnote, whatever its place
        self.landmark = ""  # the landmark of the current block, if its text shows one
        self._parts: list[str] = []
        self._linked_parts: list[str] = []
        self._language_parts: list[tuple[str, str]] = []  # language and text of the parts that name one
        self._has_words = False
        self._after_break = False
        self._pending_anchors: list[str] = []
        self._deferred_blocks: list[Block] = []

    @property
    def last_character(self) -> str:
        """The last character of the current block, a space at its beginning."""
        return self._parts[-1][-1] if self._parts else " "

    def add_text(self, text: str | None, place: Place) -> None:
        """Add text that stands in `place` to the current block."""
        if not text:
            return
        if not text.isspace():
            if self._after_break and _INDENT_AFTER_BREAK.match(text):
                self.end_block(place)
            self._has_words, self._after_break = True, False
            if self._pending_anchors:
                self._resolve_anchors()
        self._parts.append(text)
        if place.linked:
            self._linked_parts.append(text)
        if place.language:
            self._language_parts.append((place.language, text))

    def add_space(self) -> None:
        """Separate the words before and after."""
        self._parts.append(" ")

    def add_break(self, place: Place) -> None:
        """Add a line break: it ends a verse line; two breaks in a row end a paragraph, as in old pages."""
        if self._after_break or place.kind is BlockKind.VERSE:
            self.end_block(place)
        else:
            self.add_space()
            self._after_break = True

    def add_anchor(self, name: str) -> None:
        """Record an id: it begins at the current block, or at the next one if no text follows in this block."""
        if self._has_words:
            self._pending_anchors.append(name)
        else:
            self.anchors.setdefault(name, len(self.blocks))

    def defer_blocks(self, blocks: Iterable[Block]) -> None:
        """Add blocks, such as a note inside a sentence, after the current block."""
        self._deferred_blocks += blocks
        if not self._parts:
            self._reset()

    def end_block(self, place: Place) -> None:
        """End the current block, which stands in `place`."""
        if not self._parts:
            return
        if self._has_words and (text := one_line("".join(self._parts))):
            limits.check_block_count(len(self.blocks))
            links = len(one_line("".join(self._linked_parts))) if self._linked_parts else 0
            self.blocks.append(
                Block(
                    text=text,
                    kind=BlockKind.FOOTNOTE if self.is_note else place.kind,
                    level=place.level,
                    container=self.landmark or place.container,
                    link_density=links / len(text),
                    hints=place.hints,
                    parent=place.parent,
                    language=self._block_language(place) if self._language_parts else None,
                )
            )
        self._reset()

    def _block_language(self, place: Place) -> str | None:
        """Return the one language of all words, else that of the element: a few foreign words do not change it."""
        languages = {language for language, text in self._language_parts if _has_letters(text)}
        is_complete = sum(map(_has_letters, self._parts)) == sum(
            _has_letters(text) for _, text in self._language_parts
        )
        return languages.pop() if is_complete and len(languages) == 1 else place.language

    def _reset(self) -> None:
        self._parts, self._linked_parts, self._language_parts = [], [], []
        self._has_words = self._after_break = self.is_note = False
        self.landmark = ""
        if self._deferred_blocks:
            self.blocks += self._deferred_blocks
            self._deferred_blocks = []
        if self._pending_anchors:
            self._resolve_anchors()

    def _resolve_anchors(self) -> None:
        for name in self._pending_anchors:
            self.anchors.setdefault(name, len(self.blocks))
        self._pending_anchors = []


def _has_letters(text: str) -> bool:
    return any(map(str.isalpha, text))
