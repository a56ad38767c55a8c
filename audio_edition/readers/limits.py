"""Size limits of a file and of an article; exceeding one raises an error before it costs much time or memory.

For comparison, the Bible has 31,000 verses and four million characters, a long article a hundredth of that.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from audio_edition.errors import UnreadableArticleError
from audio_edition.model import Block

MAX_FILE_BYTES = 2**30
"""Limit of a file, for example a book with its pictures or a page with everything embedded in it."""

_MAX_BLOCKS = 100_000
_MAX_CHARACTERS = 10_000_000
_MAX_LINES = 1_000_000
_MAX_TAGS = 500_000
_MAX_TOKENS = 250_000
"""Limit of Markdown tokens; a paragraph is three and a link four."""


def enforce(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield the blocks of one article. Raises UnreadableArticleError once they are too many or too long."""
    characters = 0
    for number, block in enumerate(blocks):
        characters += len(block.text)
        check_block_count(number)
        _check_count(characters, _MAX_CHARACTERS, "characters of text")
        yield block


def check_block_count(count: int) -> None:
    """Raise UnreadableArticleError if there are more blocks than an article may have."""
    _check_count(count, _MAX_BLOCKS, "paragraphs")


def check_line_count(text: str) -> None:
    """Raise UnreadableArticleError for more lines than any text has."""
    _check_count(text.count("\n"), _MAX_LINES, "lines")


def check_tag_count(text: str) -> None:
    """Raise UnreadableArticleError for more tags than any page has."""
    _check_count(text.count("<"), _MAX_TAGS, "tags")


def check_token_count(count: int) -> None:
    """Raise UnreadableArticleError for more Markdown tokens than any text has."""
    _check_count(count, _MAX_TOKENS, "marks of Markdown")


def _check_count(count: int, most: int, things: str) -> None:
    if count > most:
        raise UnreadableArticleError(
            f"more than {most:,} {things}, which no article has", hint="if it is one, split it into several files"
        )
