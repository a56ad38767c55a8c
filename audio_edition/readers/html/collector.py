"""Words as they are met → blocks, one at a time."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from audio_edition.model import Block, BlockKind
from audio_edition.readers import limits
from audio_edition.readers.tidy import one_line

_INDENTED = re.compile(r"\s*?[\u00a0\u2002\u2003\u3000] ?[\u00a0\u2002\u2003\u3000]")
"""After a line break, how old pages begin a paragraph."""


class Place(NamedTuple):
    """Where in the page some words stand; `columns` says that the table around them lays out the page.

    `language` is what the nearest element that names one says; the page's own is not repeated.
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
    """Gathers words until a block ends; `anchors` are the blocks at which ids begin.

    Raises UnreadableArticleError for more blocks than any article has.
    """

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.anchors: dict[str, int] = {}
        self.is_note = False  # the block being gathered is a footnote, whatever it stands in,
        self.landmark = ""  # or stands in a landmark that its words show
        self._parts: list[str] = []
        self._linked: list[str] = []
        self._marked: list[tuple[str, str]] = []  # words in a language of their own, behind its name
        self._started = False
        self._broken = False
        self._loose: list[str] = []
        self._beside: list[Block] = []

    @property
    def last_character(self) -> str:
        """The last one gathered, a blank at the beginning of a block."""
        return self._parts[-1][-1] if self._parts else " "

    def add(self, text: str | None, place: Place) -> None:
        """Gather words that stand in `place`."""
        if not text:
            return
        if not text.isspace():
            if self._broken and _INDENTED.match(text):
                self.end(place)
            self._started, self._broken = True, False
            if self._loose:
                self._settle_anchors()
        self._parts.append(text)
        if place.linked:
            self._linked.append(text)
        if place.language:
            self._marked.append((place.language, text))

    def add_space(self) -> None:
        """Keep the words before and behind apart."""
        self._parts.append(" ")

    def add_break(self, place: Place) -> None:
        """A line ends; two breaks with nothing between are how old pages end a paragraph."""
        if self._broken or place.kind is BlockKind.VERSE:
            self.end(place)
        else:
            self.add_space()
            self._broken = True

    def add_anchor(self, name: str) -> None:
        """An id stands here: at the block being gathered, or at the next one if nothing follows in this."""
        if self._started:
            self._loose.append(name)
        else:
            self.anchors.setdefault(name, len(self.blocks))

    def add_beside(self, blocks: Iterable[Block]) -> None:
        """Blocks that stand in the middle of a sentence come after it."""
        self._beside += blocks
        if not self._parts:
            self._reset()

    def end(self, place: Place) -> None:
        """End the block that is being gathered, which stands in `place`."""
        if not self._parts:
            return
        if self._started and (text := one_line("".join(self._parts))):
            limits.require_blocks(len(self.blocks))
            links = len(one_line("".join(self._linked))) if self._linked else 0
            self.blocks.append(
                Block(
                    text=text,
                    kind=BlockKind.FOOTNOTE if self.is_note else place.kind,
                    level=place.level,
                    container=self.landmark or place.container,
                    link_density=links / len(text),
                    hints=place.hints,
                    parent=place.parent,
                    language=self._language(place) if self._marked else None,
                )
            )
        self._reset()

    def _language(self, place: Place) -> str | None:
        """The language that every word has, else that of the element: a few foreign words in it change nothing."""
        languages = {language for language, text in self._marked if _has_letters(text)}
        whole = sum(map(_has_letters, self._parts)) == sum(_has_letters(text) for _, text in self._marked)
        return languages.pop() if whole and len(languages) == 1 else place.language

    def _reset(self) -> None:
        self._parts, self._linked, self._marked = [], [], []
        self._started = self._broken = self.is_note = False
        self.landmark = ""
        if self._beside:
            self.blocks += self._beside
            self._beside = []
        if self._loose:
            self._settle_anchors()

    def _settle_anchors(self) -> None:
        for name in self._loose:
            self.anchors.setdefault(name, len(self.blocks))
        self._loose = []


def _has_letters(text: str) -> bool:
    return any(map(str.isalpha, text))
