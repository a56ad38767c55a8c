"""A page in numbers, a row a block: its own signs, its place, what it shares with other blocks, its neighbours."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from itertools import accumulate

import numpy as np
import numpy.typing as npt

from audio_edition.model import UNSPOKEN_KINDS, Role
from audio_edition.text.segmenter.page import Page, same_words
from audio_edition.text.segmenter.signs import CREDIT, DATELINE, signs

Rows = npt.NDArray[np.float64]

HINTS = (
    "story caption related sign-up share advertisement comments quotation byline date standfirst headline menu"
    " topics notice embed"
).split()
_FAR = 40
_BYLINE_WORDS = frozenset("staff reporter writer editor correspondent news updated published".split())
_SPAN = 4
"""Neighbours on either side whose signs a row repeats."""

_REPEATED = (0, 2, 11, 16)
"""The signs repeated of neighbours: length, full stop, capitals, function words."""

_MARKUP_RULES = frozenset({"navigation", "beside the story", "page footer", "form", "links", *UNSPOKEN_KINDS})
_HEAD_RULES = frozenset({"byline", "date line", "headline again"})
_COMPANY = (
    frozenset({"byline"}),
    frozenset({"date line"}),
    frozenset({"photo credit"}),
    frozenset({"story teaser", "share links", "listen prompt"}),
    frozenset({"newsletter sign-up", "subscription offer", "advertising notice", "consent notice"}),
    frozenset({"agency credit", "copyright notice", "print note"}),
)
"""Kinds of chrome whose neighbours are telling: a caption stands above its credit, a teaser above its date."""

_NEAR = (-2, -1, 1, 2)
_CREDIT_WORDS = 9


def features(page: Page) -> Rows:
    """Numbers of every block, shape (blocks, features); the rules that came before count as signs."""
    long = [page.is_long(index) for index in range(len(page.blocks))]
    verdicts = np.array([_verdict(verdict) for verdict in page.verdicts], float)
    own = np.array(
        [signs(block, words, page.function_words) for block, words in zip(page.blocks, page.tokens, strict=True)],
        float,
    )
    base = np.column_stack(
        [
            own,
            verdicts,
            np.array([_repetition(page, index) for index in range(len(page.blocks))], float),
            np.array(_overlap(page, long), float),
            np.array(_markup(page, long), float),
            np.array(_place(page, long), float),
            np.array(_runs(page), float),
            np.array(_names(page), float),
        ]
    )
    near = np.column_stack([own[:, _REPEATED], verdicts.any(axis=1)])
    return np.column_stack([base, *_neighbours(near), *_company(page)])


def _verdict(verdict: Role | str | None) -> list[bool]:
    """What kind of rule has judged a block already."""
    if isinstance(verdict, Role):
        return [True, False, False, False, False]
    if verdict is None:
        return [False] * 5
    repeated = verdict.startswith("repeated")
    return [
        False,
        verdict in _HEAD_RULES,
        verdict in _MARKUP_RULES,
        repeated,
        not repeated and verdict not in _MARKUP_RULES and verdict not in _HEAD_RULES,
    ]


def _repetition(page: Page, index: int) -> list[float]:
    """Copies on the page and on its sisters, and how much of the block other blocks contain."""
    copies = [other for other in page.copies(index) if other != index]
    share, elsewhere, other = page.containment(index)
    return [
        len(copies),
        min((abs(other - index) for other in copies), default=_FAR),
        bool(copies) and copies[0] < index,
        min(5, page.shared.lines.get(page.same[index], 0)),
        share,
        elsewhere,
        min(_FAR, abs(other - index)) if share else _FAR,
        share > 0 and other > index,
        min(5.0, page.words[other] / max(1, page.words[index])) if share else 0,
        page.is_end(index),
        page.is_question(index),
    ]


def _overlap(page: Page, long: Sequence[bool]) -> list[list[float]]:
    """Share of a block's content words that the story, and the headline, use too."""
    content = [{w for w in words if len(w) > 3 and w not in page.function_words} for words in page.tokens]
    used = Counter(word for words, is_long in zip(content, long, strict=True) if is_long for word in words)
    headline = set(page.tokens[page.start]) if page.headline and page.blocks else set()
    rows = []
    for words, is_long in zip(content, long, strict=True):
        count = max(1, len(words))
        others = [used[word] - is_long for word in words]
        rows.append(
            [
                sum(n > 0 for n in others) / count if words else -1,
                sum(n > 1 for n in others) / count if words else -1,
                len(words & headline) / count,
            ]
        )
    return rows


def _markup(page: Page, long: Sequence[bool]) -> list[list[float]]:
    """Hints and landmarks, counted as strange where the story's own paragraphs do not have them."""
    total = sum(n for n, is_long in zip(page.words, long, strict=True) if is_long) or 1
    containers: Counter[str] = Counter()
    parents: Counter[int] = Counter()
    for block, count, is_long in zip(page.blocks, page.words, long, strict=True):
        if is_long:
            containers[block.container] += count
            parents[block.parent] += count
    rows = []
    for index, block in enumerate(page.blocks):
        strange = [_strangeness(hint in block.hints, page.hint_share(hint)) for hint in HINTS]
        rows.append(
            [
                *strange,
                sum(page.hint_share(hint) < 0.1 for hint in block.hints),
                sum(page.hint_share(hint) > 0.7 for hint in HINTS if hint not in block.hints),
                containers[block.container] / total,
                parents[block.parent] / total,
                index > 0 and page.blocks[index - 1].parent == block.parent,
                index + 1 < len(page.blocks) and page.blocks[index + 1].parent == block.parent,
            ]
        )
    return rows


