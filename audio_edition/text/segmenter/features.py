"""A page in numbers, a row a block: its own signs, its place, what it shares with other blocks, its company.

Only blocks near prose get a row (`judged`); menus far from it need no judgement.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from audio_edition.model import UNSPOKEN_KINDS, Role
from audio_edition.text.segmenter.neighbours import opening
from audio_edition.text.segmenter.page import Page, same_words
from audio_edition.text.segmenter.signs import DATELINE, ENGLISH, TONE, is_credit, signs

Rows = npt.NDArray[np.float32]
Numbers = npt.NDArray[np.float64]

HINTS = (
    "story caption related sign-up share advertisement comments quotation byline date standfirst headline menu"
    " topics notice embed"
).split()
_FAR = 40
FEWEST_WORDS = 3
"""What is shorter is judged by what stands around it."""

_NEAR_PROSE = 15
"""Blocks to the next prose, beyond which a block is furniture."""

_BYLINE_WORDS = frozenset("staff reporter writer editor correspondent news updated published".split())
_MARKUP_RULES = frozenset(
    {"reader comments", "navigation", "beside the story", "page footer", "form", "links", *UNSPOKEN_KINDS}
)
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

_KIND_OF_RULE = {rule: kind for kind, rules in enumerate(_COMPANY) for rule in rules}
_COMPANY_SIGNS, _CREDIT = 7, 4
_STEPS = (-3, -2, -1, 1, 2, 3)


def judged(page: Page) -> list[int]:
    """The open blocks that need a judgement: more than a word or two, and prose not far."""
    prose = np.array([page.is_prose(index) for index in range(len(page.blocks))], bool)
    near = np.convolve(prose, np.ones(2 * _NEAR_PROSE + 1), "same")[: len(prose)] if len(prose) else prose
    return [index for index, _ in page.open_blocks() if near[index] > 0.5 and page.words[index] >= FEWEST_WORDS]


def fixed_features(page: Page, rows: Sequence[int], *, in_english: bool) -> Rows:
    """What is known of the blocks `rows` whatever is guessed of the others, shape (rows, features).

    The rules that came before count as signs; what English words tell is left at 0 for other languages.
    """
    own = np.array([signs(page.blocks[i], page.tokens[i], page.function_words) for i in rows], float)
    if not in_english:
        own[:, -ENGLISH:] = 0
    here = [_repetition(page, i) + overlap for i, overlap in zip(rows, _overlap(page, rows), strict=True)]
    parts = [own, _tone(page, rows, own), np.array(here, float), _place(page)[rows], _near(page, rows)[rows]]
    if page.has_elements:
        parts.append(_markup(page)[rows])
    return np.column_stack(parts).astype(np.float32)


def guess_features(page: Page, rows: Sequence[int], likeness: Numbers) -> Rows:
    """Where on the page the story lies by a guess for every block, seen from the blocks `rows`."""
    near = [_shifted(likeness, step) for step in (-4, *_STEPS, 4)]
    return np.column_stack([*near, *_spread(page, likeness)]).astype(np.float32)[rows]


def _tone(page: Page, rows: Sequence[int], own: Numbers) -> Numbers:
    """How the long paragraphs of the page are written on average, and how far each block is from that."""
    tone = own[:, TONE]
    long = [at for at, index in enumerate(rows) if page.is_long(index)]
    average = tone[long].mean(axis=0) if long else np.zeros(len(TONE))
    return np.column_stack([np.broadcast_to(average, tone.shape), tone - average])


def _repetition(page: Page, index: int) -> list[float]:
    """Copies on the page and on its sisters, and how much of the block other blocks contain."""
    copies = page.copies(index)
    others = [abs(other - index) for other in copies if other != index]
    share, other = page.containment(index)
    shared = page.shared
    return [
        len(others),
        min(others, default=_FAR),
        copies[0] < index,
        min(5, shared.lines.get(hash(page.same[index]), 0)),
        min(5, shared.openings.get(hash(opening(page.same[index])), 0)),
        share,
        min(_FAR, abs(other - index)) if share else _FAR,
        other > index,
        min(5.0, page.words[other] / page.words[index]) if share else 0,
        page.is_end(index),
        *page.likes(index),
    ]


def _overlap(page: Page, rows: Sequence[int]) -> list[list[float]]:
    """Share of a block's content words that the story, the headline, the chrome and the byline use too."""
    common = page.function_words
    content = {i: [w for w in page.tokens[i] if len(w) > 3 and w not in common] for i in rows}
    used = Counter(word for i, words in content.items() if page.is_long(i) for word in set(words))
    dropped = {
        word
        for words, verdict in zip(page.tokens, page.verdicts, strict=True)
        if isinstance(verdict, str) and verdict not in _HEAD_RULES
        for word in words
    }
    headline = set(page.tokens[page.start]) if page.headline and page.blocks else set()
    author = _author(page)
    found = []
    for i, words in content.items():
        own, count = page.is_long(i), max(1, len(words))
        found.append(
            [
                len([w for w in words if used[w] > own]) / count if words else -1,
                len([w for w in words if used[w] > own + 1]) / count if words else -1,
                len([w for w in words if w in headline]) / count,
                len([w for w in words if w in dropped]) / count,
                len([w for w in page.tokens[i][:6] if w in author]) if author else 0,
                len([w for w in page.tokens[i] if w in author]) if author else 0,
            ]
        )
    return found


