"""A page in numbers, a row a block: its own signs, its place, what it shares with other blocks, its company.

Only blocks near prose get a row (`judged`); menus far from it need no judgement.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import chain

import numpy as np

from audio_edition.model import UNSPOKEN_KINDS, Role
from audio_edition.segmenter.classifier.block_features import (
    DATELINE,
    ENGLISH_FEATURE_COUNT,
    TONE_COLUMNS,
    extract_features,
    is_credit,
)
from audio_edition.segmenter.classifier.windows import (
    FeatureMatrix,
    FloatArray,
    IndexArray,
    distances_to_marked,
    neighbour_values,
    run_positions,
    window_sums,
)
from audio_edition.segmenter.normalized_words import normalize_words
from audio_edition.segmenter.page import Page
from audio_edition.segmenter.site_boilerplate import opening_words

__all__ = [
    "HINTS",
    "MIN_WORDS",
    "FeatureMatrix",
    "FloatArray",
    "fixed_features",
    "guess_features",
    "select_candidates",
]

HINTS = (
    "story caption related sign-up share advertisement comments quotation byline date standfirst headline menu"
    " topics notice embed"
).split()
_MAX_DISTANCE = 40
MIN_WORDS = 3
"""What is shorter is judged by what stands around it."""

_PROSE_RADIUS = 15
"""Blocks to the next prose, beyond which a block is furniture."""

_BYLINE_WORDS = frozenset("staff reporter writer editor correspondent news updated published".split())
_MARKUP_RULES = frozenset(
    {"reader comments", "navigation", "beside the story", "page footer", "form", "links", *UNSPOKEN_KINDS}
)
_HEAD_RULES = frozenset({"byline", "date line", "headline again"})
_RULE_GROUPS = (
    frozenset({"byline"}),
    frozenset({"date line"}),
    frozenset({"photo credit"}),
    frozenset({"story teaser", "share links", "listen prompt"}),
    frozenset({"newsletter sign-up", "subscription offer", "advertising notice", "consent notice"}),
    frozenset({"agency credit", "copyright notice", "print note"}),
)
"""Kinds of chrome whose neighbours are telling: a caption stands above its credit, a teaser above its date."""

_NO_RULE_GROUP = (0,) * len(_RULE_GROUPS)
_GROUPS_OF_RULE: dict[str | None, tuple[int, ...]] = {
    rule: tuple(int(rule in rules) for rules in _RULE_GROUPS) for rule in frozenset().union(*_RULE_GROUPS)
}
_SUMMARY_SIZE, _CREDIT_COLUMN = 7, 4
_NEIGHBOUR_OFFSETS = np.array([-3, -2, -1, 1, 2, 3])
_GUESS_OFFSETS = np.array([-4, -3, -2, -1, 1, 2, 3, 4])


def select_candidates(page: Page) -> list[int]:
    """The open blocks that need a judgement: more than a word or two, and prose not far."""
    found = [index for index, _ in page.open_blocks() if page.word_counts[index] >= MIN_WORDS]
    prose = window_sums(
        np.array(page.prose_mask, float), np.array(found, int), [(-_PROSE_RADIUS, _PROSE_RADIUS + 1)]
    )
    return [index for index, near in zip(found, prose[:, 0].tolist(), strict=True) if near]


def fixed_features(page: Page, rows: Sequence[int], *, in_english: bool) -> FeatureMatrix:
    """What is known of the blocks `rows` whatever is guessed of the others, shape (rows, features).

    The rules that came before count as signs; what English words tell is left at 0 for other languages.
    """
    common, at = page.function_words, np.array(rows, dtype=np.intp)
    own = np.array([extract_features(page.blocks[i], page.tokens[i], common) for i in rows], float)
    if not in_english:
        own[:, -ENGLISH_FEATURE_COUNT:] = 0
    here = [
        _repetition_features(page, i) + overlap
        for i, overlap in zip(rows, _overlap_features(page, rows), strict=True)
    ]
    parts = [
        own,
        _tone_features(page, rows, own),
        np.array(here, float),
        _position_features(page, at),
        _context_features(page, at),
    ]
    if page.has_elements:
        parts.append(_markup_features(page, at))
    return np.concatenate(parts, axis=1, dtype=np.float32)


def guess_features(page: Page, rows: Sequence[int], likeness: FloatArray) -> FeatureMatrix:
    """Where on the page the story lies by a guess for every block, seen from the blocks `rows`."""
    at = np.array(rows, dtype=np.intp)  # with its type, for there may be none
    parts = [neighbour_values(likeness[:, None], at, _GUESS_OFFSETS), _story_mass_features(page, at, likeness)]
    return np.concatenate(parts, axis=1, dtype=np.float32)


def _tone_features(page: Page, rows: Sequence[int], own: FloatArray) -> FloatArray:
    """How the long paragraphs of the page are written on average, and how far each block is from that."""
    tone = own[:, TONE_COLUMNS]
    long = [at for at, index in enumerate(rows) if page.long_mask[index]]
    average = tone[long].mean(axis=0) if long else np.zeros(len(TONE_COLUMNS))
    return np.concatenate([np.broadcast_to(average, tone.shape), tone - average], axis=1)


def _repetition_features(page: Page, index: int) -> list[float]:
    """Copies on the page and on its sisters, and how much of the block other blocks contain."""
    copies, shared = page.find_copies(index), page.shared
    others = [abs(other - index) for other in copies if other != index]
    share, other = page.measure_containment(index)
    return [
        len(others),
        min(others, default=_MAX_DISTANCE),
        copies[0] < index,
        min(5, shared.lines.get(hash(page.normalized_texts[index]), 0)),
        min(5, shared.openings.get(hash(opening_words(page.normalized_texts[index])), 0)) if shared.openings else 0,
        share,
        min(_MAX_DISTANCE, abs(other - index)) if share else _MAX_DISTANCE,
        other > index,
        min(5.0, page.word_counts[other] / page.word_counts[index]) if share else 0,
        index in page.end_headings,
        *page.count_similar_blocks(index),
    ]


def _overlap_features(page: Page, rows: Sequence[int]) -> list[list[float]]:
    """Share of a block's content words that the story, the headline, the chrome and the byline use too."""
    common = page.function_words
    content = {i: [w for w in page.tokens[i] if len(w) > 3 and w not in common] for i in rows}
    used = Counter(chain.from_iterable([set(words) for i, words in content.items() if page.long_mask[i]]))
    twice = {word for word, count in used.items() if count > 1}
    often = [set(used), twice, {word for word in twice if used[word] > 2}]
    headline = set(page.tokens[page.start]) if page.headline and page.blocks else set()
    dropped, author = _dropped_words(page), _author_names(page)
    found = []
    for i, words in content.items():
        own, count = page.long_mask[i], max(1, len(words))
        found.append(
            [
                _count_hits(words, often[own]) / count if words else -1,
                _count_hits(words, often[own + 1]) / count if words else -1,
                _count_hits(words, headline) / count,
                _count_hits(words, dropped) / count,
                _count_hits(page.tokens[i][:6], author),
                _count_hits(page.tokens[i], author),
            ]
        )
    return found


