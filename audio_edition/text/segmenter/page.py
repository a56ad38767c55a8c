"""The sheet the rules work on: the blocks of an article, and the verdict on each."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from audio_edition.model import Article, Block, BlockKind, Role
from audio_edition.text.segmenter.languages import function_words, language_of, parted
from audio_edition.text.segmenter.phrases import Phrases, phrases, plain

_WORD = re.compile(r"[^\W_]+(?:['’.,-][^\W_]+)*")
_CLOSING = r"[\"'”’“‘«»‹›)\]]"
"""What may stand behind the last stop: quotes close with 66 in German, with either guillemet elsewhere."""

_QUOTED = r"„[^“”]*[“”]$|«[^»]*»$|»[^«]*«$|(?<![.…])[.!?] [»›]$"
"""Words in quotes to the end, and a stop with a quote that a space sets off: a teaser's arrow has three dots."""

_STOPPED = re.compile(rf"[.!?…:;,—–]{_CLOSING}*$|[\"”»]$|{_QUOTED}")
_FULL_STOP = re.compile(rf"[.!?…]{_CLOSING}*(\s?\(\w{{1,6}}(?:/\w{{1,6}})*\))?$|[\"”]$|{_QUOTED}")

_LONG_WORDS = 20
_END_WORDS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """The lines of a page that stand on other pages of its folder, on how many, and which stand above a story."""

    lines: Mapping[str, int] = field(default_factory=dict)
    heads: frozenset[str] = frozenset()


NOTHING_SHARED = Shared()


class Page:
    """An article under judgement. A verdict is a Role (spoken), a rule's name (dropped) or None (open).

    `language` is the two letters of what it is written in, whatever it declares.
    """

    def __init__(self, article: Article, shared: Shared = NOTHING_SHARED) -> None:
        self.article = article
        self.blocks = article.blocks
        self.shared = shared
        self.verdicts: list[Role | str | None] = [None] * len(article.blocks)
        self.same = [same_words(block.text) for block in article.blocks]
        joined = [same.split() for same in self.same]
        self.language = language_of(article.language, joined)
        self.tokens = [parted(words, self.language) for words in joined]
        self.words = [len(tokens) for tokens in self.tokens]
        self.marked_up = any(b.container or b.kind is not BlockKind.PARAGRAPH for b in article.blocks)
        self._contained: dict[int, tuple[float, float, int]] = {}
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

    def is_long(self, index: int) -> bool:
        """Whether a block is prose of the length that hardly anything but a story has."""
        return self.words[index] >= _LONG_WORDS and self.is_prose(index)

    @cached_property
    def phrases(self) -> Phrases:
        """The phrases of the page's language."""
        return phrases(self.language)

    @property
    def function_words(self) -> frozenset[str]:
        """The function words of the page's language."""
        return function_words()[self.language]

    @property
    def has_elements(self) -> bool:
        """Whether the blocks come from HTML, with the elements around them known."""
        return any(block.parent for block in self.blocks)

    def hint_share(self, hint: str) -> float:
        """Share of the long paragraphs' words that stand under a hint."""
        return self._hint_shares.get(hint, 0.0)

    @cached_property
    def _hint_shares(self) -> dict[str, float]:
        words: Counter[str] = Counter()
        total = 0
        for index, block in enumerate(self.blocks):
            if self.is_long(index):
                words.update(dict.fromkeys(block.hints, self.words[index]))
                total += self.words[index]
        return {hint: count / total for hint, count in words.items()}

    def is_end(self, index: int) -> bool:
        """Whether a block reads like the heading of what follows a story: "Related", "More from Asia"."""
        return index in self._ends

    @cached_property
    def _ends(self) -> frozenset[int]:
        return frozenset(
            index
            for index, block in enumerate(self.blocks)
            if self.words[index] <= _END_WORDS and any(rule.matches(plain(block.text)) for rule in self.phrases.end)
        )

    def is_question(self, index: int) -> bool:
        """Whether a block is one question and no more."""
        text = self.blocks[index].text
        return text.endswith("?") and self.words[index] <= _LONG_WORDS

    def copies(self, index: int) -> list[int]:
        """The blocks with the same words, in order, itself among them."""
        return self._places[self.same[index]]

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        places: dict[str, list[int]] = {}
        for index, same in enumerate(self.same):
            places.setdefault(same, []).append(index)
        return places

    def containment(self, index: int) -> tuple[float, float, int]:
        """Share of a block's word triples in the one block that has most of them, share in any, that block."""
        if index not in self._contained:
            self._contained[index] = self._containment(index)
        return self._contained[index]

    def _containment(self, index: int) -> tuple[float, float, int]:
        triples = self._triples[index]
        others = [[other for other in self._with_triple[triple] if other != index] for triple in triples]
        hits = Counter(other for found in others for other in found)
        if not hits:
            return 0.0, 0.0, index
        best = max(hits, key=lambda other: (hits[other], -abs(other - index)))
        return hits[best] / len(triples), sum(map(bool, others)) / len(triples), best

    @cached_property
    def _triples(self) -> list[set[tuple[str, str, str]]]:
        return [set(zip(words, words[1:], words[2:], strict=False)) for words in self.tokens]

    @cached_property
    def _with_triple(self) -> dict[tuple[str, str, str], list[int]]:
        places: dict[tuple[str, str, str], list[int]] = {}
        for index, triples in enumerate(self._triples):
            for triple in triples:
                places.setdefault(triple, []).append(index)
        return places

    def is_fragment(self, index: int) -> bool:
        """Whether a block is no sentence: it ends in no mark at all."""
        return not _STOPPED.search(self.blocks[index].text)


def ends_sentence(text: str) -> bool:
    """Whether a text ends as sentences do, closing quotes and an agency's tag in brackets allowed for."""
    return bool(_FULL_STOP.search(text))


def same_words(text: str) -> str:
    """The words of a text alone, for comparing: no case, no punctuation."""
    return " ".join(_WORD.findall(unicodedata.normalize("NFKC", text).casefold()))
