"""Judge groups of blocks as groups: lists, verse, numbered heads, interviews, letters.

A classifier rates single blocks. A short line of a group looks like a menu or a teaser, and only the lines beside
it show that it belongs to the story.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from audio_edition.segmenter.groups.letters import find_salutations_and_closings, find_signatures
from audio_edition.segmenter.groups.lists import (
    find_announced_lines,
    find_announced_lists,
    find_enumerations,
    find_lists_in_story,
)
from audio_edition.segmenter.groups.series import find_labelled_lines, find_numbered_heads, find_questions
from audio_edition.segmenter.groups.verse import find_verse
from audio_edition.segmenter.groups.whole_page import find_story_without_prose
from audio_edition.segmenter.page import Page

__all__ = ["GROUP_RULES", "find_sign_up_lines", "keep_groups"]

_SIGN_UP_RULES = frozenset({"newsletter sign-up", "subscription offer", "consent notice", "form", "share links"})
"""Rules that drop the lines of a form in which readers leave their address."""


def _find_kept_verse(page: Page, kept: set[int]) -> Iterator[int]:
    """Yield the lines of verse of which half are kept, or with a kept block right above and right below."""
    for run in find_verse(page):
        is_between = run[0] - 1 in kept and run[-1] + 1 in kept
        if is_between or sum(index in kept for index in run) * 2 >= len(run):
            yield from run


GROUP_RULES: tuple[Callable[[Page, set[int]], Iterator[int]], ...] = (
    find_labelled_lines,
    find_questions,
    find_enumerations,
    find_announced_lists,
    find_announced_lines,
    find_numbered_heads,
    _find_kept_verse,
    find_lists_in_story,
    find_salutations_and_closings,
    find_signatures,
)
"""The rules that keep groups, in order; each takes the indexes kept so far and yields those to keep as well."""


def keep_groups(page: Page, kept: set[int]) -> set[int]:
    """Return the indexes of the open blocks that belong to the story because their group does.

    `kept` are the indexes of the blocks that the classifier keeps.
    """
    found = set(kept)
    for rule in GROUP_RULES:
        found.update(rule(page, found))
    return (found | find_story_without_prose(page, found)) - kept


def find_sign_up_lines(page: Page, kept: set[int]) -> dict[int, str]:
    """Return the single kept blocks between two lines of a sign-up, each with the rule of the line above it."""
    verdicts = page.verdicts
    return {
        index: str(verdicts[index - 1])
        for index in kept
        if 0 < index < len(verdicts) - 1 and {verdicts[index - 1], verdicts[index + 1]} <= _SIGN_UP_RULES
    }