def _count_hits(words: list[str], wanted: set[str]) -> int:
    """How many of the words are wanted ones."""
    return sum(map(wanted.__contains__, words)) if wanted else 0


def _dropped_words(page: Page) -> set[str]:
    """The words of all that rules have dropped, but for the head of the story."""
    dropped = [
        words
        for words, verdict in zip(page.tokens, page.verdicts, strict=True)
        if isinstance(verdict, str) and verdict not in _HEAD_RULES
    ]
    return set(chain.from_iterable(dropped))


def _author_names(page: Page) -> set[str]:
    """The words of the byline that are names."""
    lines = [page.tokens[i] for i, verdict in enumerate(page.verdicts) if verdict == "byline"]
    words = {word for words in (*lines, normalize_words(page.article.byline or "").split()) for word in words[:8]}
    return {word for word in words if len(word) > 2} - page.function_words - _BYLINE_WORDS


def _position_features(page: Page, rows: IndexArray) -> FloatArray:
    """How far down the page, how much of the story lies before and behind, how near its paragraphs are."""
    count = len(page.blocks)
    long, ends = np.array(page.long_mask, float), np.zeros(count)
    ends[list(page.end_headings)] = 1
    weights = np.array(page.word_counts, float) * long
    total = weights.sum() or 1
    before = np.cumsum(weights) - weights
    late = np.cumsum(ends * (before > 0.3 * total))
    before, weights = before[rows], weights[rows]
    prose = np.array(page.prose_mask, float)
    columns = [
        rows / count,
        np.minimum(60, rows),
        np.minimum(60, count - rows),
        before / total,
        1 - (before + weights) / total,
        np.full(len(rows), np.log1p(total)),
        np.full(len(rows), np.log1p(count)),
        np.maximum(-1, np.minimum(rows - page.start, 60)) if page.headline else np.full(len(rows), -2),
        *distances_to_marked(long, rows, _MAX_DISTANCE),
        *distances_to_marked(ends, rows, _MAX_DISTANCE),
        late[rows],
        *window_sums(long, rows, [(-6, 0), (1, 7), (-_MAX_DISTANCE, 0), (1, _MAX_DISTANCE + 1)]).T,
        prose[rows],
        *run_positions(prose, rows, _MAX_DISTANCE),
    ]
    return np.array(columns).T


