"""Warn of pages on which much of the prose was dropped, because a part of the story may be among it."""

from __future__ import annotations

from collections import Counter

from audio_edition.model import BlockKind, Role
from audio_edition.segmenter.page import Page

_MIN_SHARE = 1 / 3
"""The share of the words of long paragraphs whose loss is reported.

On 3% of the labelled pages from which no narrative was dropped, so much prose of other kinds was. Of the pages that
lost a third of their narrative, it finds three quarters.
"""

_CHROME_RULES = (
    "navigation",
    "page footer",
    "reader comments",
    "consent notice",
    "repeated on",
    "said twice",
    "you asked",
    BlockKind.IMPRINT,
    BlockKind.CONTENTS,
    BlockKind.RUNNING_HEAD,
)
"""Beginnings of the names of rules that hardly ever drop a story, or that the user wrote."""


def find_warnings(page: Page) -> tuple[str, ...]:
    """Return a warning if a third or more of a page's prose was dropped, with the rule that dropped most of it."""
    dropped: Counter[str] = Counter()
    spoken = 0
    for index, verdict in enumerate(page.verdicts):
        if not page.is_long(index):
            continue
        if isinstance(verdict, Role):
            spoken += page.word_counts[index]
        elif not str(verdict).startswith(_CHROME_RULES):
            dropped[str(verdict)] += page.word_counts[index]
    share = dropped.total() / max(1, dropped.total() + spoken)
    if share < _MIN_SHARE:
        return ()
    ((rule, _),) = dropped.most_common(1)
    found = f"{share:.0%} of the page's prose was dropped, most of it by the rule “{rule}”"
    return (f"{found}: look with `audio-edition segment {page.article.source}`",)
