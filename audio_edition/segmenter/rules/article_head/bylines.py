"""Find the bylines and date lines of an article among its blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from audio_edition.languages.sentence_ends import ends_sentence
from audio_edition.model import Block
from audio_edition.segmenter.classifier.block_features import looks_like_caption
from audio_edition.segmenter.dates import find_date, has_digit, is_date_line
from audio_edition.segmenter.normalized_words import normalize_words
from audio_edition.segmenter.page import Page
from audio_edition.segmenter.phrases import normalize_line
from audio_edition.segmenter.rules.article_head.authors import is_lead_in, read_bare_names, read_byline
from audio_edition.segmenter.rules.phrases import find_chrome_rule

_MAX_BYLINE_CHARS = 100
"""Characters of a byline that only its phrase or the declared authors show."""

_MAX_BYLINE_WORDS = 25
_MIN_PARTIAL_BYLINE_CHARS = 6
"""Characters of a part of the declared byline that is enough for a byline."""

_LINES_ABOVE_HEADLINE = 3
"""Lines above the headline in which its author may be named."""

_MAX_HEAD_LINES = 40
"""Lines below the headline in which authors are looked for, if no long paragraph ends the head before."""

_STORY_GAP = 2
"""Lines from one paragraph to the next at the beginning of a story."""

_MAX_DATED_WORDS = 12
"""Words of a line in the head whose date is that of the article."""

_READABLE_RULES = frozenset({"links", "beside the story", "form", "page footer", "byline"})
"""Rules that drop bylines for their markup; authors are read from these blocks all the same."""

_HANDLE = re.compile(r"@\w+(?:/\w+)?|\d+ ?min(?:ute)?s?\.?(?: read)?", re.IGNORECASE)
_DOMAIN = re.compile(r"[\w-]+(?:\.[\w-]+)*\.[a-z]{2,10}", re.IGNORECASE)
_SIGNS = re.compile(r"[\W_]+")


def find_bylines_and_dates(page: Page) -> None:
    """Drop bylines and date lines, and take the page's byline and date from them."""
    end = _find_head_end(page)
    page.byline = _choose_byline(page, end)
    for index, block in page.open_blocks(page.start):
        if is_byline(page, index) or (index < end and _names_found_author(page, index)):
            page.drop(index, "byline")
        elif index < end and (rule := find_notice_rule(page, index)):
            page.drop(index, rule)
        elif _is_entry_heading(block, index, end):
            continue
        elif is_date_line(block.text, page.language, needs_year=index >= end):
            page.drop(index, "date line")
            page.published = page.published or find_date(block.text, page.language)
    if page.published is None:
        page.published = _find_printed_date(page, end)


def has_byline_below(page: Page, index: int) -> bool:
    """Return True if one of the four blocks below is a byline or a date line."""
    return distance_to_byline(page, index) is not None


def distance_to_byline(page: Page, index: int) -> int | None:
    """Return the number of blocks, up to four, to the next byline, date line or author's name below; else None."""
    following = range(index + 1, min(index + 5, len(page.blocks)))
    return next((i - index for i in following if is_author_or_date(page, i)), None)


def is_author_or_date(page: Page, index: int) -> bool:
    """Return True if a block is a byline, a date line, or the name of an author beside a date."""
    return is_date_or_byline(page, index) or _is_bare_byline(page, index)


def is_date_or_byline(page: Page, index: int) -> bool:
    """Return True if a block is a byline or a date line."""
    return is_date_line(page.blocks[index].text, page.language) or is_byline(page, index)


def is_byline(page: Page, index: int) -> bool:
    """Return True if a block is a byline by its wording, or has the names of the declared byline."""
    text = page.blocks[index].text
    if page.word_counts[index] > _MAX_BYLINE_WORDS:
        return False
    if _read_byline(page, index) is not None or is_lead_in(text, page.language):
        return True
    if len(text) > _MAX_BYLINE_CHARS:
        return False
    if _has_declared_names(page, text):
        return True
    is_phrase = page.phrases.byline.find_rule(normalize_line(text)) is not None
    return is_phrase and (not ends_sentence(text) or _begins_with_author(page, index))


def _begins_with_author(page: Page, index: int) -> bool:
    """Return True if a sentence about a person begins with a name from the byline, or the byline is unknown."""
    authors = normalize_words(page.byline or page.article.byline or "").split()
    return not authors or page.raw_tokens[index][0] in authors


def find_notice_rule(page: Page, index: int) -> str | None:
    """Return the rule of a line that is chrome in the head of an article, such as the name of a series, or None."""
    is_short = page.word_counts[index] <= _MAX_BYLINE_WORDS
    return page.phrases.head.find_rule(normalize_line(page.blocks[index].text)) if is_short else None


def _has_declared_names(page: Page, text: str) -> bool:
    declared = normalize_words(page.article.byline or "")
    words = normalize_words(page.phrases.lead_in.sub("", text)) if declared else ""
    return bool(words) and (words == declared or (words in declared and len(words) >= _MIN_PARTIAL_BYLINE_CHARS))


def _choose_byline(page: Page, end: int) -> str | None:
    """Return the declared authors, else those printed in the head of the article, else those of a later byline.

    Some pages declare the name of their site as the author.
    """
    declared = page.article.byline
    if declared and not _is_site_name(page, declared):
        return declared
    return (
        next(_read_head_bylines(page, end), None)
        or _join_listed_names(page, end)
        or next(_read_bare_bylines(page, end), None)
        or declared
        or next(_read_later_bylines(page, end), None)
    )


