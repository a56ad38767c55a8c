"""The reader's own word, which no rule overrules: patterns to keep or drop, and kinds of block to bring back."""

from __future__ import annotations

import re
from dataclasses import dataclass

from audio_edition.errors import UnreadableArticleError
from audio_edition.model import BlockKind
from audio_edition.segmenter.page import Page
from audio_edition.segmenter.regex_timeout import limit_cpu_time
from audio_edition.segmenter.rules import roles

_TIME_LIMIT_S = 2.0
"""Seconds for a pattern in a paragraph; what most take is millionths."""

KIND_RULES = {
    BlockKind.CAPTION: ("caption", "caption by its words", "reads like a caption"),
    BlockKind.TABLE: ("table",),
    BlockKind.CODE: ("code",),
    BlockKind.FORMULA: ("formula",),
    BlockKind.EMBED: ("embed",),
    BlockKind.FOOTNOTE: ("footnote",),
}
"""The kinds that can be brought back, with the rules that drop them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Overrides:
    """Regular expressions sought anywhere in a block, whatever its case, and kinds that are spoken after all."""

    keep: tuple[str, ...] = ()
    drop: tuple[str, ...] = ()
    kinds: frozenset[BlockKind] = frozenset()


NO_OVERRIDES = Overrides()


def apply_drop_overrides(page: Page, overrides: Overrides) -> None:
    """Drop every block that a drop pattern is found in, unless a keep pattern of the same article is too."""
    drop, keep = (*page.article.drop, *overrides.drop), (*page.article.keep, *overrides.keep)
    for index, block in page.open_blocks():
        pattern = _find_matching_pattern(drop, block.text)
        if pattern is not None and _find_matching_pattern(keep, block.text) is None:
            page.drop(index, f"you asked: drop {pattern}")


def apply_keep_overrides(page: Page, overrides: Overrides) -> None:
    """Speak what a keep pattern is found in, wherever it stands, and the kinds asked for inside the story."""
    keep = (*page.article.keep, *overrides.keep)
    spoken = [index for index, verdict in enumerate(page.verdicts) if verdict is None]
    rules = {rule for kind in overrides.kinds for rule in KIND_RULES[kind]}
    for index, block in enumerate(page.blocks):
        if not isinstance(page.verdicts[index], str) or not page.word_counts[index]:
            continue
        inside = bool(spoken) and spoken[0] < index < spoken[-1]
        if _find_matching_pattern(keep, block.text) is not None or (inside and page.verdicts[index] in rules):
            page.verdicts[index] = roles.role_of(block)


def _find_matching_pattern(patterns: tuple[str, ...], text: str) -> str | None:
    return next((pattern for pattern in patterns if _search_within_limit(pattern, text)), None)


def _search_within_limit(pattern: str, text: str) -> bool:
    """Whether a pattern is in a text. Raises UnreadableArticleError if it takes too long."""
    try:
        with limit_cpu_time(_TIME_LIMIT_S):
            return re.search(pattern, text, re.IGNORECASE) is not None
    except TimeoutError:
        raise UnreadableArticleError(
            f"the pattern {pattern!r} takes more than {_TIME_LIMIT_S:g} s for the paragraph {text[:40]!r}…",
            hint="give no part of it that repeats another repeat inside, as in (a+)+",
        ) from None
