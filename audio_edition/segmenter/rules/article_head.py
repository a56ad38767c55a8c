"""The head of the page: kicker, headline, standfirst, byline, date; and what stands above them."""

from __future__ import annotations

import re
from datetime import date
from itertools import chain

from audio_edition.model import BlockKind, Role
from audio_edition.segmenter.classifier.block_features import looks_like_caption
from audio_edition.segmenter.dates import find_date, has_digit, is_date_line
from audio_edition.segmenter.normalized_words import normalize_words
from audio_edition.segmenter.page import Page
from audio_edition.segmenter.phrases import normalize_line
from audio_edition.segmenter.rules.phrases import find_chrome_rule

_HEADLINE_REACH = 40
"""Blocks above the first paragraph among which a headline is sought; above them are menus."""

_MAX_HEADLINE_HITS, _MISS_PENALTY, _STOP_PENALTY, _BYLINE_BONUS = 4, 0.4, 4.0, 2.0
"""A headline's words recur in the story (four are as good as ten), few do not; captions end in a stop; a byline or
date stands right under a headline."""

_HEADLINE_WORDS = range(3, 31)
_STANDFIRST_WORDS = range(5, 61)
_MAX_KICKER_WORDS = 5
_MIN_SURE_HEADLINE_WORDS = 4
"""Words; a shorter top heading may be the paper's name."""

_MAX_CAPTIONS_ABOVE = 5
"""Blocks of captions and the like that may stand above a headline."""

_MAX_BYLINE_CHARS = 100
"""Characters; the words of a longer line are no name."""

_SUMMARY_CUT_CHARS = 100
"""Characters at which search engines cut a summary."""

_SIDE_CONTAINERS = frozenset({"nav", "aside", "footer"})
_STANDFIRST_REACH = 20
"""Blocks below the headline among which a standfirst is sought."""

_NON_STANDFIRST_HINTS = frozenset(
    {"share", "byline", "date", "caption", "related", "sign-up", "topics", "advertisement"}
)
_BREADCRUMB = re.compile(r"\s[|/›»>•·]\s")


def find_headline(page: Page) -> None:
    """Find the headline's block, and the kicker above it; the page starts there."""
    first = _find_first_paragraph(page)
    index = _find_declared_headline(page, first)
    if index is None:
        index = (
            _find_likely_headline(page, first) if not page.article.headline else _find_printed_headline(page, first)
        )
    if index is None:
        page.start = first if page.article.headline is None or page.has_markup else 0
        return
    page.headline = page.blocks[index].text
    page.assign_role(index, Role.HEADLINE)
    page.start = index
    _find_kicker(page, index)
    for again, _ in page.open_blocks():
        if page.normalized_texts[again] == page.normalized_texts[index]:
            page.drop(again, "headline again")


def _find_first_paragraph(page: Page) -> int:
    """The first block that reads as a paragraph of a story; the number of blocks if there is none."""
    prose = [
        i
        for i, _ in page.open_blocks()
        if page.word_counts[i] >= 12
        and page.is_prose(i)
        and not page.is_question(i)
        and not find_chrome_rule(page, i)
    ]
    for index in prose:
        if sum(1 for other in prose if index < other <= index + 8) or len(prose) < 3:
            return index
    return prose[0] if prose else len(page.blocks)


def _find_declared_headline(page: Page, first: int) -> int | None:
    """The last block above the story with the words the page declares; a caption may stand above its heading."""
    if not page.article.headline:
        return None
    wanted = normalize_words(page.article.headline)
    found = [i for i, _ in page.open_blocks() if _is_same_line(page.normalized_texts[i], wanted)]
    above = [i for i in found if i <= first]
    heading = [i for i in found if page.blocks[i].level == 1 and i <= first + _MAX_CAPTIONS_ABOVE]
    return next(reversed(heading or above), None)


def _find_printed_headline(page: Page, first: int) -> int | None:
    """The top heading above the story, when search engines are told another: one that shares a word with that, else
    the first long enough for a headline.
    """
    wanted = {word for word in normalize_words(page.article.headline or "").split() if len(word) > 3}
    above = [i for i, block in page.open_blocks() if i <= first and block.level == 1]
    above = [i for i in above if page.blocks[i].container not in _SIDE_CONTAINERS]
    similar = [i for i in above if wanted & set(page.tokens[i])]
    return next(iter(similar or [i for i in above if page.word_counts[i] >= _MIN_SURE_HEADLINE_WORDS]), None)