def _is_site_name(page: Page, name: str) -> bool:
    """Return True if a declared author is a domain, the publication, or the name in the page's address."""
    compact = _compact(name)
    host = _compact((page.article.url or "").partition("://")[2].partition("/")[0])
    return (
        _DOMAIN.fullmatch(name) is not None
        or compact == _compact(page.article.publication or "")
        or (len(compact) > 2 and compact in host)
    )


def _find_head_end(page: Page) -> int:
    """Return the index of the first long paragraph below the headline with another one close below it.

    A long standfirst or caption has none.
    """
    limit = min(page.start + _MAX_HEAD_LINES, len(page.blocks))
    long = [i for i in range(page.start + 1, min(limit + _STORY_GAP, len(page.blocks))) if page.is_long(i)]
    pairs = (one for one, other in pairwise(long) if other - one <= _STORY_GAP)
    return min(next(pairs, limit), limit)


def _head_blocks(page: Page, end: int) -> Iterator[int]:
    """Yield the blocks of the article's head that may name its authors, those below the headline first."""
    above = range(max(page.start - _LINES_ABOVE_HEADLINE, 0), page.start)
    for index in (*range(page.start, end), *reversed(above)):
        if page.is_open(index) or page.verdicts[index] in _READABLE_RULES:
            yield index


def _read_head_bylines(page: Page, end: int) -> Iterator[str]:
    for index in _head_blocks(page, end):
        if names := _read_byline(page, index):
            yield names


def _read_byline(page: Page, index: int) -> str | None:
    """Return the authors in a byline; in a script without capitals, the line without the words before them."""
    block = page.blocks[index]
    if page.word_counts[index] > _MAX_BYLINE_WORDS:
        return None
    if names := read_byline(block.text, page.language, is_marked="byline" in block.hints):
        return names
    first = next(filter(str.isalpha, block.text), "a")
    is_caseless = len(block.text) <= _MAX_BYLINE_CHARS and first.lower() == first.upper()
    is_known = is_caseless and page.phrases.byline.find_rule(normalize_line(block.text)) is not None
    return page.phrases.lead_in.sub("", block.text) if is_known else None


def _join_listed_names(page: Page, end: int) -> str | None:
    """Return the names on the lines below one that is only "By"."""
    for index in _head_blocks(page, end):
        if is_lead_in(page.blocks[index].text, page.language):
            names = []
            for line in page.blocks[index + 1 : end]:
                if (name := read_bare_names(line.text, page.language)) is None:
                    break
                names.append(name)
            if names:
                return ", ".join(names)
    return None


def _read_bare_bylines(page: Page, end: int) -> Iterator[str]:
    """Yield the names on lines of the head that are marked as a byline, or have or touch a date or a handle."""
    for index in _head_blocks(page, end):
        block = page.blocks[index]
        is_marked = "byline" in block.hints or has_digit(block.text)
        if index > page.start and (is_marked or _touches_date(page, index)):
            names = read_bare_names(block.text, page.language)
            if names and not _has_common_surname(page, names):
                yield names


def _is_bare_byline(page: Page, index: int) -> bool:
    """Return True if a block is a name beside a date."""
    names = read_bare_names(page.blocks[index].text, page.language) if _touches_date(page, index) else None
    return names is not None and not _has_common_surname(page, names)


def _has_common_surname(page: Page, names: str) -> bool:
    """Return True if the last word of a name stands in lower case elsewhere on the page: "Smart Home"."""
    return names.rsplit(maxsplit=1)[-1].lower() in page.lower_words


def _touches_date(page: Page, index: int) -> bool:
    """Return True if the line above or below is a date, the time that reading takes, or a user's name."""
    beside = [i for i in (index - 1, index + 1) if 0 <= i < len(page.blocks) and i != page.start]
    return any(
        is_date_line(page.blocks[i].text, page.language, needs_year=False) or _HANDLE.fullmatch(page.blocks[i].text)
        for i in beside
    )


def _read_later_bylines(page: Page, end: int) -> Iterator[str]:
    for index, _ in page.open_blocks(end):
        if names := _read_byline(page, index):
            yield names


def _names_found_author(page: Page, index: int) -> bool:
    """Return True if a line of the head has nothing but the names of the authors that were found."""
    names = read_bare_names(page.blocks[index].text, page.language) if page.byline else None
    return names is not None and normalize_words(names) in normalize_words(page.byline or "")


def _is_entry_heading(block: Block, index: int, end: int) -> bool:
    """Return True for a heading inside the story: a date there heads an entry of a diary or a timeline."""
    return index > end and block.level > 0


def _find_printed_date(page: Page, end: int) -> date | None:
    """Return the date in the article's head, of a note about the print edition, or in another line of it."""
    head = (i for i in _head_blocks(page, end) if _is_dated(page, i))
    notes = (i for i, block in enumerate(page.blocks) if has_digit(block.text) and _is_print_note(page, i))
    others = (i for i in _head_blocks(page, end) if i > page.start and _may_be_dated(page, i))
    lines = (page.blocks[i].text for group in (head, notes, others) for i in group)
    return next(filter(None, (find_date(line, page.language) for line in lines)), None)


def _is_dated(page: Page, index: int) -> bool:
    text = page.blocks[index].text
    return has_digit(text) and (page.verdicts[index] == "byline" or is_date_line(text, page.language))


def _may_be_dated(page: Page, index: int) -> bool:
    text = page.blocks[index].text
    return page.word_counts[index] <= _MAX_DATED_WORDS and not page.is_prose(index) and not looks_like_caption(text)


def _is_print_note(page: Page, index: int) -> bool:
    return find_chrome_rule(page, index) == "print note"


def _compact(text: str) -> str:
    return _SIGNS.sub("", text.casefold())
