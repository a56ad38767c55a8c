"""The head of the page: kicker, headline, standfirst, byline, date; and what stands above them."""

from __future__ import annotations

import re
from datetime import date

from audio_edition.model import BlockKind, Role
from audio_edition.text.segmenter.dates import find_date, is_date_line
from audio_edition.text.segmenter.page import Page, same_words
from audio_edition.text.segmenter.phrases import plain
from audio_edition.text.segmenter.wording import chrome_rule

_REACH = 14
"""Blocks above the first paragraph among which a headline is sought; above them are menus."""

_HEADLINE_WORDS = range(3, 31)
_STANDFIRST_WORDS = range(5, 61)
_KICKER_WORDS = 5
_BREADCRUMB = re.compile(r"\s[|/›»>•·]\s")


def find_headline(page: Page) -> None:
    """Find the headline's block, and the kicker above it; the page starts there."""
    first = _first_paragraph(page)
    index = _declared_headline(page, first)
    if index is None and not page.article.headline:
        index = _likely_headline(page, first)
    if index is None:
        page.start = first if page.article.headline is None or page.marked_up else 0
        return
    page.headline = page.blocks[index].text
    page.speak(index, Role.HEADLINE)
    page.start = index
    _find_kicker(page, index)
    for again, block in page.open_blocks():
        if same_words(block.text) == same_words(page.headline):
            page.drop(again, "headline again")


def _first_paragraph(page: Page) -> int:
    """The first block that reads as a paragraph of a story; the number of blocks if there is none."""
    prose = [
        i for i, _ in page.open_blocks() if page.is_prose(i) and page.words[i] >= 12 and not chrome_rule(page, i)
    ]
    for index in prose:
        if sum(1 for other in prose if index < other <= index + 8) or len(prose) < 3:
            return index
    return prose[0] if prose else len(page.blocks)


def _declared_headline(page: Page, first: int) -> int | None:
    """The last block above the story with the words the page declares; the first anywhere if none is above."""
    if not page.article.headline:
        return None
    wanted = same_words(page.article.headline)
    found = [i for i, block in page.open_blocks() if _alike(same_words(block.text), wanted)]
    above = [i for i in found if i <= first]
    heading = [i for i in above if page.blocks[i].level == 1]
    return next(reversed(heading or above), None)


def _alike(one: str, other: str) -> bool:
    """Whether two lines are the same, or one is the other with a publisher's name behind it."""
    if not one or not other:
        return False
    short, long = sorted((one, other), key=len)
    return long.startswith(short) and len(short) * 10 >= len(long) * 7


def _likely_headline(page: Page, first: int) -> int | None:
    """The top heading, else the first line of headline length not far above the story."""
    above = [i for i, _ in page.open_blocks() if i < first and page.words[i] in _HEADLINE_WORDS]
    headings = [i for i in above if page.blocks[i].level == 1] or [i for i in above if page.blocks[i].level == 2]
    if headings:
        return headings[0]
    lines = [i for i in above if i >= first - _REACH and not _is_furniture(page, i)]
    return next(iter(lines), None)


def _is_furniture(page: Page, index: int) -> bool:
    """Whether a line above the story is a breadcrumb, a byline, a date or chrome."""
    text = page.blocks[index].text
    return bool(
        _BREADCRUMB.search(text) or is_date_line(text) or _is_byline(page, text) or chrome_rule(page, index)
    )


def _find_kicker(page: Page, headline: int) -> None:
    """A line of a few words right above the headline: "Asia | Banyan" names section and kicker, "Asia" one."""
    above = headline - 1
    if above < 0 or not page.is_open(above) or page.words[above] > _KICKER_WORDS or not page.words[above]:
        return
    text = page.blocks[above].text
    parts = [part.strip() for part in _BREADCRUMB.split(text)]
    if is_date_line(text) or _is_byline(page, text) or chrome_rule(page, above):
        return
    if len(parts) == 2 and all(parts):
        page.section, page.kicker = parts
        page.speak(above, Role.KICKER)
    elif len(parts) == 1 and above == 0 and same_words(text) != same_words(page.article.section or ""):
        page.kicker = text
        page.speak(above, Role.KICKER)
    elif len(parts) == 1 and same_words(text) == same_words(page.article.section or ""):
        page.speak(above, Role.SECTION)


def find_standfirst(page: Page) -> None:
    """The line under the headline that is neither byline nor date nor the story's first paragraph."""
    if page.headline is None:
        page.standfirst = page.article.standfirst if _is_written_by_hand(page) else None
        return
    declared = same_words(page.article.standfirst or "")
    for index, block in list(page.open_blocks(page.start + 1))[:3]:
        words = page.words[index]
        if words not in _STANDFIRST_WORDS or _is_furniture(page, index):
            continue
        matches = bool(declared) and _alike(same_words(block.text), declared)
        if (
            block.kind is BlockKind.HEADING
            or not page.is_prose(index)
            or (matches and _has_byline_under(page, index))
        ):
            page.standfirst = block.text
            page.speak(index, Role.STANDFIRST)
        return


def _is_written_by_hand(page: Page) -> bool:
    """Front matter above unlabelled text: its standfirst is part of the article, not a search engine's summary."""
    return not any(block.container for block in page.blocks)


def _has_byline_under(page: Page, index: int) -> bool:
    following = range(index + 1, min(index + 4, len(page.blocks)))
    return any(is_date_line(page.blocks[i].text) or _is_byline(page, page.blocks[i].text) for i in following)


def _is_byline(page: Page, text: str) -> bool:
    declared = same_words(page.article.byline or "")
    words = same_words(text)
    if declared and words and (words in {declared, f"by {declared}"} or (words in declared and len(words) > 5)):
        return True
    short = len(text) <= 100
    return short and any(rule.matches(plain(text)) for rule in page.phrases.byline)


def find_bylines_and_dates(page: Page) -> None:
    """Drop bylines and date lines, and learn from them who wrote the story and when."""
    for index, block in page.open_blocks(page.start):
        text = block.text
        if page.words[index] <= 25 and _is_byline(page, text):
            page.drop(index, "byline")
            page.byline = page.byline or re.sub(r"^(by|words|text|story)[: ]+", "", text, flags=re.IGNORECASE)
        elif is_date_line(text):
            page.drop(index, "date line")
            page.published = page.published or find_date(text)
    if page.published is None:
        page.published = _print_date(page)


def _print_date(page: Page) -> date | None:
    """The date in a line about the printed edition, "From the October 22nd 2022 edition"."""
    notes = (block.text for block in page.blocks if len(block.text) < 120 and " edition" in block.text.lower())
    return next(filter(None, map(find_date, notes)), None)


def drop_before(page: Page) -> None:
    """Drop everything above the headline."""
    for index, _ in page.open_blocks():
        if index >= page.start:
            return
        page.drop(index, "above the story")
