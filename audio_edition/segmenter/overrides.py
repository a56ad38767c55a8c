"""The user's overrides, which take precedence over all rules: patterns to keep or drop, and kinds to speak."""

from __future__ import annotations

import re
from dataclasses import dataclass

from audio_edition.errors import UnreadableArticleError
from audio_edition.model import BlockKind
from audio_edition.segmenter.page import Page
from audio_edition.segmenter.regex_timeout import limit_cpu_time
from audio_edition.segmenter.rules import roles

_TIME_LIMIT_S = 2.0
"""CPU-seconds that a pattern may take for a paragraph; most patterns take microseconds."""

KIND_RULES = {
    BlockKind.CAPTION: ("caption", "caption by its words", "reads like a caption"),
    BlockKind.TABLE: ("table",),
    BlockKind.CODE: ("code",),
    BlockKind.FORMULA: ("formula",),
    BlockKind.EMBED: ("embed",),
    BlockKind.FOOTNOTE: ("footnote",),
    BlockKind.RUNNING_HEAD: ("running head",),
    BlockKind.CONTENTS: ("contents",),
    BlockKind.IMPRINT: ("imprint",),
}
"""The kinds that may be in `Overrides.kinds`, with the names of the rules that drop them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Overrides:
    """Regular expressions for blocks to keep or drop, and kinds of block to speak inside the story.

    A pattern may match anywhere in a block; case is ignored.
    """

    keep: tuple[str, ...] = ()
    drop: tuple[str, ...] = ()
    kinds: frozenset[BlockKind] = frozenset()


NO_OVERRIDES = Overrides()


def apply_drop_overrides(page: Page, overrides: Overrides) -> None:
    """Drop every open block that matches a drop pattern and no keep pattern, of the article or of the edition.

    Raises UnreadableArticleError if a pattern takes too long.
    """
    drop, keep = (*page.article.drop, *overrides.drop), (*page.article.keep, *overrides.keep)
    for index, block in page.open_blocks():
        pattern = _find_matching_pattern(drop, block.text)
        if pattern is not None and _find_matching_pattern(keep, block.text) is None:
            page.drop(index, f"you asked: drop {pattern}")


def apply_keep_overrides(page: Page, overrides: Overrides) -> None:
    """Speak the dropped blocks that match a keep pattern, and inside the story those of the kinds asked for.

    A block is inside the story if open blocks stand before and behind it. Blocks without a word stay dropped.
    Raises UnreadableArticleError if a pattern takes too long.
    """
    keep = (*page.article.keep, *overrides.keep)
    still_open = [index for index, verdict in enumerate(page.verdicts) if verdict is None]
    rules = {rule for kind in overrides.kinds for rule in KIND_RULES[kind]}
    for index, block in enumerate(page.blocks):
        if not isinstance(page.verdicts[index], str) or not page.word_counts[index]:
            continue
        inside = bool(still_open) and still_open[0] < index < still_open[-1]
        if _find_matching_pattern(keep, block.text) is not None or (inside and page.verdicts[index] in rules):
            page.verdicts[index] = roles.role_of(block)


def _find_matching_pattern(patterns: tuple[str, ...], text: str) -> str | None:
    return next((pattern for pattern in patterns if _search_within_limit(pattern, text)), None)


def _search_within_limit(pattern: str, text: str) -> bool:
    """Return True if a pattern matches in a text. Raises UnreadableArticleError if that takes too long."""
    try:
        with limit_cpu_time(_TIME_LIMIT_S):
            return re.search(pattern, text, re.IGNORECASE) is not None
    except TimeoutError:
        raise UnreadableArticleError(
            f"the pattern {pattern!r} takes more than {_TIME_LIMIT_S:g} s for the paragraph {text[:40]!r}…",
            hint="avoid a repetition inside a repetition, as in (a+)+",
        ) from None