def _is_same_line(one: str, other: str) -> bool:
    """Whether two lines are the same, or one is the other with a publisher's name behind it."""
    if not one or not other:
        return False
    short, long = sorted((one, other), key=len)
    return long.startswith(short) and len(short) * 10 >= len(long) * 7


def _find_likely_headline(page: Page, first: int) -> int | None:
    """The top heading, else the line above the story whose words recur in it most; of equals the first."""
    above = [i for i, _ in page.open_blocks() if i < first and page.word_counts[i] in _HEADLINE_WORDS]
    headings = [i for i in above if page.blocks[i].level == 1] or [i for i in above if page.blocks[i].level == 2]
    if headings:
        return headings[0]
    lines = [i for i in above if i >= first - _HEADLINE_REACH and not _is_furniture(page, i)]
    story = set(chain.from_iterable([page.tokens[i] for i, _ in page.open_blocks(first) if page.is_long(i)]))
    best = max(lines, key=lambda i: (_headline_likeness(page, i, story), -i), default=None)
    if best is not None and best - 1 in lines and best - 2 not in lines and _is_shorter_title(page, best - 1):
        return best - 1  # of two lines that stand alone the second is the standfirst
    return best


def _is_shorter_title(page: Page, index: int) -> bool:
    """Whether a line is shorter than the next and ends in no stop."""
    return page.word_counts[index] <= page.word_counts[index + 1] and page.blocks[index].text[-1] not in ".,:;)"


def _headline_likeness(page: Page, index: int, story: set[str]) -> float:
    words = [word for word in page.tokens[index] if len(word) > 2 and word not in page.function_words]
    hits = sum(word in story for word in words)
    likeness = min(hits, _MAX_HEADLINE_HITS) - _MISS_PENALTY * (len(words) - hits)
    if page.blocks[index].text[-1] in ".,:;)":
        likeness -= _STOP_PENALTY
    return likeness + _BYLINE_BONUS * _has_byline_under(page, index)


def _is_furniture(page: Page, index: int) -> bool:
    """Whether a line above the story is a breadcrumb, a byline, a date or chrome."""
    breadcrumb = _BREADCRUMB.search(page.blocks[index].text)
    return bool(breadcrumb) or _is_date_or_byline(page, index) or find_chrome_rule(page, index) is not None


def _find_kicker(page: Page, headline: int) -> None:
    """A line of a few words right above the headline: "Asia | Banyan" names section and kicker, "Asia" one."""
    above = headline - 1
    if (
        above < 0
        or not page.is_open(above)
        or page.word_counts[above] > _MAX_KICKER_WORDS
        or not page.word_counts[above]
    ):
        return
    text = page.blocks[above].text
    parts = [part.strip() for part in _BREADCRUMB.split(text)]
    if _is_date_or_byline(page, above) or find_chrome_rule(page, above):
        return
    if len(parts) == 2 and all(parts):
        page.section, page.kicker = parts
        page.assign_role(above, Role.KICKER)
    elif len(parts) == 1 and page.normalized_texts[above] == normalize_words(page.article.section or ""):
        page.assign_role(above, Role.SECTION)
    elif len(parts) == 1 and above == 0:
        page.kicker = text
        page.assign_role(above, Role.KICKER)


def find_standfirst(page: Page) -> None:
    """The line under the headline that is neither byline nor date nor the story's first paragraph."""
    if page.headline is None:
        page.standfirst = page.article.standfirst if _is_written_by_hand(page) else None
        return
    candidates = _find_standfirst_candidates(page)
    choice = next((i for i in candidates if _is_marked_standfirst(page, i)), None)
    if choice is None:
        choice = next((i for i in candidates[:1] if _is_unmarked_standfirst(page, i)), None)
    if choice is not None:
        page.standfirst = page.blocks[choice].text
        page.assign_role(choice, Role.STANDFIRST)


