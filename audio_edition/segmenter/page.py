"""The page that the rules of the segmenter work on: the blocks of an article and the verdict on each."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from itertools import islice

from audio_edition.languages.sentence_ends import ends_sentence, lacks_final_punctuation
from audio_edition.model import UNSPOKEN_KINDS, Article, Block, BlockKind, Role
from audio_edition.segmenter.language_detection import (
    detect_page_language,
    find_frequent_words,
    is_page_written_in,
    load_function_words,
    split_elisions,
)
from audio_edition.segmenter.ngrams import NgramIndex
from audio_edition.segmenter.normalized_words import normalize_words
from audio_edition.segmenter.phrases import LanguagePhrases, load_phrases, normalize_line
from audio_edition.segmenter.site_boilerplate import NO_SHARED_LINES, SharedLines

_LABEL = re.compile(r"[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,2}: ")
"""The speaker of an interview or the topic of a line: "Q: ", "Best film: "."""

_LOWER_WORD = re.compile(r"(?<![\w@.])[^\W\dA-Z_]+")
_MIN_PROSE_WORDS, _MIN_UNPUNCTUATED_PROSE_WORDS = 8, 40
_LONG_WORDS = 20
_MAX_END_HEADING_WORDS = 12


@dataclass(eq=False, repr=False)
class Page:
    """An article while the rules judge its blocks.

    Rules call `drop` and `assign_role`, which only affect blocks that are still open, so the first rule that judges
    a block decides. Attributes that are lists have one entry per block, in the order of `blocks`.
    """

    article: Article
    """The article as read from its file."""

    shared: SharedLines = NO_SHARED_LINES
    """The lines that other pages of the same folder have too."""

    blocks: tuple[Block, ...] = field(init=False)
    """The blocks of the article."""

    verdicts: list[Role | str | None] = field(init=False)
    """The verdict on each block: its role if it is spoken, the name of the rule that dropped it, None if open."""

    normalized_texts: list[str] = field(init=False)
    """The words of each block without case and punctuation, separated by single spaces."""

    raw_tokens: list[list[str]] = field(init=False)
    """The words of each normalized text."""

    tokens: list[list[str]] = field(init=False)
    """The same words, with the elided articles of the page's language split off ("l'eau" → "l", "eau")."""

    word_counts: list[int] = field(init=False)
    """The number of tokens of each block."""

    language: str = field(init=False)
    """The two-letter code of the language that the page is written in, whatever it declares.

    It is the default language if the page is written in none that has a folder, see `is_language_known`.
    """

    is_language_known: bool = field(init=False)
    """False if the page is written in a language that has no folder."""

    has_markup: bool = field(init=False)
    """True if the format has markup: some block has a landmark around it or is not a plain paragraph."""

    start: int = field(default=0, init=False)
    """The index of the headline, or of the block where the story begins if no headline was found."""

    headline: str | None = field(default=None, init=False)
    """The text of the headline block; None until the rules of the article's head have found it."""

    standfirst: str | None = field(default=None, init=False)
    """The text of the standfirst block, or the standfirst that the file declares; None until found."""

    section: str | None = field(default=None, init=False)
    """The section of the newspaper that is printed above the headline; None until found."""

    kicker: str | None = field(default=None, init=False)
    """The short line above the headline that names the topic or the column; None until found."""

    byline: str | None = field(default=None, init=False)
    """The authors, as in the first byline without "By"; None until found."""

    notice: str | None = field(default=None, init=False)
    """The kind of notice if the page has nothing else, such as "error page"; None for other pages."""

    published: date | None = field(default=None, init=False)
    """The date of the first date line, or of a note about the printed edition; None until found."""

    def __post_init__(self) -> None:
        self.blocks = self.article.blocks
        self.verdicts = [None] * len(self.blocks)
        self.normalized_texts = [normalize_words(block.text) for block in self.blocks]
        self.raw_tokens = _split_and_intern(self.normalized_texts)
        self.language = detect_page_language(self.article.language, self.raw_tokens)
        self.tokens = [split_elisions(words, self.language) for words in self.raw_tokens]
        self.is_language_known = is_page_written_in(self.language, self.tokens)
        self.word_counts = [len(tokens) for tokens in self.tokens]
        self.has_markup = any(b.container or b.kind is not BlockKind.PARAGRAPH for b in self.blocks)

    def collapse_unspoken_runs(self) -> tuple[Page, list[int]]:
        """Return the page with one block for each run of table rows, lines of code and the like.

        The second value gives the index on this page of each block of the new one. Distances are measured in
        blocks, and a table of ten rows should not separate paragraphs more than a table of one row.
        """
        verdicts = self.verdicts
        kept = [
            index
            for index, verdict in enumerate(verdicts)
            if index == 0 or verdict != verdicts[index - 1] or verdict not in UNSPOKEN_KINDS
        ]
        if len(kept) == len(verdicts):
            return self, kept
        collapsed = Page(replace(self.article, blocks=tuple(self.blocks[index] for index in kept)), self.shared)
        collapsed.verdicts = [verdicts[index] for index in kept]
        collapsed.start = bisect_left(kept, self.start)
        collapsed.headline = self.headline
        return collapsed, kept

    def open_blocks(self, start: int = 0) -> Iterator[tuple[int, Block]]:
        """Yield the index and the block of each open block from index `start` on."""
        verdicts = self.verdicts
        for index, block in enumerate(islice(self.blocks, start, None), start):
            if verdicts[index] is None:
                yield index, block

    def is_open(self, index: int) -> bool:
        """Return True if there is no verdict on a block yet."""
        return self.verdicts[index] is None

    def drop(self, index: int, rule: str) -> None:
        """Drop a block by the rule of this name if the block is still open."""
        if self.verdicts[index] is None:
            self.verdicts[index] = rule

    def reopen(self, index: int) -> None:
        """Take back the verdict on a block, so that it is open again."""
        self.verdicts[index] = None

    def assign_role(self, index: int, role: Role) -> None:
        """Mark a block as spoken in this role if the block is still open."""
        if self.verdicts[index] is None:
            self.verdicts[index] = role

    def is_prose(self, index: int) -> bool:
        """Return True if a block consists of sentences, see `prose_mask`."""
        return self.prose_mask[index]

    @cached_property
    def prose_mask(self) -> list[bool]:
        """True for each block that is prose: at least 8 words that end a sentence, or at least 40 words.

        A heading is never prose.
        """
        return [
            words >= _MIN_PROSE_WORDS
            and (words >= _MIN_UNPUNCTUATED_PROSE_WORDS or ends_sentence(block.text))
            and block.kind is not BlockKind.HEADING
            for block, words in zip(self.blocks, self.word_counts, strict=True)
        ]

    def is_long(self, index: int) -> bool:
        """Return True if a block is a long paragraph, see `long_mask`."""
        return self.long_mask[index]

    @cached_property
    def long_mask(self) -> list[bool]:
        """True for each long paragraph: prose of at least 20 words, which hardly occurs outside stories."""
        return [
            is_prose and words >= _LONG_WORDS
            for is_prose, words in zip(self.prose_mask, self.word_counts, strict=True)
        ]

    def is_fragment(self, index: int) -> bool:
        """Return True if a block is not a sentence: it ends with no punctuation mark."""
        return lacks_final_punctuation(self.blocks[index].text)

    def is_question(self, index: int) -> bool:
        """Return True if a block is a short text that ends with a question mark."""
        text = self.blocks[index].text
        return text.endswith("?") and self.word_counts[index] <= _LONG_WORDS

    @cached_property
    def phrases(self) -> LanguagePhrases:
        """The phrases of the page's language."""
        return load_phrases(self.language)

    @cached_property
    def function_words(self) -> frozenset[str]:
        """The function words of the page's language; if it has no list of them, the page's most frequent words."""
        if self.is_language_known:
            return load_function_words()[self.language]
        return find_frequent_words(self.tokens)

    def has_function_word(self, index: int) -> bool:
        """Return True if a block has a function word, or the page has too little text to tell."""
        return not self.function_words or not self.function_words.isdisjoint(self.tokens[index])

    @cached_property
    def has_elements(self) -> bool:
        """True if the blocks come from HTML and the elements around them are known."""
        return any(block.parent for block in self.blocks)

    def hint_share(self, hint: str) -> float:
        """Return the share, 0 to 1, of the words in long paragraphs whose block has a hint."""
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
        """Return True if a block is worded like a heading behind a story: "Related", "More from Asia"."""
        return index in self.end_headings

    @cached_property
    def end_headings(self) -> frozenset[int]:
        """The indexes of the blocks that are worded like a heading behind a story."""
        return frozenset(
            index
            for index, block in enumerate(self.blocks)
            if self.word_counts[index] <= _MAX_END_HEADING_WORDS
            and self.phrases.end.find_rule(normalize_line(block.text))
        )

    @cached_property
    def lower_words(self) -> frozenset[str]:
        """The words of the page that stand in lower case somewhere, so they are no names."""
        return frozenset(word for block in self.blocks for word in _LOWER_WORD.findall(block.text))

    def find_copies(self, index: int) -> list[int]:
        """Return the indexes of all blocks with the same words as this one, itself included, in order."""
        return self._copies_by_text[self.normalized_texts[index]]

    @cached_property
    def _copies_by_text(self) -> dict[str, list[int]]:
        copies: dict[str, list[int]] = {}
        for index, text in enumerate(self.normalized_texts):
            copies.setdefault(text, []).append(index)
        return copies

    @cached_property
    def ngrams(self) -> NgramIndex:
        """The index for measuring how much of a block other blocks repeat."""
        return NgramIndex(self.tokens)

    def count_similar_blocks(self, index: int) -> tuple[int, int, int]:
        """Count the other blocks with the same first two words, the same last two words, and the same label.

        The first two counts are 0 for a block of fewer than three words; the third is −1 for a block without label.
        """
        openings, endings, labels = self._pattern_counts
        words, label = self.tokens[index], self.find_label(index)
        return (
            openings[words[0], words[1]] - 1 if len(words) > 2 else 0,
            endings[words[-2], words[-1]] - 1 if len(words) > 2 else 0,
            labels[label] - 1 if label else -1,
        )

    def find_label(self, index: int) -> str:
        """Return the label that a block begins with, a speaker or a topic ("Q: "); "" if it has none."""
        text = self.blocks[index].text
        match = _LABEL.match(text) if ": " in text else None
        return match[0] if match else ""

    @cached_property
    def _pattern_counts(self) -> tuple[Counter[tuple[str, str]], Counter[tuple[str, str]], Counter[str]]:
        lines = [words for words in self.tokens if len(words) > 2]
        labels = [self.find_label(index) for index in range(len(self.blocks))]
        return (
            Counter([(words[0], words[1]) for words in lines]),
            Counter([(words[-2], words[-1]) for words in lines]),
            Counter(filter(None, labels)),
        )


def _split_and_intern(lines: Iterable[str]) -> list[list[str]]:
    """Return the words of each line, equal words as one object, because most words of a long page recur."""
    known: dict[str, str] = {}
    return [list(map(known.setdefault, words, words)) for words in map(str.split, lines)]
