"""Context features of a block: the length, ending, verdict and kind of chrome of the blocks around it."""

from __future__ import annotations

from itertools import chain

import numpy as np

from audio_edition.model import UNSPOKEN_KINDS, Role
from audio_edition.segmenter.classifier.block_features import DATELINE, is_credit
from audio_edition.segmenter.classifier.windows import FloatArray, IndexArray, neighbour_values
from audio_edition.segmenter.page import Page

HEAD_RULES = frozenset({"byline", "date line", "headline again"})
"""Rules that drop lines of the story's own head."""

_MARKUP_RULES = frozenset(
    {"reader comments", "navigation", "beside the story", "page footer", "form", "links", *UNSPOKEN_KINDS}
)
_RULE_GROUPS = (
    frozenset({"byline"}),
    frozenset({"date line"}),
    frozenset({"photo credit"}),
    frozenset({"story teaser", "share links", "listen prompt"}),
    frozenset({"newsletter sign-up", "subscription offer", "advertising notice", "consent notice"}),
    frozenset({"agency credit", "copyright notice", "print note"}),
)
"""Groups of rules whose verdicts say something about the neighbours of a block: a caption stands above its credit,
a teaser above its date."""

_NO_RULE_GROUP = (0,) * len(_RULE_GROUPS)
_GROUPS_OF_RULE: dict[str | None, tuple[int, ...]] = {
    rule: tuple(int(rule in rules) for rules in _RULE_GROUPS) for rule in frozenset().union(*_RULE_GROUPS)
}
_SUMMARY_SIZE, _CREDIT_COLUMN = 7, 4
_NEIGHBOUR_OFFSETS = np.array([-3, -2, -1, 1, 2, 3])


def extract_context_features(page: Page, rows: IndexArray) -> FloatArray:
    """Return features of the three blocks on either side of each row, shape (rows, features).

    The first column tells whether the row itself is a picture credit.
    """
    count = len(page.blocks)
    near = set(chain.from_iterable((rows[:, None] + [0, *_NEIGHBOUR_OFFSETS]).tolist()))
    wanted = list(near.intersection(range(count)))
    summaries = np.zeros((count, _SUMMARY_SIZE + len(_RULE_GROUPS)))
    summaries[wanted] = [_summarize_block(page, index) for index in wanted]
    return np.concatenate(
        [summaries[rows, _CREDIT_COLUMN, None], neighbour_values(summaries, rows, _NEIGHBOUR_OFFSETS)], axis=1
    )


def _summarize_block(page: Page, index: int) -> tuple[float, ...]:
    """Return the features that a block contributes to its neighbours."""
    text, words, verdict = page.blocks[index].text, page.word_counts[index], page.verdicts[index]
    return (
        words,
        page.prose_mask[index],
        text[-1:] == ":",
        _verdict_code(verdict),
        words > 1 and is_credit(text, words),
        words > 9 and DATELINE.match(text) is not None,
        page.is_fragment(index),
        *_GROUPS_OF_RULE.get(verdict, _NO_RULE_GROUP),
    )


def _verdict_code(verdict: Role | str | None) -> int:
    """Return the kind of a verdict as a number: open, spoken, or dropped by one of four kinds of rule."""
    if verdict is None:
        return 0
    if isinstance(verdict, Role):
        return 1
    if verdict.startswith("repeated"):
        return 5
    return 2 if verdict in HEAD_RULES else 3 if verdict in _MARKUP_RULES else 4
