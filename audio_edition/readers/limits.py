"""What no article has so much of: a file that has is refused in one line before it costs what it could.

The Bible has 31,000 verses and four million characters, a long article a hundredth of that.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from audio_edition.errors import UnreadableArticleError
from audio_edition.model import Block

MAX_FILE_BYTES = 2**30
"""A book with its pictures, a page with all that is on it."""

_MAX_BLOCKS = 100_000
_MAX_CHARACTERS = 10_000_000
_MAX_LINES = 1_000_000
_MAX_TAGS = 500_000
_MAX_TOKENS = 250_000
"""Of Markdown, in which a paragraph is three and a link four."""


def enforce(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks of one article as they come. Raises UnreadableArticleError where they are no article's."""
    characters = 0
    for number, block in enumerate(blocks):
        characters += len(block.text)
        check_block_count(number)
        _check_count(characters, _MAX_CHARACTERS, "characters of text")
        yield block


def check_block_count(count: int) -> None:
    """Raise UnreadableArticleError for more blocks than any article has."""
    _check_count(count, _MAX_BLOCKS, "paragraphs")


def check_line_count(text: str) -> None:
    """Raise UnreadableArticleError for more lines than any text has."""
    _check_count(text.count("\n"), _MAX_LINES, "lines")


def check_tag_count(text: str) -> None:
    """Raise UnreadableArticleError for more tags than any page has."""
    _check_count(text.count("<"), _MAX_TAGS, "tags")


def check_token_count(count: int) -> None:
    """Raise UnreadableArticleError for more marks of Markdown than any text has."""
    _check_count(count, _MAX_TOKENS, "marks of Markdown")


def _check_count(count: int, most: int, things: str) -> None:
    if count > most:
        raise UnreadableArticleError(
            f"more than {most:,} {things}, which no article has", hint="if it is one, part it into several files"
        )