def _context_features(page: Page, rows: IndexArray) -> FloatArray:
    """What the blocks on either side are: their length, ending, verdict, and kind of chrome."""
    count = len(page.blocks)
    reach = set(chain.from_iterable((rows[:, None] + [0, *_NEIGHBOUR_OFFSETS]).tolist()))
    wanted = list(reach.intersection(range(count)))
    shown = np.zeros((count, _SUMMARY_SIZE + len(_RULE_GROUPS)))
    shown[wanted] = [_summarize_block(page, index) for index in wanted]
    return np.concatenate(
        [shown[rows, _CREDIT_COLUMN, None], neighbour_values(shown, rows, _NEIGHBOUR_OFFSETS)], axis=1
    )


def _summarize_block(page: Page, index: int) -> tuple[float, ...]:
    """What a block shows to those around it."""
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
    """What kind of rule has judged a block already, as a number."""
    if verdict is None:
        return 0
    if isinstance(verdict, Role):
        return 1
    if verdict.startswith("repeated"):
        return 5
    return 2 if verdict in _HEAD_RULES else 3 if verdict in _MARKUP_RULES else 4


def _story_mass_features(page: Page, rows: IndexArray, likeness: FloatArray) -> FloatArray:
    """What of the story is before, behind and around each block by a guess."""
    words = np.array(page.word_counts)
    mass = likeness * np.minimum(words, 80)
    total = mass.sum() or 1
    before = np.cumsum(mass) - mass
    strong = ((likeness > 0.7) & (words >= 12)).astype(float)
    near = window_sums(mass, rows, [ends for size in (2, 4, 8, 16) for ends in ((-size, 0), (1, size + 1))])
    mass, before = mass[rows], before[rows]
    columns = [
        likeness[rows],
        before / total,
        1 - (before + mass) / total,
        *np.log1p([before, total - before - mass, *near.T]),
        *distances_to_marked(strong, rows, _MAX_DISTANCE),
        np.full(len(rows), strong.sum()),
    ]
    return np.array(columns).T


def _markup_features(page: Page, rows: IndexArray) -> FloatArray:
    """Hints and landmarks, counted as strange where the story's own paragraphs do not have them."""
    numbers: dict[frozenset[str], int] = {}
    named = [numbers.setdefault(block.hints, len(numbers)) for block in page.blocks]
    has = np.array([[hint in hints for hint in HINTS] for hints in numbers], bool)[named]
    weights = np.array(page.word_counts, float) * page.long_mask
    total = weights.sum() or 1
    share = weights @ has / total
    containers: Counter[str] = Counter()
    parents: Counter[int] = Counter()
    for block, weight in zip(page.blocks, weights.tolist(), strict=True):
        if weight:
            containers[block.container] += weight
            parents[block.parent] += weight
    parent = np.array([-1, *(block.parent for block in page.blocks), -1])
    has = has[rows]
    return np.column_stack(
        [
            np.where(has, np.where(share < 0.3, 2, 1), np.where(share > 0.5, -1, 0)),
            (has & (share < 0.1)).sum(axis=1),
            (~has & (share > 0.7)).sum(axis=1),
            [containers[page.blocks[row].container] / total for row in rows],
            [parents[page.blocks[row].parent] / total for row in rows],
            parent[rows + 1] == parent[rows],
            parent[rows + 1] == parent[rows + 2],
        ]
    )
