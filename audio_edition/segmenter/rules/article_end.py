"""Where the story is over: at a heading with nothing long behind it, or with readers' comments."""

from __future__ import annotations

from audio_edition.segmenter.page import Page
from audio_edition.segmenter.phrases import normalize_line

_MIN_STORY_PARAGRAPHS, _MIN_REPLIES, _REPLY_WINDOW = 3, 2, 40
"""Long paragraphs above a thread of comments, and signs of one within so many blocks of its heading."""

_MIN_DATED_REPLIES = 3
_MAX_HEADING_WORDS = 6


def drop_after_end_heading(page: Page) -> None:
    """Drop everything from the first "Related" or "More from Asia" on that has no long paragraph behind it."""
    long = [index for index, _ in page.open_blocks(page.start) if page.is_long(index)]
    if not long:
        return
    heading = next((index for index in range(long[-1] + 1, len(page.blocks)) if page.is_end_heading(index)), None)
    if heading is None:
        return
    for index, _ in list(page.open_blocks(heading)):
        page.drop(index, f"after the story: {page.blocks[heading].text[:60]}")


def drop_comment_thread(page: Page) -> None:
    """Drop everything from the heading "Comments" on, when replies follow it and a story stands above; or from the
    first of several replies over their dates.
    """
    long = [index for index, _ in page.open_blocks(page.start) if page.is_long(index)]
    if len(long) < _MIN_STORY_PARAGRAPHS:
        return
    below = [index for index, _ in page.open_blocks(long[_MIN_STORY_PARAGRAPHS - 1] + 1)]
    dated = [index for index in below if _is_dated_reply(page, index)]
    opening = next((index for index in below if _is_comment_heading(page, index)), len(page.blocks))
    first = min(opening, *dated[:1]) if len(dated) >= _MIN_DATED_REPLIES else opening
    for index, _ in list(page.open_blocks(first)):
        page.drop(index, "reader comments")


def _is_dated_reply(page: Page, index: int) -> bool:
    """Whether it is "Somebody says:" over a date."""
    after = index + 1
    dated = after < len(page.blocks) and page.verdicts[after] == "date line"
    return dated and page.phrases.reply.find_rule(normalize_line(page.blocks[index].text)) is not None


def _is_comment_heading(page: Page, index: int) -> bool:
    if page.word_counts[index] > _MAX_HEADING_WORDS or not page.phrases.thread.find_rule(
        normalize_line(page.blocks[index].text)
    ):
        return False
    behind = page.blocks[index + 1 : index + 1 + _REPLY_WINDOW]
    return (
        sum(page.phrases.reply.find_rule(normalize_line(block.text)) is not None for block in behind)
        >= _MIN_REPLIES
    )
