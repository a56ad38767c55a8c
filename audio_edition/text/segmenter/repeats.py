"""Repetition: what other pages of the folder say too, and what this page says twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from audio_edition.model import Article, Block, BlockKind
from audio_edition.text.segmenter.page import Page, Shared, ends_sentence, same_words

_FEWEST_WORDS = 3
_QUOTE_WORDS = 5
_CONTAINED = 0.95
_OPENING_QUOTES = '"“‘„‚«»‹›'
_PARAGRAPH_AT_MOST = 200
"""Words; what is longer is a second copy of the whole story, not a paragraph."""
_PARAGRAPH_WORDS = 12


def shared_lines(articles: Sequence[Article]) -> list[Shared]:
    """For each article what it shares with the others; a page that repeats most of another's story is a copy of it.

    Above the story only what stands above other stories counts: this page's headline is a teaser at their foot.
    """
    same = [[same_words(block.text) for block in article.blocks] for article in articles]
    heads = [_head(article.blocks) for article in articles]
    anywhere, above, stories = (
        _index(parts)
        for parts in (
            same,
            [lines[:head] for lines, head in zip(same, heads, strict=True)],
            [_paragraphs(article, lines) for article, lines in zip(articles, same, strict=True)],
        )
    )
    found = []
    for number, (lines, article) in enumerate(zip(same, articles, strict=True)):
        copies = _copies(number, _paragraphs(article, lines), stories) | {number}
        shared = {line: len(anywhere[line] - copies) for line in set(lines)}
        found.append(
            Shared(
                lines={line: count for line, count in shared.items() if count},
                heads=frozenset(line for line in set(lines[: heads[number]]) if above[line] - copies),
            )
        )
    return found


def _index(pages: list[list[str]]) -> dict[str, set[int]]:
    """On which pages each line stands."""
    index: dict[str, set[int]] = {}
    for number, lines in enumerate(pages):
        for line in lines:
            index.setdefault(line, set()).add(number)
    return index


def _paragraphs(article: Article, lines: list[str]) -> list[str]:
    return [line for line, block in zip(lines, article.blocks, strict=True) if _is_paragraph(block.text)]


def _copies(number: int, paragraphs: list[str], stories: dict[str, set[int]]) -> set[int]:
    """The other pages that have more than half of these paragraphs."""
    common = Counter(other for line in set(paragraphs) for other in stories[line] if other != number)
    return {other for other, count in common.items() if count * 2 > len(set(paragraphs))}


def drop_recurring(page: Page) -> None:
    """Drop what stands word for word on another page: publishers repeat their chrome, hardly ever a sentence."""
    declared = {same_words(text) for text in (page.article.headline, page.article.standfirst) if text}
    head = _head(page.blocks)
    for index, block in page.open_blocks():
        words = page.same[index]
        recurring = words in (page.shared.heads if index < head else page.shared.lines)
        if recurring and block.level != 1 and page.words[index] >= _FEWEST_WORDS and words not in declared:
            page.drop(index, "repeated on other pages of this edition")


def _head(blocks: Sequence[Block]) -> int:
    """How many blocks stand above the first that reads as a story's paragraph."""
    return next((i for i, block in enumerate(blocks) if _is_paragraph(block.text)), len(blocks))


def _is_paragraph(text: str) -> bool:
    return len(text.split()) >= _PARAGRAPH_WORDS and ends_sentence(text)


def drop_pull_quotes(page: Page) -> None:
    """Drop what is printed twice in a row, and the quotation whose words a longer paragraph has too.

    A short line that is doubled is a caption, once for the picture and once for its description: both go.
    """
    for index, block in page.open_blocks():
        if page.words[index] < _QUOTE_WORDS:
            continue
        if index and page.same[index] == page.same[index - 1]:
            page.drop(index, "said twice on the page")
            if not page.is_long(index):
                page.drop(index - 1, "said twice on the page")
        elif block.kind is BlockKind.QUOTATION or block.text[0] in _OPENING_QUOTES:
            share, _, other = page.containment(index)
            if (
                share >= _CONTAINED
                and page.words[index] < page.words[other] <= _PARAGRAPH_AT_MOST
                and page.is_long(other)
            ):
                page.drop(index, "pull quote or caption: repeats the story")