def _strangeness(has: bool, share: float) -> int:
    if has:
        return 2 if share < 0.3 else 1
    return -1 if share > 0.5 else 0


def _place(page: Page, long: Sequence[bool]) -> list[list[float]]:
    """How far down the page, how much of the story lies before and behind, how near its paragraphs are."""
    count = len(page.blocks)
    weights = [n if is_long else 0 for n, is_long in zip(page.words, long, strict=True)]
    total = sum(weights) or 1
    before = [0, *accumulate(weights)]
    ends = [index for index in range(count) if page.is_end(index)]
    rows = []
    for index in range(count):
        back = [other for other in range(index - 1, max(-1, index - _FAR), -1) if long[other]]
        ahead = [other for other in range(index + 1, min(count, index + _FAR)) if long[other]]
        passed = [end for end in ends if end <= index]
        to_come = next((end for end in ends if end > index), None)
        rows.append(
            [
                index / count,
                min(60, index),
                min(60, count - index),
                before[index] / total,
                (total - before[index + 1]) / total,
                math.log1p(total),
                math.log1p(count),
                min(60, index - page.start) if page.headline else -1,
                index - back[0] if back else _FAR + 1,
                ahead[0] - index if ahead else _FAR + 1,
                len(back),
                len(ahead),
                sum(index - other <= 6 for other in back),
                sum(other - index <= 6 for other in ahead),
                min(60, index - passed[-1]) if passed else 61,
                min(60, to_come - index) if to_come is not None else 61,
                sum(before[end] > 0.3 * total for end in passed),
            ]
        )
    return rows


def _runs(page: Page) -> list[list[int]]:
    """Length of the run of prose, or of other lines, a block stands in, and its place in it."""
    rows: list[list[int]] = []
    prose = [page.is_prose(index) for index in range(len(page.blocks))]
    start = 0
    while start < len(prose):
        end = start
        while end < len(prose) and prose[end] == prose[start]:
            end += 1
        length = min(_FAR, end - start)
        rows += [
            [prose[start], length, min(_FAR, index - start), min(_FAR, end - 1 - index)]
            for index in range(start, end)
        ]
        start = end
    return rows


def _names(page: Page) -> list[list[float]]:
    """Whether a block names the author, and first of all; the share of its words that chrome on this page uses."""
    lines = [page.tokens[i] for i, verdict in enumerate(page.verdicts) if verdict == "byline"]
    author = {word for words in (*lines, same_words(page.article.byline or "").split()) for word in words[:8]}
    author = {word for word in author if len(word) > 2} - page.function_words - _BYLINE_WORDS
    dropped = Counter(
        word
        for words, verdict in zip(page.tokens, page.verdicts, strict=True)
        if isinstance(verdict, str) and verdict not in _HEAD_RULES
        for word in set(words)
        if len(word) > 3 and word not in page.function_words
    )
    rows = []
    for words in page.tokens:
        content = [word for word in words if len(word) > 3 and word not in page.function_words]
        count = max(1, len(content))
        rows.append(
            [
                sum(word in author for word in words[:6]),
                sum(word in author for word in words),
                sum(word in dropped for word in content) / count,
                sum(dropped[word] > 2 for word in content) / count,
            ]
        )
    return rows


def _company(page: Page) -> list[Rows]:
    """What kind of chrome, and which marks of speech and place, the two blocks on either side show."""
    shown = np.zeros((len(page.blocks), len(_COMPANY) + 3))
    for index, (block, verdict) in enumerate(zip(page.blocks, page.verdicts, strict=True)):
        for column, rules in enumerate(_COMPANY):
            shown[index, column] = verdict in rules
        few = page.words[index] <= _CREDIT_WORDS
        shown[index, -3] = few and CREDIT.search(block.text) is not None
        shown[index, -2] = block.text[-1:] == ":"
        shown[index, -1] = not few and DATELINE.match(block.text[:80]) is not None
    return [shown[:, -3:], *(_shifted(shown, step) for step in _NEAR)]


def _shifted(rows: Rows, step: int) -> Rows:
    """The rows of the neighbours `step` blocks on, −1 beyond the page."""
    shifted = np.full_like(rows, -1.0)
    if step > 0:
        shifted[: max(0, len(rows) - step)] = rows[step:]
    else:
        shifted[-step:] = rows[: max(0, len(rows) + step)]
    return shifted


def _neighbours(near: Rows) -> list[Rows]:
    """The signs of the blocks before and behind, −2 beyond the page."""
    shifted = []
    for step in range(1, _SPAN + 1):
        ahead, behind = np.full_like(near, -2.0), np.full_like(near, -2.0)
        behind[step:] = near[: max(0, len(near) - step)]
        ahead[: max(0, len(near) - step)] = near[step:]
        shifted += [behind, ahead]
    return shifted
