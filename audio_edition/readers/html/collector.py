"""Collect the text of a page into blocks."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import accumulate, compress, pairwise
from typing import NamedTuple

from audio_edition.model import Block, BlockKind
from audio_edition.readers import limits
from audio_edition.readers.html.claims import Claim
from audio_edition.readers.html.lines import find_line_ends, is_list_line
from audio_edition.readers.tidy import one_line

_INDENT_AFTER_BREAK = re.compile(r"\s*?[\u00a0\u2002\u2003\u3000] ?[\u00a0\u2002\u2003\u3000]")
"""Indent of a paragraph in old pages, after a line break."""


class Place(NamedTuple):
    """The context of some text in the page: the kind of block, its landmark and the hints of enclosing elements.

    `linked` is True inside a link; `parent` numbers the enclosing element; `columns` is True inside a table that
    only lays out the page; `language` is that of the nearest element below the page that names one. `claims` are
    what the names of enclosing elements claim, outermost first. `hidden` is 0 for text that a browser shows, else
    one more than the number of the element whose child hides it. `around_figure` is the landmark around a figure.
    """

    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    container: str = ""
    linked: bool = False
    hints: frozenset[str] = frozenset()
    parent: int = 0
    columns: bool = False
    language: str | None = None
    claims: tuple[Claim, ...] = ()
    hidden: int = 0
    around_figure: str = ""


_LINE_HINT = frozenset({"line"})
_MIN_LIST_LINES = 3
_KINDS_WITH_LINES = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTATION, BlockKind.FOOTNOTE})
"""The kinds of block in which a line break may end a line; headings and captions are one line."""


class Collector:
    """Collects text until a block ends, with the place of each block in `places`.

    `anchors` maps ids to the indices of the blocks at which they begin.
    Raises UnreadableArticleError for more blocks than any article has.
    """

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.places: list[Place] = []
        self.anchors: dict[str, int] = {}
        self.is_note = False  # the current block is a footnote, whatever its place
        self.landmark = ""  # the landmark of the current block, if its text shows one
        self._parts: list[str] = []
        self._linked_parts: list[int] = []  # indices of the parts inside links
        self._language_parts: dict[int, str] = {}  # indices of the parts that name a language, and the language
        self._breaks: list[int] = []  # indices of the parts before which a line break stands
        self._has_words = False
        self._after_break = False
        self._pending_anchors: list[str] = []
        self._deferred_blocks: list[Block] = []
        self._deferred_places: list[Place] = []

    @property
    def has_words(self) -> bool:
        """True if the current block has any text."""
        return self._has_words

    @property
    def last_text(self) -> str:
        """The last text that was added to the current block; empty at its beginning."""
        return self._parts[-1] if self._parts else ""

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
        if place.linked:
            self._linked_parts.append(len(self._parts))
        if place.language:
            self._language_parts[len(self._parts)] = place.language
        self._parts.append(text)

    def add_space(self) -> None:
        """Separate the words before and after."""
        self._parts.append(" ")

    def add_break(self, place: Place) -> None:
        """Add a line break: it ends a verse line; two breaks in a row end a paragraph, as in old pages.

        A single break may end a line, which is known at the end of the block.
        """
        if self._after_break or place.kind is BlockKind.VERSE:
            self.end_block(place)
        else:
            self._breaks.append(len(self._parts))
            self.add_space()
            self._after_break = True

    def add_anchor(self, name: str) -> None:
        """Record an id: it begins at the current block, or at the next one if no text follows in this block."""
        if self._has_words:
            self._pending_anchors.append(name)
        else:
            self.anchors.setdefault(name, len(self.blocks))

    def defer_blocks(self, blocks: Iterable[Block], place: Place) -> None:
        """Add blocks that stand in `place`, such as a note inside a sentence, after the current block."""
        self._deferred_blocks += blocks
        self._deferred_places += [place] * (len(self._deferred_blocks) - len(self._deferred_places))
        if not self._parts:
            self._reset()

    def add_blocks(self, blocks: Iterable[Block], place: Place) -> None:
        """Add complete blocks that stand in `place`."""
        self.blocks += blocks
        self.places += [place] * (len(self.blocks) - len(self.places))

    def keep(self, keeps: Sequence[bool]) -> None:
        """Keep the blocks for which `keeps` is True; an anchor of another block moves to the next one kept."""
        before = list(accumulate(keeps, initial=0))
        self.blocks = list(compress(self.blocks, keeps))
        self.places = list(compress(self.places, keeps))
        self.anchors = {name: before[index] for name, index in self.anchors.items()}

    def end_block(self, place: Place) -> None:
        """End the current block, which stands in `place`."""
        if not self._parts:
            return
        if self._has_words:
            limits.check_block_count(len(self.blocks))
            starts = self._line_starts(place) if self._breaks else []
            edges = pairwise([0, *starts, len(self._parts)])
            blocks = [block for edge in edges if (block := self._block(*edge, place))]
            self.add_blocks(_mark_lines(blocks) if len(blocks) > 1 else blocks, place)
        self._reset()

    def _line_starts(self, place: Place) -> list[int]:
        """Return the indices of the parts with which the second and each further line begins."""
        if place.level or place.kind not in _KINDS_WITH_LINES:
            return []
        edges = [0, *self._breaks, len(self._parts)]
        lines = [one_line("".join(self._parts[start:end])) for start, end in pairwise(edges)]
        return [start for start, ends in zip(self._breaks, find_line_ends(lines), strict=True) if ends]

    def _block(self, start: int, end: int, place: Place) -> Block | None:
        """Return the parts from `start` to `end` as a block, None if they hold no text."""
        text = one_line("".join(self._parts[start:end]))
        if not text:
            return None
        first, last = bisect_left(self._linked_parts, start), bisect_left(self._linked_parts, end)
        linked = one_line("".join(self._parts[index] for index in self._linked_parts[first:last]))
        return Block(
            text=text,
            kind=BlockKind.FOOTNOTE if self.is_note else place.kind,
            level=place.level,
            container=self.landmark or place.container,
            link_density=len(linked) / len(text),
            hints=place.hints,
            parent=place.parent,
            language=self._block_language(start, end, place) if self._language_parts else None,
        )

    def _block_language(self, start: int, end: int, place: Place) -> str | None:
        """Return the one language of all words, else that of the element: a few foreign words do not change it."""
        worded = [index for index in range(start, end) if _has_letters(self._parts[index])]
        languages = {self._language_parts.get(index) for index in worded}
        return languages.pop() if len(languages) == 1 and None not in languages else place.language

    def _reset(self) -> None:
        self._parts, self._linked_parts, self._language_parts, self._breaks = [], [], {}, []
        self._has_words = self._after_break = self.is_note = False
        self.landmark = ""
        if self._deferred_blocks:
            self.blocks += self._deferred_blocks
            self.places += self._deferred_places
            self._deferred_blocks, self._deferred_places = [], []
        if self._pending_anchors:
            self._resolve_anchors()

    def _resolve_anchors(self) -> None:
        for name in self._pending_anchors:
            self.anchors.setdefault(name, len(self.blocks))
        self._pending_anchors = []


def _mark_lines(lines: Sequence[Block]) -> list[Block]:
    """Return the lines of a paragraph with the hint "line"; three short ones or more are a list."""
    short = [block.kind is BlockKind.PARAGRAPH and is_list_line(block.text) for block in lines]
    is_list = sum(short) >= _MIN_LIST_LINES
    return [
        replace(
            block,
            hints=block.hints | _LINE_HINT,
            kind=BlockKind.LIST_ITEM if is_list and is_short else block.kind,
        )
        for block, is_short in zip(lines, short, strict=True)
    ]


def _has_letters(text: str) -> bool:
    return any(map(str.isalpha, text))
