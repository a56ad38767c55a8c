"""A page in numbers, a row a block: its own signs, its place, what it shares with other blocks, its company.

Only blocks near prose get a row (`judged`); menus far from it need no judgement.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import chain

import numpy as np

from audio_edition.model import UNSPOKEN_KINDS, Role
from audio_edition.segmenter.classifier.block_features import DATELINE, ENGLISH, TONE, is_credit, signs
from audio_edition.segmenter.classifier.windows import Numbers, Places, Rows, around, distances, runs, windows
from audio_edition.segmenter.normalized_words import same_words
from audio_edition.segmenter.page import Page
from audio_edition.segmenter.site_boilerplate import opening

__all__ = ["FEWEST_WORDS", "HINTS", "Numbers", "Rows", "fixed_features", "guess_features", "judged"]

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

_NO_KIND = (0,) * len(_COMPANY)
_KINDS_OF_RULE: dict[str | None, tuple[int, ...]] = {
    rule: tuple(int(rule in rules) for rules in _COMPANY) for rule in frozenset().union(*_COMPANY)
}
_COMPANY_SIGNS, _CREDIT = 7, 4
_STEPS = np.array([-3, -2, -1, 1, 2, 3])
_GUESS_STEPS = np.array([-4, -3, -2, -1, 1, 2, 3, 4])


def judged(page: Page) -> list[int]:
    """The open blocks that need a judgement: more than a word or two, and prose not far."""
    found = [index for index, _ in page.open_blocks() if page.words[index] >= FEWEST_WORDS]
    prose = windows(np.array(page.prose, float), np.array(found, int), [(-_NEAR_PROSE, _NEAR_PROSE + 1)])
    return [index for index, near in zip(found, prose[:, 0].tolist(), strict=True) if near]


def fixed_features(page: Page, rows: Sequence[int], *, in_english: bool) -> Rows:
    """What is known of the blocks `rows` whatever is guessed of the others, shape (rows, features).

    The rules that came before count as signs; what English words tell is left at 0 for other languages.
    """
    common, at = page.function_words, np.array(rows, dtype=np.intp)
    own = np.array([signs(page.blocks[i], page.tokens[i], common) for i in rows], float)
    if not in_english:
        own[:, -ENGLISH:] = 0
    here = [_repetition(page, i) + overlap for i, overlap in zip(rows, _overlap(page, rows), strict=True)]
    parts = [own, _tone(page, rows, own), np.array(here, float), _place(page, at), _near(page, at)]
    if page.has_elements:
        parts.append(_markup(page, at))
    return np.concatenate(parts, axis=1, dtype=np.float32)


def guess_features(page: Page, rows: Sequence[int], likeness: Numbers) -> Rows:
    """Where on the page the story lies by a guess for every block, seen from the blocks `rows`."""
    at = np.array(rows, dtype=np.intp)  # with its type, for there may be none
    parts = [around(likeness[:, None], at, _GUESS_STEPS), _spread(page, at, likeness)]
    return np.concatenate(parts, axis=1, dtype=np.float32)


def _tone(page: Page, rows: Sequence[int], own: Numbers) -> Numbers:
    """How the long paragraphs of the page are written on average, and how far each block is from that."""
    tone = own[:, TONE]
    long = [at for at, index in enumerate(rows) if page.long[index]]
    average = tone[long].mean(axis=0) if long else np.zeros(len(TONE))
    return np.concatenate([np.broadcast_to(average, tone.shape), tone - average], axis=1)


def _repetition(page: Page, index: int) -> list[float]:
    """Copies on the page and on its sisters, and how much of the block other blocks contain."""
    copies, shared = page.copies(index), page.shared
    others = [abs(other - index) for other in copies if other != index]
    share, other = page.containment(index)
    return [
        len(others),
        min(others, default=_FAR),
        copies[0] < index,
        min(5, shared.lines.get(hash(page.same[index]), 0)),
        min(5, shared.openings.get(hash(opening(page.same[index])), 0)) if shared.openings else 0,
        share,
        min(_FAR, abs(other - index)) if share else _FAR,
        other > index,
        min(5.0, page.words[other] / page.words[index]) if share else 0,
        index in page.ends,
        *page.likes(index),
    ]


def _overlap(page: Page, rows: Sequence[int]) -> list[list[float]]:
    """Share of a block's content words that the story, the headline, the chrome and the byline use too."""
    common = page.function_words
    content = {i: [w for w in page.tokens[i] if len(w) > 3 and w not in common] for i in rows}
    used = Counter(chain.from_iterable([set(words) for i, words in content.items() if page.long[i]]))
    twice = {word for word, count in used.items() if count > 1}
    often = [set(used), twice, {word for word in twice if used[word] > 2}]
    headline = set(page.tokens[page.start]) if page.headline and page.blocks else set()
    dropped, author = _dropped_words(page), _author(page)
    found = []
    for i, words in content.items():
        own, count = page.long[i], max(1, len(words))
        found.append(
            [
                _hits(words, often[own]) / count if words else -1,
                _hits(words, often[own + 1]) / count if words else -1,
                _hits(words, headline) / count,
                _hits(words, dropped) / count,
                _hits(page.tokens[i][:6], author),
                _hits(page.tokens[i], author),
            ]
        )
    return found


