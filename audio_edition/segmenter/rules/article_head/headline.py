"""Find the headline and the kicker of an article among its blocks."""

from __future__ import annotations

import re
from itertools import chain

from audio_edition.languages.words import is_longer
from audio_edition.model import Role
from audio_edition.segmenter.normalized_words import normalize_words
from audio_edition.segmenter.page import Page
from audio_edition.segmenter.rules.article_head.bylines import (
    distance_to_byline,
    find_notice_rule,
    is_author_or_date,
    is_date_or_byline,
)
from audio_edition.segmenter.rules.phrases import find_chrome_rule

_HEADLINE_REACH = 40
"""Blocks above the first paragraph that are searched for a headline; farther up are menus."""

_MAX_HEADLINE_HITS, _MISS_PENALTY, _STOP_PENALTY, _BYLINE_BONUSES = 4, 0.4, 4.0, (2.5, 2.5, 2.0, 1.0)
"""Weights for how likely a line is the headline. Most words of a headline recur in the story, of which at most four
count; each word that does not recur is a miss. A caption ends with a stop. A byline or date follows a headline at a
distance of one to four lines."""

_HEADLINE_WORDS = range(3, 31)
_COPY_BONUS = 1.5
"""Weight of a line of several words that the page prints twice, as in a breadcrumb or beside a picture."""

_MAX_SLOGAN_WORDS = 12
_COPY_REACH = 6
_MAX_KICKER_WORDS, _MAX_SECTION_WORDS = 5, 7
_MIN_SURE_HEADLINE_WORDS = 4
"""Words that a top heading needs to be a headline; a shorter one may be the name of the newspaper."""

_MAX_CAPTIONS_ABOVE = 5
"""A headline may stand this many blocks below the first paragraph, because that may be a caption."""

_SIDE_CONTAINERS = frozenset({"nav", "aside", "footer"})
_INNER_STOP = re.compile(r"[.!?] \S")
_BREADCRUMB = re.compile(r"\s[|/›»>•·]\s")


def find_headline(page: Page) -> None:
    """Find the headline and the kicker above it, set the page's start, and drop repetitions of the headline."""
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
    _drop_site_slogans(page, index)
    for other, _ in page.open_blocks():
        if page.normalized_texts[other] == page.normalized_texts[index]:
            page.drop(other, "headline again")


def _drop_site_slogans(page: Page, headline: int) -> None:
    """Drop the short lines between a heading that is not the headline, as of the site's name, and the headline."""
    tops = [i for i, block in page.open_blocks() if i < headline and block.level == 1]
    for index, _ in page.open_blocks(tops[0] if tops else headline):
        if index >= headline:
            return
        if page.word_counts[index] <= _MAX_SLOGAN_WORDS and not page.is_prose(index):
            page.drop(index, "above the headline")


def _find_first_paragraph(page: Page) -> int:
    """Return the index of the first block that is a paragraph of a story; the number of blocks if none is.

    On a page with three such blocks or more, another one must stand within the next eight blocks.
    """
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
    """Return the index of the last block above the story that has the declared headline; None if none has.

    A heading of level 1 is preferred, and may stand a few blocks below the first paragraph, which may be a caption.
    """
    if not page.article.headline:
        return None
    wanted = normalize_words(page.article.headline)
    matches = [i for i, _ in page.open_blocks() if is_same_line(page.normalized_texts[i], wanted)]
    above = [i for i in matches if i <= first]
    headings = [i for i in matches if page.blocks[i].level == 1 and i <= first + _MAX_CAPTIONS_ABOVE]
    return next(reversed(headings or above), None)


def _find_printed_headline(page: Page, first: int) -> int | None:
    """Return the index of the level-1 heading above the story that is the headline, though another one is declared.

    Publishers declare headlines of their own for search engines. A heading that shares a word with the declared
    headline is preferred to the first that is long enough. Return None if there is no such heading.
    """
    wanted = {word for word in normalize_words(page.article.headline or "").split() if is_longer(word, 3)}
    above = [i for i, block in page.open_blocks() if i <= first and block.level == 1]
    above = [i for i in above if page.blocks[i].container not in _SIDE_CONTAINERS]
    similar = [i for i in above if wanted & set(page.tokens[i])]
    return next(iter(similar or [i for i in above if page.word_counts[i] >= _MIN_SURE_HEADLINE_WORDS]), None)


def is_same_line(one: str, other: str) -> bool:
    """Return True if two lines are equal, or one is the other followed by little more than a publisher's name."""
    if not one or not other:
        return False
    short, long = sorted((one, other), key=len)
    return long.startswith(short) and len(short) * 10 >= len(long) * 7


