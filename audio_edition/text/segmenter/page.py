"""The sheet the rules work on: the blocks of an article, and the verdict on each."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from datetime import date

from audio_edition.model import Article, Block, BlockKind, Role
from audio_edition.text.segmenter.phrases import Phrases, phrases

_WORD = re.compile(r"[^\W_]+(?:['’.,-][^\W_]+)*")
_STOPPED = re.compile(r"[.!?…:;,—–][\"'”’»)\]]*$|[\"”»]$")
_FULL_STOP = re.compile(r"[.!?…][\"'”’»)\]]*(\s?\(\w{1,6}\))?$|[\"”]$")


class Page:
    """An article under judgement. A verdict is a Role (spoken), a rule's name (dropped) or None (open)."""

    def __init__(self, article: Article, sister_articles: Sequence[Article] = ()) -> None:
        self.article = article
        self.blocks = article.blocks
        self.sister_articles = sister_articles
        self.phrases: Phrases = phrases(article.language)
        self.verdicts: list[Role | str | None] = [None] * len(article.blocks)
        self.words = [len(_WORD.findall(block.text)) for block in article.blocks]
        self.marked_up = any(b.container or b.kind is not BlockKind.PARAGRAPH for b in article.blocks)
        self.start = 0
        self.headline: str | None = None
        self.standfirst: str | None = None
        self.section: str | None = None
        self.kicker: str | None = None
        self.byline: str | None = None
        self.published: date | None = None

    def open_blocks(self, start: int = 0) -> Iterator[tuple[int, Block]]:
        """Index and block of all from `start` on which there is no verdict yet."""
        for index in range(start, len(self.blocks)):
            if self.verdicts[index] is None:
                yield index, self.blocks[index]

    def is_open(self, index: int) -> bool:
        """Whether there is no verdict on a block yet."""
        return self.verdicts[index] is None

    def drop(self, index: int, rule: str) -> None:
        """Drop a block that is still open."""
        if self.verdicts[index] is None:
            self.verdicts[index] = rule

    def speak(self, index: int, role: Role) -> None:
        """Speak a block that is still open."""
        if self.verdicts[index] is None:
            self.verdicts[index] = role

    def is_prose(self, index: int) -> bool:
        """Whether a block reads as sentences: eight words or more that end in a stop, or forty however they end."""
        words = self.words[index]
        heading = self.blocks[index].kind is BlockKind.HEADING
        return not heading and (words >= 40 or (words >= 8 and ends_sentence(self.blocks[index].text)))

    def is_fragment(self, index: int) -> bool:
        """Whether a block is no sentence: it ends in no mark at all."""
        return not _STOPPED.search(self.blocks[index].text)


def ends_sentence(text: str) -> bool:
    """Whether a text ends as sentences do, closing quotes and an agency's tag in brackets allowed for."""
    return bool(_FULL_STOP.search(text))


def same_words(text: str) -> str:
    """The words of a text alone, for comparing: no case, no punctuation."""
    return " ".join(_WORD.findall(unicodedata.normalize("NFKC", text).casefold()))
