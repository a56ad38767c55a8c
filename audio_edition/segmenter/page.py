"""The sheet the rules work on: the blocks of an article, and the verdict on each."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache, cached_property
from itertools import islice

from audio_edition.model import UNSPOKEN_KINDS, Article, Block, BlockKind, Role
from audio_edition.segmenter.language_detection import detect_page_language, load_function_words, split_elisions
from audio_edition.segmenter.normalized_words import normalize_words
from audio_edition.segmenter.phrases import LanguagePhrases, load_phrases, normalize_line

_CLOSING = r"[\"'”’“‘«»‹›)\]]"
"""What may stand behind the last stop: quotes close with 66 in German, with either guillemet elsewhere."""

_QUOTED = r"„[^„“”]*[“”]$|«[^«»]*»$|»[^«»]*«$|(?<![.…])[.!?] [»›]$"
"""Words in quotes to the end, and a stop with a quote that a space sets off: a teaser's arrow has three dots."""

_STOPS, _FULL_STOPS = frozenset('.!?…:;,—–"”»'), '.!?…"”'
"""What stops a text whatever stands before it: few texts end in anything else that needs a closer look."""

_ENDS_IN_STOP = re.compile(rf"[.!?…:;,—–]{_CLOSING}*$|[\"”»]$|{_QUOTED}")
_ENDS_IN_FULL_STOP = re.compile(rf"[.!?…]{_CLOSING}*(\s?\(\w{{1,6}}(?:/\w{{1,6}})*\))?$|[\"”]$|{_QUOTED}")

_END_MARKS = frozenset("♦◆■□")
"""What magazines set behind the last word of a story."""

_LABEL = re.compile(r"[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,2}: ")
"""Who speaks in an interview, or what a line is about: "Q: ", "Best film: "."""

