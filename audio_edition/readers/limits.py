"""What no article has so much of: a file that has is refused in one line before it costs what it could.

The Bible has 31,000 verses and four million characters, a long article a hundredth of that.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from audio_edition.errors import UnreadableArticleError
from audio_edition.model import Block

FILE_BYTES = 2**30
"""A book with its pictures, a page with all that is on it."""

_BLOCKS = 100_000
_CHARACTERS = 10_000_000
_LINES = 1_000_000
_TAGS = 500_000
_TOKENS = 250_000
"""Of Markdown, in which a paragraph is three and a link four."""


def within(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks of one article as they come. Raises UnreadableArticleError where they are no article's."""
    characters = 0
    for number, block in enumerate(blocks):
        characters += len(block.text)
        require_blocks(number)
        _require(characters, _CHARACTERS, "characters of text")
        yield block


def require_blocks(count: int) -> None:
    """Raise UnreadableArticleError for more blocks than any article has."""
    _require(count, _BLOCKS, "paragraphs")


def require_lines(text: str) -> None:
    """Raise UnreadableArticleError for more lines than any text has."""
    _require(text.count("\n"), _LINES, "lines")


def require_tags(text: str) -> None:
    """Raise UnreadableArticleError for more tags than any page has."""
    _require(text.count("<"), _TAGS, "tags")


def require_tokens(count: int) -> None:
    """Raise UnreadableArticleError for more marks of Markdown than any text has."""
    _require(count, _TOKENS, "marks of Markdown")


def _require(count: int, most: int, things: str) -> None:
    if count > most:
        raise UnreadableArticleError(
            f"more than {most:,} {things}, which no article has", hint="if it is one, part it into several files"
        )
