"""Short lines judged by the company they keep."""

from __future__ import annotations

import re
from collections.abc import Iterator

from audio_edition.model import BlockKind, Role
from audio_edition.text.segmenter.page import Page

_SHORT = 14
_CROSSHEAD_WORDS = 12
_BULLET = re.compile(r"^\s*([-–—•*▪●◦►✓]|\(?\d{1,2}[.):]|\(?[a-z][.)])\s*\S", re.IGNORECASE)


def drop_company(page: Page) -> None:
    """Drop the lines without a stop that touch a dropped phrase: sign-ups and boxes come as runs."""
    for index, _ in list(page.open_blocks(page.start + 1)):
        if page.words[index] < _SHORT and page.is_fragment(index) and not _is_structural(page, index):
            rule = _neighbour_rule(page, index)
            if rule:
                page.drop(index, f"in a run with: {rule}")


_POISON = (
    "newsletter sign-up",
    "subscription offer",
    "share links",
    "consent notice",
    "photo credit",
    "story teaser",
    "in a run with: ",
)


def _neighbour_rule(page: Page, index: int) -> str | None:
    """The rule that dropped the line before, or the one after."""
    for other in (index - 1, index + 1):
        verdict = page.verdicts[other] if 0 <= other < len(page.blocks) else None
        if isinstance(verdict, str) and not isinstance(verdict, Role) and verdict.startswith(_POISON):
            return verdict.removeprefix("in a run with: ")
    return None


def drop_fragments(page: Page) -> None:
    """Drop runs of lines without a stop, lists and single crossheads apart, and all such lines at the end."""
    last = max((i for i, _ in page.open_blocks(page.start) if page.is_prose(i)), default=-1)
    for run in _runs(page):
        if run[0] > last >= 0 and not _leads_a_list(page, run[0]):
            _drop_all(page, run, "after the story")
        elif len(run) == 1 and page.words[run[0]] > _CROSSHEAD_WORDS:
            _drop_all(page, run, "no sentence: a caption or a teaser")
        elif len(run) > 1 and not _leads_a_list(page, run[0]):
            _drop_all(page, run[:-1], "a run of lines that are no sentences")


def _runs(page: Page) -> Iterator[list[int]]:
    """Runs of open lines that end in no mark, markup's own headings, items and quotations apart."""
    run: list[int] = []
    for index in range(page.start + 1, len(page.blocks)):
        verdict = page.verdicts[index]
        if (
            verdict is None
            and page.is_fragment(index)
            and page.words[index] < 40
            and not _is_structural(page, index)
        ):
            run.append(index)
        elif (verdict is None or isinstance(verdict, Role)) and run:
            yield run
            run = []
    if run:
        yield run


def _is_structural(page: Page, index: int) -> bool:
    """Whether markup or a bullet says what a line without a stop is."""
    block = page.blocks[index]
    kinds = {BlockKind.HEADING, BlockKind.LIST_ITEM, BlockKind.QUOTATION}
    return block.kind in kinds or bool(_BULLET.match(block.text))


def _leads_a_list(page: Page, index: int) -> bool:
    """Whether the paragraph before ends in a colon."""
    before = next((i for i in range(index - 1, page.start, -1) if not isinstance(page.verdicts[i], str)), None)
    return before is not None and page.blocks[before].text.endswith(":")


def _drop_all(page: Page, run: list[int], rule: str) -> None:
    for index in run:
        page.drop(index, rule)