_LONG_WORDS = 20
_MAX_END_HEADING_WORDS = 12
_NGRAM_SIZE, _SAMPLE_COUNT = 4, 5
_QUOTATION_WINDOW = 1000
"""Characters at a block's end in which the quote that it closes must begin."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedLines:
    """What a page has in common with others of its folder, as hashes: its lines and their openings (four words),
    with the number of other pages that have them; and the lines that stand above the stories of others.
    """

    lines: Mapping[int, int] = field(default_factory=dict)
    openings: Mapping[int, int] = field(default_factory=dict)
    heads: frozenset[int] = frozenset()


NO_SHARED_LINES = SharedLines()


class Page:
    """An article under judgement. A verdict is a Role (spoken), a rule's name (dropped) or None (open).

    `language` is the two letters of what it is written in, whatever it declares.
    """

    def __init__(self, article: Article, shared: SharedLines = NO_SHARED_LINES) -> None:
        self.article = article
        self.blocks = article.blocks
        self.shared = shared
        self.verdicts: list[Role | str | None] = [None] * len(article.blocks)
        self.normalized_texts = [normalize_words(block.text) for block in article.blocks]
        self.raw_tokens = _split_and_intern(self.normalized_texts)
        self.language = detect_page_language(article.language, self.raw_tokens)
        self.tokens = [split_elisions(words, self.language) for words in self.raw_tokens]
        self.word_counts = [len(tokens) for tokens in self.tokens]
        self.has_markup = any(b.container or b.kind is not BlockKind.PARAGRAPH for b in article.blocks)
        self._containment_cache: dict[int, tuple[float, int]] = {}
        self.start = 0
        self.headline: str | None = None
        self.standfirst: str | None = None
        self.section: str | None = None
        self.kicker: str | None = None
        self.byline: str | None = None
        self.published: date | None = None

    def collapse_unspoken_runs(self) -> tuple[Page, list[int]]:
        """The page with one block for every run of rows, lines of code and the like, and what its blocks were here.

        Ten rows of a table are not ten times as far as one.
        """
        verdicts = self.verdicts
        kept = [
            index
            for index, verdict in enumerate(verdicts)
            if index == 0 or verdict != verdicts[index - 1] or verdict not in UNSPOKEN_KINDS
        ]
        if len(kept) == len(verdicts):
            return self, kept
        thin = Page(replace(self.article, blocks=tuple(self.blocks[index] for index in kept)), self.shared)
        thin.verdicts = [verdicts[index] for index in kept]
        thin.start = bisect_left(kept, self.start)
        thin.headline = self.headline
        return thin, kept

    def open_blocks(self, start: int = 0) -> Iterator[tuple[int, Block]]:
        """Index and block of all from `start` on which there is no verdict yet."""
        verdicts = self.verdicts
        for index, block in enumerate(islice(self.blocks, start, None), start):
            if verdicts[index] is None:
                yield index, block

    def is_open(self, index: int) -> bool:
        """Whether there is no verdict on a block yet."""
        return self.verdicts[index] is None

    def drop(self, index: int, rule: str) -> None:
        """Drop a block that is still open."""
        if self.verdicts[index] is None:
            self.verdicts[index] = rule

    def assign_role(self, index: int, role: Role) -> None:
        """Speak a block that is still open."""
        if self.verdicts[index] is None:
            self.verdicts[index] = role

    def is_prose(self, index: int) -> bool:
        """Whether a block reads as sentences."""
        return self.prose_mask[index]

    @cached_property
    def prose_mask(self) -> list[bool]:
        """Which blocks read as sentences: eight words or more that end in a stop, or forty however they end."""
        return [
            words >= 8 and (words >= 40 or ends_sentence(block.text)) and block.kind is not BlockKind.HEADING
            for block, words in zip(self.blocks, self.word_counts, strict=True)
        ]

    def is_long(self, index: int) -> bool:
        """Whether a block is prose of the length that hardly anything but a story has."""
        return self.long_mask[index]

    @cached_property
    def long_mask(self) -> list[bool]:
        """Which blocks are prose of that length."""
        return [
            is_prose and words >= _LONG_WORDS
            for is_prose, words in zip(self.prose_mask, self.word_counts, strict=True)
        ]

    @cached_property
    def phrases(self) -> LanguagePhrases:
        """The phrases of the page's language."""
        return load_phrases(self.language)

    @property
    def function_words(self) -> frozenset[str]:
        """The function words of the page's language."""
        return load_function_words()[self.language]

    @cached_property
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
                words.update(dict.fromkeys(block.hints, self.word_counts[index]))
                total += self.word_counts[index]
        return {hint: count / total for hint, count in words.items()}

    def is_end_heading(self, index: int) -> bool:
        """Whether a block reads like the heading of what follows a story: "Related", "More from Asia"."""
        return index in self.end_headings

    @cached_property
    def end_headings(self) -> frozenset[int]:
        """The blocks that read so."""
        return frozenset(
            index
            for index, block in enumerate(self.blocks)
            if self.word_counts[index] <= _MAX_END_HEADING_WORDS
            and self.phrases.end.find_rule(normalize_line(block.text))
        )

    def is_question(self, index: int) -> bool:
        """Whether a block is one question and no more."""
        text = self.blocks[index].text
        return text.endswith("?") and self.word_counts[index] <= _LONG_WORDS

    def find_copies(self, index: int) -> list[int]:
        """The blocks with the same words, in order, itself among them."""
        return self._copies_by_text[self.normalized_texts[index]]

    @cached_property
    def _copies_by_text(self) -> dict[str, list[int]]:
        places: dict[str, list[int]] = {}
        for index, same in enumerate(self.normalized_texts):
            places.setdefault(same, []).append(index)
        return places

    def count_similar_blocks(self, index: int) -> tuple[int, int, int]:
        """How many other blocks open with the same two words, close with them, and bear the same label ("Q:")."""
        opened, closed, labelled = self._pattern_counts
        words, label = self.tokens[index], self.find_label(index)
        return (
            opened[words[0], words[1]] - 1 if len(words) > 2 else 0,
            closed[words[-2], words[-1]] - 1 if len(words) > 2 else 0,
            labelled[label] - 1 if label else -1,
        )

    def find_label(self, index: int) -> str:
        """Who speaks, or what a block is about, if it begins by saying so ("Q: "); else nothing."""
        text = self.blocks[index].text
        found = _LABEL.match(text) if ": " in text else None
        return found[0] if found else ""

    @cached_property
    def _pattern_counts(self) -> tuple[Counter[tuple[str, str]], Counter[tuple[str, str]], Counter[str]]:
        lines = [words for words in self.tokens if len(words) > 2]
        labels = [self.find_label(index) for index in range(len(self.blocks))]
        return (
            Counter([(words[0], words[1]) for words in lines]),
            Counter([(words[-2], words[-1]) for words in lines]),
            Counter(filter(None, labels)),
        )

    def measure_containment(self, index: int) -> tuple[float, int]:
        """Share of a block's runs of four words that another block has too, and the block that has the first.

        Long blocks are looked at in five places; a block of fewer words is found nowhere.
        """
        if index not in self._containment_cache:
            self._containment_cache[index] = self._compute_containment(index)
        return self._containment_cache[index]

    def _compute_containment(self, index: int) -> tuple[float, int]:
        words = self.tokens[index]
        if len(words) < _NGRAM_SIZE:
            return 0.0, index
        firsts, lasts = self._ngram_index
        runs = _sample_ngrams(words)
        others = (lasts.get(run, index) if firsts[run] == index else firsts[run] for run in runs)
        found = [other for other in others if other != index]
        return len(found) / len(runs), found[0] if found else index

    def ngram_overlap(self, index: int, other: int) -> float:
        """Share of all of a block's runs of four words that another block has."""
        own, others = (
            list(zip(*(self.tokens[at][step:] for step in range(_NGRAM_SIZE)), strict=False))
            for at in (index, other)
        )
        return sum(run in others for run in own) / len(own) if own else 0.0

    @cached_property
    def _ngram_index(self) -> tuple[dict[tuple[str, ...], int], dict[tuple[str, ...], int]]:
        """For every run that is looked at the first block that has it, and the last one if that is another."""
        looked_at = {run for words in self.tokens for run in _sample_ngrams(words)}
        firsts: dict[tuple[str, ...], int] = {}
        lasts: dict[tuple[str, ...], int] = {}
        for index, words in enumerate(self.tokens):
            for run in zip(words, words[1:], words[2:], words[3:], strict=False):
                if run in looked_at and firsts.setdefault(run, index) != index:
                    lasts[run] = index
        return firsts, lasts

    def is_fragment(self, index: int) -> bool:
        """Whether a block is no sentence: it ends in no mark at all."""
        text = self.blocks[index].text
        return text[-1:] not in _STOPS and (
            text[-1:].isalnum() or not _ENDS_IN_STOP.search(text[-_QUOTATION_WINDOW:])
        )


def _split_and_intern(lines: Iterable[str]) -> list[list[str]]:
    """The words of every line, those that are the same as one string: a long page has few that are not."""
    known: dict[str, str] = {}
    return [list(map(known.setdefault, words, words)) for words in map(str.split, lines)]


def _sample_ngrams(words: list[str]) -> list[tuple[str, ...]]:
    """The runs of four words at a block's five places."""
    return [tuple(words[at : at + _NGRAM_SIZE]) for at in _sample_positions(len(words) - _NGRAM_SIZE)]


@cache
def _sample_positions(last: int) -> tuple[int, ...]:
    """Where a block is looked at, from its first word to its `last` but three; nowhere where that is before it."""
    return tuple(sorted({last * part // (_SAMPLE_COUNT - 1) for part in range(_SAMPLE_COUNT)})) if last >= 0 else ()


def ends_sentence(text: str) -> bool:
    """Whether a text ends as sentences do, closing quotes and an agency's tag in brackets allowed for."""
    if text[-1:] in _END_MARKS:
        text = text[:-1].rstrip()
    last = text[-1:]
    return last in _FULL_STOPS or (
        not last.isalnum() and _ENDS_IN_FULL_STOP.search(text[-_QUOTATION_WINDOW:]) is not None
    )
