"""Find the standfirst of an article among its blocks."""

from __future__ import annotations

from audio_edition.model import BlockKind, Role
from audio_edition.segmenter.classifier.block_features import looks_like_caption
from audio_edition.segmenter.normalized_words import normalize_words
from audio_edition.segmenter.page import Page
from audio_edition.segmenter.rules.article_head.bylines import has_byline_below, is_author_or_date
from audio_edition.segmenter.rules.article_head.headline import is_head_chrome, is_same_line

_STANDFIRST_WORDS = range(5, 61)
_STANDFIRST_REACH = 20
"""Blocks below the headline that are searched for a standfirst."""

_NON_STANDFIRST_HINTS = frozenset(
    {"share", "byline", "date", "caption", "related", "sign-up", "topics", "advertisement"}
)
_NON_LEAD_HINTS = frozenset(
    {"share", "byline", "date", "caption", "sign-up", "advertisement", "comments", "notice"}
)
_SUMMARY_CUT_CHARS = 100
"""Characters after which publishers cut a summary for search engines."""


def find_standfirst(page: Page) -> None:
    """Find the standfirst: a line below the headline that is not a byline, a date or a paragraph of the story."""
    if page.headline is None:
        page.standfirst = page.article.standfirst if _is_written_by_hand(page) else None
        return
    candidates = _find_standfirst_candidates(page)
    index = next((i for i in candidates if _is_marked_standfirst(page, i)), None)
    if index is None:
        index = next((i for i in candidates[:1] if _is_unmarked_standfirst(page, i)), None)
    if index is None:
        index = next((i for i in candidates if _is_lead(page, i)), None)
    if index is not None:
        page.standfirst = page.blocks[index].text
        page.assign_role(index, Role.STANDFIRST)


def _find_standfirst_candidates(page: Page) -> list[int]:
    """Return the lines of a standfirst's length between the headline and the second long paragraph."""
    first = next((i for i, _ in page.open_blocks(page.start + 1) if page.is_long(i)), len(page.blocks))
    return [
        index
        for index, block in page.open_blocks(page.start + 1)
        if index <= min(first + 1, page.start + _STANDFIRST_REACH)
        and page.word_counts[index] in _STANDFIRST_WORDS
        and not is_head_chrome(page, index)
        and (
            index == page.start + 1
            or "standfirst" in block.hints
            or not block.hints & _NON_STANDFIRST_HINTS
            or _is_declared_standfirst(page, index)
        )
        and page.has_function_word(index)
    ]


def _is_marked_standfirst(page: Page, index: int) -> bool:
    """Return True if markup shows that a line is the standfirst.

    Either its element is named so and most of the story's are not, or it has the words of the declared standfirst
    and is in another element than the story.
    """
    hints = page.blocks[index].hints
    is_below_headline = index == page.start + 1
    if page.has_elements and _is_declared_standfirst(page, index) and not _has_long_sibling(page, index):
        return True
    is_common = page.hint_share("standfirst") > 0.3
    excluded = {"byline", "share", "related"} if is_below_headline else {"caption", "byline", "share", "related"}
    return "standfirst" in hints and not is_common and not hints & excluded


def _is_declared_standfirst(page: Page, index: int) -> bool:
    """Return True if a line is the summary that the page declares, or that summary is the beginning of the line."""
    declared = normalize_words(page.article.standfirst or "")
    is_cut = len(declared) >= _SUMMARY_CUT_CHARS and page.normalized_texts[index].startswith(declared)
    return is_cut or is_same_line(page.normalized_texts[index], declared)


def _has_long_sibling(page: Page, index: int) -> bool:
    """Return True if the next long paragraph is in the same element, so this is the first paragraph."""
    following = _next_long_paragraph(page, index)
    return following is not None and page.blocks[following].parent == page.blocks[index].parent


def _is_unmarked_standfirst(page: Page, index: int) -> bool:
    """Return True if a line is a heading, not a sentence, or the declared standfirst right above a byline."""
    block = page.blocks[index]
    is_above_byline = _is_declared_standfirst(page, index) and has_byline_below(page, index)
    if not page.has_elements and (index > page.start + 1 or looks_like_caption(block.text)):
        return False
    return block.kind is BlockKind.HEADING or not page.is_prose(index) or is_above_byline


def _is_lead(page: Page, index: int) -> bool:
    """Return True if a sentence is right below the headline and apart from the story, or right above the byline.

    Bylines and dates may stand between it and the headline. In plain text only a byline shows that it is apart.
    """
    block = page.blocks[index]
    if not page.is_prose(index) or looks_like_caption(block.text) or block.hints & _NON_LEAD_HINTS:
        return False
    if any(page.is_prose(i) for i in range(page.start + 1, index)) or _next_long_paragraph(page, index) is None:
        return False
    if any(is_author_or_date(page, i) for i in range(index + 1, min(index + 3, len(page.blocks)))):
        return True
    is_next = all(is_author_or_date(page, i) for i in range(page.start + 1, index))
    return page.has_elements and is_next and "story" not in block.hints and not _has_long_sibling(page, index)


def _next_long_paragraph(page: Page, index: int) -> int | None:
    return next((i for i, _ in page.open_blocks(index + 1) if page.is_long(i)), None)


def _is_written_by_hand(page: Page) -> bool:
    """Return True for front matter above text without landmarks.

    Its standfirst is part of the article, not a summary for search engines.
    """
    return not any(block.container for block in page.blocks)