def _find_likely_headline(page: Page, first: int) -> int | None:
    """Return the index of the likeliest headline above the first paragraph; None if there is no candidate.

    This is the first heading of the highest level, else the line whose words recur in the story most. The title of
    a text without paragraphs, such as a poem, is its first line.
    """
    if first == len(page.blocks) and not page.has_markup:
        return next((i for i, _ in page.open_blocks() if not is_head_chrome(page, i)), None)
    above = [i for i, _ in page.open_blocks() if i < first and page.word_counts[i] in _HEADLINE_WORDS]
    headings = [i for i in above if page.blocks[i].level == 1] or [i for i in above if page.blocks[i].level == 2]
    if headings:
        return headings[0]
    lines = [i for i in above if i >= first - _HEADLINE_REACH and not is_head_chrome(page, i)]
    story = set(chain.from_iterable([page.tokens[i] for i, _ in page.open_blocks(first) if page.is_long(i)]))
    best = max(lines, key=lambda i: (_score_headline(page, i, story), -i), default=None)
    if best is None:
        return _find_headline_below_teaser(page, first)
    if best - 1 in lines and best - 2 not in lines and _is_shorter_title(page, best - 1, story):
        return best - 1  # of two lines on their own, the second is the standfirst
    return best


def _find_headline_below_teaser(page: Page, first: int) -> int | None:
    """Return the line right above a byline or date between the first paragraph, then a teaser, and the next one."""
    second = next((i for i, _ in page.open_blocks(first + 1) if page.is_prose(i)), first)
    lines = (i for i, _ in page.open_blocks(first + 1) if i < second and page.word_counts[i] in _HEADLINE_WORDS)
    return next((i for i in lines if not is_head_chrome(page, i) and distance_to_byline(page, i) == 1), None)


def _is_shorter_title(page: Page, index: int, story: set[str]) -> bool:
    """Return True if a line is a headline above its standfirst.

    It is no longer than the next line, does not end with a stop, and shares words with the story. One word is
    enough if the next line has a stop inside, as only a standfirst has.
    """
    words = _content_words(page, index)
    hits = sum(word in story for word in words)
    return (
        page.word_counts[index] <= page.word_counts[index + 1]
        and page.blocks[index].text[-1] not in ".,:;)"
        and (3 * hits >= len(words) or (hits > 0 and _has_inner_stop(page.blocks[index + 1].text)))
    )


def _has_inner_stop(text: str) -> bool:
    return _INNER_STOP.search(text) is not None


def _content_words(page: Page, index: int) -> list[str]:
    return [word for word in page.tokens[index] if is_longer(word, 2) and word not in page.function_words]


def _score_headline(page: Page, index: int, story: set[str]) -> float:
    """Return how likely a line is the headline of a story with these words; higher is likelier."""
    words = _content_words(page, index)
    hits = sum(word in story for word in words)
    score = min(hits, _MAX_HEADLINE_HITS) - _MISS_PENALTY * (len(words) - hits)
    if page.blocks[index].text[-1] in ".,:;)":
        score -= _STOP_PENALTY
    if page.word_counts[index] >= _MIN_SURE_HEADLINE_WORDS and _has_near_copy(page, index):
        score += _COPY_BONUS
    distance = distance_to_byline(page, index)
    return score + (_BYLINE_BONUSES[distance - 1] if distance else 0)


def _has_near_copy(page: Page, index: int) -> bool:
    """Return True if one of the next lines has the same words; a menu is printed again far below."""
    return any(0 < abs(other - index) <= _COPY_REACH for other in page.find_copies(index))


def is_head_chrome(page: Page, index: int) -> bool:
    """Return True if a line in the head of the page is a breadcrumb, a byline, a date or chrome."""
    return (
        _is_breadcrumb(page.blocks[index].text)
        or is_author_or_date(page, index)
        or find_chrome_rule(page, index) is not None
        or find_notice_rule(page, index) is not None
    )


def _is_breadcrumb(text: str) -> bool:
    """Return True for names of sections with signs between them; a headline may have one bar and many words."""
    parts = _BREADCRUMB.split(text)
    return len(parts) > 1 and (len(parts) > 2 or len(text.split()) <= _MAX_SECTION_WORDS)


def _find_kicker(page: Page, headline: int) -> None:
    """Read section and kicker from a short line right above the headline: "Asia | Banyan", or only "Asia"."""
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
    if is_date_or_byline(page, above) or find_chrome_rule(page, above):
        return
    if len(parts) == 2 and all(parts):
        page.section, page.kicker = parts
        page.assign_role(above, Role.KICKER)
    elif len(parts) == 1 and page.normalized_texts[above] == normalize_words(page.article.section or ""):
        page.assign_role(above, Role.SECTION)
    elif len(parts) == 1 and above == 0:
        page.kicker = text
        page.assign_role(above, Role.KICKER)