def _find_standfirst_candidates(page: Page) -> list[int]:
    """Lines of a standfirst's length between the headline and the second paragraph."""
    first = next((i for i, _ in page.open_blocks(page.start + 1) if page.is_long(i)), len(page.blocks))
    return [
        index
        for index, block in page.open_blocks(page.start + 1)
        if index <= min(first + 1, page.start + _STANDFIRST_REACH)
        and page.word_counts[index] in _STANDFIRST_WORDS
        and not _is_furniture(page, index)
        and (
            index == page.start + 1
            or "standfirst" in block.hints
            or not block.hints & _NON_STANDFIRST_HINTS
            or _is_declared_standfirst(page, index)
        )
        and any(word in page.function_words for word in page.tokens[index])
    ]


def _is_marked_standfirst(page: Page, index: int) -> bool:
    """Whether its element is called a standfirst and the story's are not, or it stands where one is declared."""
    hints = page.blocks[index].hints
    below = index == page.start + 1
    apart = below or "standfirst" in hints or page.blocks[index].level > 0 or not page.is_prose(index)
    if page.has_elements and apart and _is_declared_standfirst(page, index) and not _has_long_sibling(page, index):
        return True
    common = page.hint_share("standfirst") > 0.3
    others = {"byline", "share", "related"} if below else {"caption", "byline", "share", "related"}
    return "standfirst" in hints and not common and not hints & others


def _is_declared_standfirst(page: Page, index: int) -> bool:
    """Whether a line is the summary that the page declares, or that summary is the line cut short."""
    declared = normalize_words(page.article.standfirst or "")
    cut = len(declared) >= _SUMMARY_CUT_CHARS and page.normalized_texts[index].startswith(declared)
    return cut or _is_same_line(page.normalized_texts[index], declared)


def _has_long_sibling(page: Page, index: int) -> bool:
    """Whether the next long paragraph stands in the same element: then this is the story's first one."""
    following = next((i for i, _ in page.open_blocks(index + 1) if page.is_long(i)), None)
    return following is not None and page.blocks[following].parent == page.blocks[index].parent


def _is_unmarked_standfirst(page: Page, index: int) -> bool:
    """Whether it is a heading, no sentence, or what the page declares with the byline right under it."""
    block = page.blocks[index]
    under = _is_declared_standfirst(page, index) and _has_byline_under(page, index)
    if not page.has_elements and (index > page.start + 1 or looks_like_caption(block.text)):
        return False
    return block.kind is BlockKind.HEADING or not page.is_prose(index) or under


def _is_written_by_hand(page: Page) -> bool:
    """Front matter above unlabelled text: its standfirst is part of the article, not a search engine's summary."""
    return not any(block.container for block in page.blocks)


def _has_byline_under(page: Page, index: int) -> bool:
    following = range(index + 1, min(index + 5, len(page.blocks)))
    return any(_is_date_or_byline(page, i) for i in following)


def _is_date_or_byline(page: Page, index: int) -> bool:
    text = page.blocks[index].text
    return is_date_line(text, page.language) or _is_byline(page, text)


def _is_byline(page: Page, text: str) -> bool:
    if len(text) > _MAX_BYLINE_CHARS:
        return False
    if page.article.byline and (declared := normalize_words(page.article.byline)):
        words = normalize_words(page.phrases.lead_in.sub("", text))
        if words and (words == declared or (words in declared and len(words) > 5)):
            return True
    return page.phrases.byline.find_rule(normalize_line(text)) is not None


def find_bylines_and_dates(page: Page) -> None:
    """Drop bylines and date lines, and learn from them who wrote the story and when."""
    for index, block in page.open_blocks(page.start):
        text = block.text
        if page.word_counts[index] <= 25 and _is_byline(page, text):
            page.drop(index, "byline")
            page.byline = page.byline or page.phrases.lead_in.sub("", text)
        elif is_date_line(text, page.language):
            page.drop(index, "date line")
            page.published = page.published or find_date(text, page.language)
    if page.published is None:
        page.published = _find_print_edition_date(page)


def _find_print_edition_date(page: Page) -> date | None:
    """The date in a line about the printed edition, "From the October 22nd 2022 edition"."""
    dated = [i for i, block in enumerate(page.blocks) if has_digit(block.text)]
    notes = (page.blocks[i].text for i in dated if find_chrome_rule(page, i) == "print note")
    return next(filter(None, (find_date(note, page.language) for note in notes)), None)