def _hits(words: list[str], wanted: set[str]) -> int:
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


def _author(page: Page) -> set[str]:
    """The words of the byline that are names."""
    lines = [page.tokens[i] for i, verdict in enumerate(page.verdicts) if verdict == "byline"]
    words = {word for words in (*lines, same_words(page.article.byline or "").split()) for word in words[:8]}
    return {word for word in words if len(word) > 2} - page.function_words - _BYLINE_WORDS


def _place(page: Page, rows: Places) -> Numbers:
    """How far down the page, how much of the story lies before and behind, how near its paragraphs are."""
    count = len(page.blocks)
    long, ends = np.array(page.long, float), np.zeros(count)
    ends[list(page.ends)] = 1
    weights = np.array(page.words, float) * long
    total = weights.sum() or 1
    before = np.cumsum(weights) - weights
    late = np.cumsum(ends * (before > 0.3 * total))
    before, weights = before[rows], weights[rows]
    prose = np.array(page.prose, float)
    columns = [
        rows / count,
        np.minimum(60, rows),
        np.minimum(60, count - rows),
        before / total,
        1 - (before + weights) / total,
        np.full(len(rows), np.log1p(total)),
        np.full(len(rows), np.log1p(count)),
        np.maximum(-1, np.minimum(rows - page.start, 60)) if page.headline else np.full(len(rows), -2),
        *distances(long, rows, _FAR),
        *distances(ends, rows, _FAR),
        late[rows],
        *windows(long, rows, [(-6, 0), (1, 7), (-_FAR, 0), (1, _FAR + 1)]).T,
        prose[rows],
        *runs(prose, rows, _FAR),
    ]
    return np.array(columns).T


def _near(page: Page, rows: Places) -> Numbers:
    """What the blocks on either side are: their length, ending, verdict, and kind of chrome."""
    count = len(page.blocks)
    reach = set(chain.from_iterable((rows[:, None] + [0, *_STEPS]).tolist()))
    wanted = list(reach.intersection(range(count)))
    shown = np.zeros((count, _COMPANY_SIGNS + len(_COMPANY)))
    shown[wanted] = [_shown(page, index) for index in wanted]
    return np.concatenate([shown[rows, _CREDIT, None], around(shown, rows, _STEPS)], axis=1)


def _shown(page: Page, index: int) -> tuple[float, ...]:
    """What a block shows to those around it."""
    text, words, verdict = page.blocks[index].text, page.words[index], page.verdicts[index]
    return (
        words,
        page.prose[index],
        text[-1:] == ":",
        _verdict(verdict),
        words > 1 and is_credit(text, words),
        words > 9 and DATELINE.match(text) is not None,
        page.is_fragment(index),
        *_KINDS_OF_RULE.get(verdict, _NO_KIND),
    )


def _verdict(verdict: Role | str | None) -> int:
    """What kind of rule has judged a block already, as a number."""
    if verdict is None:
        return 0
    if isinstance(verdict, Role):
        return 1
    if verdict.startswith("repeated"):
        return 5
    return 2 if verdict in _HEAD_RULES else 3 if verdict in _MARKUP_RULES else 4


def _spread(page: Page, rows: Places, likeness: Numbers) -> Numbers:
    """What of the story is before, behind and around each block by a guess."""
    words = np.array(page.words)
    mass = likeness * np.minimum(words, 80)
    total = mass.sum() or 1
    before = np.cumsum(mass) - mass
    strong = ((likeness > 0.7) & (words >= 12)).astype(float)
    near = windows(mass, rows, [ends for size in (2, 4, 8, 16) for ends in ((-size, 0), (1, size + 1))])
    mass, before = mass[rows], before[rows]
    columns = [
        likeness[rows],
        before / total,
        1 - (before + mass) / total,
        *np.log1p([before, total - before - mass, *near.T]),
        *distances(strong, rows, _FAR),
        np.full(len(rows), strong.sum()),
    ]
    return np.array(columns).T


def _markup(page: Page, rows: Places) -> Numbers:
    """Hints and landmarks, counted as strange where the story's own paragraphs do not have them."""
    numbers: dict[frozenset[str], int] = {}
    named = [numbers.setdefault(block.hints, len(numbers)) for block in page.blocks]
    has = np.array([[hint in hints for hint in HINTS] for hints in numbers], bool)[named]
    weights = np.array(page.words, float) * page.long
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
