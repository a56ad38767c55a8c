"""The feature matrix of a page, one row per block: lexical, positional, repetition and context features.

Only the blocks that `select_candidates` returns get a row, because menus far from any prose need no classifier.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import chain

import numpy as np

from audio_edition.languages.words import is_longer
from audio_edition.segmenter.classifier.block_features import (
    ENGLISH_FEATURE_COUNT,
    TONE_COLUMNS,
    extract_lexical_features,
)
from audio_edition.segmenter.classifier.context_features import HEAD_RULES, extract_context_features
from audio_edition.segmenter.classifier.evidence import extract_evidence_features, is_judged
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
    "extract_fixed_features",
    "extract_guess_features",
    "select_candidates",
]

HINTS = (
    "story caption related sign-up share advertisement comments quotation byline date standfirst headline menu"
    " topics notice embed"
).split()
_MAX_DISTANCE = 40
"""Distance in blocks beyond which distances count as equal."""

MIN_WORDS = 3
"""Words of a block that the classifier judges; shorter ones are judged by the blocks around them."""

_PROSE_RADIUS = 15
"""Distance in blocks from the nearest prose beyond which a block is never part of the story."""

_BYLINE_WORDS = frozenset("staff reporter writer editor correspondent news updated published".split())
_GUESS_OFFSETS = np.array([-4, -3, -2, -1, 1, 2, 3, 4])


def select_candidates(page: Page) -> list[int]:
    """Return the indexes of the blocks that the classifier judges: at least three words, and prose nearby.

    They are the open blocks, and those dropped as chrome.
    """
    indexes = [
        index
        for index, verdict in enumerate(page.verdicts)
        if page.word_counts[index] >= MIN_WORDS and is_judged(verdict)
    ]
    prose = window_sums(
        np.array(page.prose_mask, float), np.array(indexes, int), [(-_PROSE_RADIUS, _PROSE_RADIUS + 1)]
    )
    return [index for index, near in zip(indexes, prose[:, 0].tolist(), strict=True) if near]


def extract_fixed_features(page: Page, rows: Sequence[int], *, in_english: bool) -> FeatureMatrix:
    """Return the features that do not depend on the guesses for other blocks, shape (rows, features).

    `rows` are the indexes of the blocks, at least one. The verdicts of rules are among the features. The features
    that only have a meaning in English are 0 if `in_english` is False.
    """
    common, indexes = page.function_words, np.array(rows, dtype=np.intp)
    own = np.array([extract_lexical_features(page.blocks[i], page.tokens[i], common) for i in rows], float)
    if not in_english:
        own[:, -ENGLISH_FEATURE_COUNT:] = 0
    repetition = [
        _extract_repetition_features(page, i) + overlap
        for i, overlap in zip(rows, _extract_overlap_features(page, rows), strict=True)
    ]
    parts = [
        own,
        _extract_tone_features(page, rows, own),
        np.array(repetition, float),
        _extract_position_features(page, indexes),
        extract_context_features(page, indexes),
        extract_evidence_features(page, rows),
    ]
    if page.has_elements:
        parts.append(_extract_markup_features(page, indexes))
    return np.concatenate(parts, axis=1, dtype=np.float32)


def extract_guess_features(page: Page, rows: Sequence[int], probabilities: FloatArray) -> FeatureMatrix:
    """Return the features that depend on a guess of which blocks are story, shape (rows, features).

    `probabilities` are the guess for each block of the page, shape (blocks,).
    """
    indexes = np.array(rows, dtype=np.intp)  # an empty array needs the type
    parts = [
        neighbour_values(probabilities[:, None], indexes, _GUESS_OFFSETS),
        _extract_story_mass_features(page, indexes, probabilities),
    ]
    return np.concatenate(parts, axis=1, dtype=np.float32)


def _extract_tone_features(page: Page, rows: Sequence[int], own: FloatArray) -> FloatArray:
    """Return the average style of the page's long paragraphs, and each block's difference from it."""
    tone = own[:, TONE_COLUMNS]
    long = [at for at, index in enumerate(rows) if page.long_mask[index]]
    average = tone[long].mean(axis=0) if long else np.zeros(len(TONE_COLUMNS))
    return np.concatenate([np.broadcast_to(average, tone.shape), tone - average], axis=1)


def _extract_repetition_features(page: Page, index: int) -> list[float]:
    """Return how often a block recurs on this page and on other pages, and how much of it other blocks contain."""
    copies, shared = page.find_copies(index), page.shared
    distances = [abs(copy - index) for copy in copies if copy != index]
    share, other = page.ngrams.measure_containment(index)
    return [
        len(distances),
        min(distances, default=_MAX_DISTANCE),
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


def _extract_overlap_features(page: Page, rows: Sequence[int]) -> list[list[float]]:
    """Return for each block how many of its words the story, the headline, the chrome and the byline have too.

    The first two of the six features are the shares of the block's content words that at least one and at least two
    other long paragraphs have. The next two are shares as well, the last two numbers of words.
    """
    common = page.function_words
    content = {i: [w for w in page.tokens[i] if is_longer(w, 3) and w not in common] for i in rows}
    uses = Counter(chain.from_iterable([set(words) for i, words in content.items() if page.long_mask[i]]))
    used_twice = {word for word, count in uses.items() if count > 1}
    used_often = [set(uses), used_twice, {word for word in used_twice if uses[word] > 2}]
    headline = set(page.tokens[page.start]) if page.headline and page.blocks else set()
    dropped, author = _dropped_words(page), _author_names(page)
    features = []
    for i, words in content.items():
        own, count = page.long_mask[i], max(1, len(words))  # a long paragraph has all its words itself
        features.append(
            [
                _count_hits(words, used_often[own]) / count if words else -1,
                _count_hits(words, used_often[own + 1]) / count if words else -1,
                _count_hits(words, headline) / count,
                _count_hits(words, dropped) / count,
                _count_hits(page.tokens[i][:6], author),
                _count_hits(page.tokens[i], author),
            ]
        )
    return features


def _count_hits(words: list[str], wanted: set[str]) -> int:
    """Return how many of the words are in a set."""
    return sum(map(wanted.__contains__, words)) if wanted else 0


def _dropped_words(page: Page) -> set[str]:
    """Return the words of all blocks that rules have dropped, except bylines, date lines and repeated headlines."""
    dropped = [
        words
        for words, verdict in zip(page.tokens, page.verdicts, strict=True)
        if isinstance(verdict, str) and verdict not in HEAD_RULES
    ]
    return set(chain.from_iterable(dropped))


def _author_names(page: Page) -> set[str]:
    """Return the words of the byline that are names."""
    lines = [page.tokens[i] for i, verdict in enumerate(page.verdicts) if verdict == "byline"]
    words = {word for words in (*lines, normalize_words(page.article.byline or "").split()) for word in words[:8]}
    return {word for word in words if len(word) > 2} - page.function_words - _BYLINE_WORDS


def _extract_position_features(page: Page, rows: IndexArray) -> FloatArray:
    """Return how far down the page each row is, and where the story and its paragraphs lie relative to it.

    The words of long paragraphs stand for the story. The result has shape (rows, features).
    """
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


def _extract_story_mass_features(page: Page, rows: IndexArray, probabilities: FloatArray) -> FloatArray:
    """Return how much of the story lies before, behind and around each row by a guess, shape (rows, features)."""
    words = np.array(page.word_counts)
    mass = probabilities * np.minimum(words, 80)
    total = mass.sum() or 1
    before = np.cumsum(mass) - mass
    strong = ((probabilities > 0.7) & (words >= 12)).astype(float)
    near = window_sums(mass, rows, [ends for size in (2, 4, 8, 16) for ends in ((-size, 0), (1, size + 1))])
    mass, before = mass[rows], before[rows]
    columns = [
        probabilities[rows],
        before / total,
        1 - (before + mass) / total,
        *np.log1p([before, total - before - mass, *near.T]),
        *distances_to_marked(strong, rows, _MAX_DISTANCE),
        np.full(len(rows), strong.sum()),
    ]
    return np.array(columns).T


def _extract_markup_features(page: Page, rows: IndexArray) -> FloatArray:
    """Return how hints and elements of each row differ from those of long paragraphs, shape (rows, features)."""
    numbers: dict[frozenset[str], int] = {}
    hint_sets = [numbers.setdefault(block.hints, len(numbers)) for block in page.blocks]
    has = np.array([[hint in hints for hint in HINTS] for hints in numbers], bool)[hint_sets]
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
