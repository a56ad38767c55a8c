"""Spools articles to disk between reading and segmenting, so that memory does not grow with their number."""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from contextlib import AbstractContextManager
from tempfile import SpooledTemporaryFile
from types import TracebackType

from audio_edition.model import Article

MAX_BLOCKS_IN_MEMORY = 5_000
"""About 6 MB: a weekly issue stays in memory, a thousand pages do not."""


class ArticleSpool(AbstractContextManager["ArticleSpool"]):
    """Holds articles in order: the first `in_memory` blocks in memory, the other articles in a temporary file."""

    def __init__(self, in_memory: int = MAX_BLOCKS_IN_MEMORY) -> None:
        self._blocks_left = in_memory
        self._articles: list[Article] = []
        self._file = SpooledTemporaryFile(2**20)  # noqa: SIM115 - the spool is the context manager
        self._spooled_count = 0

    def put(self, article: Article) -> None:
        """Add an article at the end."""
        self._blocks_left -= len(article.blocks)
        if self._blocks_left >= 0:
            self._articles.append(article)
        else:
            pickle.dump(article, self._file, pickle.HIGHEST_PROTOCOL)
            self._spooled_count += 1

    def __iter__(self) -> Iterator[Article]:
        """Yield the articles in order; those in the file are loaded one by one."""
        yield from self._articles
        self._file.seek(0)
        for _ in range(self._spooled_count):
            yield pickle.load(self._file)  # noqa: S301 - this process wrote it, to a file without a name

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()
