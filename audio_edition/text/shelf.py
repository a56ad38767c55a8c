"""Articles put away on disk between reading and segmenting, so that memory does not grow with their number."""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from contextlib import AbstractContextManager
from tempfile import SpooledTemporaryFile
from types import TracebackType

from audio_edition.model import Article

_IN_MEMORY = 8 * 2**20
"""Bytes that stay in memory: a weekly issue does, a thousand pages do not."""


class Shelf(AbstractContextManager["Shelf"]):
    """Holds articles in a temporary file of this process, in the order in which they were put there."""

    def __init__(self) -> None:
        self._file = SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115 - the shelf is the context manager
        self._count = 0

    def put(self, article: Article) -> None:
        """Add one more."""
        pickle.dump(article, self._file, pickle.HIGHEST_PROTOCOL)
        self._count += 1

    def __iter__(self) -> Iterator[Article]:
        """Each article, read again as it is asked for."""
        self._file.seek(0)
        for _ in range(self._count):
            yield pickle.load(self._file)  # noqa: S301 - this process wrote it, to a file without a name

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()
