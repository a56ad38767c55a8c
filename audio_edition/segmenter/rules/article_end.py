"""Drop all blocks behind the end of the story: from a heading such as "Related", or from readers' comments, on."""

from __future__ import annotations

from audio_edition.segmenter.page import Page
from audio_edition.segmenter.phrases import normalize_line

_MIN_STORY_PARAGRAPHS = 3
"""Long paragraphs that must stand above a thread of comments."""

_MIN_REPLIES, _REPLY_WINDOW = 2, 40
"""Lines such as "Reply" that must follow the heading of a thread, and the number of blocks searched for them."""

_MIN_DATED_REPLIES = 3
"""Dated replies that make a thread even without a heading."""

_MAX_HEADING_WORDS = 6


def drop_after_end_heading(page: Page) -> None:
    """Drop all blocks from the first heading such as "Related" behind the last long paragraph on."""
    long = [index for index, _ in page.open_blocks(page.start) if page.is_long(index)]
    if not long:
        return
    heading = next((index for index in range(long[-1] + 1, len(page.blocks)) if page.is_end_heading(index)), None)
    if heading is None:
        return
    for index, _ in list(page.open_blocks(heading)):
        page.drop(index, f"after the story: {page.blocks[heading].text[:60]}")


def drop_comment_thread(page: Page) -> None:
    """Drop all blocks from a heading such as "Comments" on, or from the first of several dated replies on.

    Replies must follow the heading, and at least three long paragraphs must stand above the thread.
    """
    long = [index for index, _ in page.open_blocks(page.start) if page.is_long(index)]
    if len(long) < _MIN_STORY_PARAGRAPHS:
        return
    below = [index for index, _ in page.open_blocks(long[_MIN_STORY_PARAGRAPHS - 1] + 1)]
    dated = [index for index in below if _is_dated_reply(page, index)]
    heading = next((index for index in below if _is_comment_heading(page, index)), len(page.blocks))
    first = min(heading, *dated[:1]) if len(dated) >= _MIN_DATED_REPLIES else heading
    for index, _ in list(page.open_blocks(first)):
        page.drop(index, "reader comments")


def _is_dated_reply(page: Page, index: int) -> bool:
    """Return True if a block introduces a comment ("Ada says:") and a date line follows it."""
    following = index + 1
    is_dated = following < len(page.blocks) and page.verdicts[following] == "date line"
    return is_dated and page.phrases.reply.find_rule(normalize_line(page.blocks[index].text)) is not None


def _is_comment_heading(page: Page, index: int) -> bool:
    """Return True if a block is worded like the heading of a thread of comments and replies follow it."""
    if page.word_counts[index] > _MAX_HEADING_WORDS or not page.phrases.thread.find_rule(
        normalize_line(page.blocks[index].text)
    ):
        return False
    following = page.blocks[index + 1 : index + 1 + _REPLY_WINDOW]
    return (
        sum(page.phrases.reply.find_rule(normalize_line(block.text)) is not None for block in following)
        >= _MIN_REPLIES
    )