def _author(page: Page) -> set[str]:
    """The words of the byline that are names."""
    lines = [page.tokens[i] for i, verdict in enumerate(page.verdicts) if verdict == "byline"]
    words = {word for words in (*lines, same_words(page.article.byline or "").split()) for word in words[:8]}
    return {word for word in words if len(word) > 2} - page.function_words - _BYLINE_WORDS


def _place(page: Page) -> Numbers:
    """How far down the page, how much of the story lies before and behind, how near its paragraphs are."""
    count = len(page.blocks)
    at = np.arange(count)
    prose = np.array([page.is_prose(i) for i in range(count)], float)
    long = np.array([page.is_long(i) for i in range(count)], float)
    weights = np.array(page.words, float) * long
    total = weights.sum() or 1
    before = np.cumsum(weights) - weights
    ends = np.array([page.is_end(i) for i in range(count)], float)
    late = ends * (before > 0.3 * total)
    return np.column_stack(
        [
            at / count,
            np.minimum(60, at),
            np.minimum(60, count - at),
            before / total,
            1 - (before + weights) / total,
            np.full(count, np.log1p(total)),
            np.full(count, np.log1p(count)),
            np.maximum(-1, np.minimum(at - page.start, 60)) if page.headline else np.full(count, -2),
            *_distances(long),
            *_distances(ends),
            np.cumsum(late),
            _window(long, -6, 0),
            _window(long, 1, 7),
            _window(long, -_FAR, 0),
            _window(long, 1, _FAR + 1),
            prose,
            *_runs(prose),
        ]
    )


def _distances(marked: Numbers) -> tuple[Numbers, Numbers]:
    """Blocks back to the last marked one (itself not counted), and on to the next; _FAR + 1 beyond that."""
    at = np.arange(len(marked))
    last = np.maximum.accumulate(np.where(marked > 0, at, -_FAR * 99))
    last = np.concatenate([[-_FAR * 99], last[:-1]])
    following = np.minimum.accumulate(np.where(marked > 0, at, _FAR * 99 + len(at))[::-1])[::-1]
    following = np.concatenate([following[1:], [_FAR * 99 + len(at)]])
    return np.minimum(at - last, _FAR + 1), np.minimum(following - at, _FAR + 1)


def _window(values: Numbers, start: int, end: int) -> Numbers:
    """For each block the sum of the values from `start` to before `end` blocks on; one of the two is 0 or 1."""
    sums = np.concatenate([[0], np.cumsum(values)])
    at, count = np.arange(len(values)), len(values)
    window: Numbers = sums[np.minimum(at + end, count)] - sums[np.maximum(at + start, 0)]
    return window


def _runs(prose: Numbers) -> tuple[Numbers, Numbers, Numbers]:
    """Length of the run of prose, or of other blocks, that a block stands in, and its place from either end."""
    count = len(prose)
    starts = np.flatnonzero(np.diff(prose, prepend=-1))
    ends = np.append(starts[1:], count)
    lengths = np.repeat(ends - starts, ends - starts)
    back = np.arange(count) - np.repeat(starts, ends - starts)
    return np.minimum(lengths, _FAR), np.minimum(back, _FAR), np.minimum(lengths - 1 - back, _FAR)


def _near(page: Page, rows: Sequence[int]) -> Numbers:
    """What the blocks on either side are: their length, ending, verdict, and kind of chrome."""
    count = len(page.blocks)
    wanted = {row + step for row in rows for step in (0, *_STEPS)}.intersection(range(count))
    shown = np.zeros((count, _COMPANY_SIGNS + len(_COMPANY)))
    for index in wanted:
        text, words, verdict = page.blocks[index].text, page.words[index], page.verdicts[index]
        shown[index, :_COMPANY_SIGNS] = (
            words,
            page.is_prose(index),
            text.endswith(":"),
            _verdict(verdict),
            words > 1 and is_credit(text, words),
            words > 9 and DATELINE.match(text) is not None,
            page.is_fragment(index),
        )
        if isinstance(verdict, str) and (kind := _KIND_OF_RULE.get(verdict)) is not None:
            shown[index, _COMPANY_SIGNS + kind] = 1
    return np.column_stack([shown[:, _CREDIT], *[_shifted(shown, step) for step in _STEPS]])


def _verdict(verdict: Role | str | None) -> int:
    """What kind of rule has judged a block already, as a number."""
    if verdict is None:
        return 0
    if isinstance(verdict, Role):
        return 1
    if verdict.startswith("repeated"):
        return 5
    return 2 if verdict in _HEAD_RULES else 3 if verdict in _MARKUP_RULES else 4


def _shifted(rows: Numbers, step: int) -> Numbers:
    """The rows of the neighbours `step` blocks on, −1 beyond the page."""
    shifted = np.full_like(rows, -1)
    if step > 0:
        shifted[: max(0, len(rows) - step)] = rows[step:]
    else:
        shifted[-step:] = rows[: max(0, len(rows) + step)]
    return shifted


def _spread(page: Page, likeness: Numbers) -> list[Numbers]:
    """What of the story is before, behind and around each block by a guess."""
    words = np.array(page.words)
    mass = likeness * np.minimum(words, 80)
    total = mass.sum() or 1
    before = np.cumsum(mass) - mass
    strong = ((likeness > 0.7) & (words >= 12)).astype(float)
    windows = [_window(mass, *ends) for size in (2, 4, 8, 16) for ends in ((-size, 0), (1, size + 1))]
    return [
        likeness,
        before / total,
        1 - (before + mass) / total,
        np.log1p([before, total - before - mass, *windows]).T,
        *_distances(strong),
        np.full(len(mass), strong.sum()),
    ]


def _markup(page: Page) -> Numbers:
    """Hints and landmarks, counted as strange where the story's own paragraphs do not have them."""
    has = np.array([[hint in block.hints for hint in HINTS] for block in page.blocks], bool)
    weights = np.array([n if page.is_long(i) else 0 for i, n in enumerate(page.words)], float)
    total = weights.sum() or 1
    share = weights @ has / total
    strange = np.where(has, np.where(share < 0.3, 2, 1), np.where(share > 0.5, -1, 0))
    containers: Counter[str] = Counter()
    parents: Counter[int] = Counter()
    for block, weight in zip(page.blocks, weights, strict=True):
        containers[block.container] += weight
        parents[block.parent] += weight
    parent = np.array([block.parent for block in page.blocks])
    return np.column_stack(
        [
            strange,
            (has & (share < 0.1)).sum(axis=1),
            (~has & (share > 0.7)).sum(axis=1),
            [containers[block.container] / total for block in page.blocks],
            [parents[block.parent] / total for block in page.blocks],
            np.append([False], parent[1:] == parent[:-1]),
            np.append(parent[1:] == parent[:-1], [False]),
        ]
    )
