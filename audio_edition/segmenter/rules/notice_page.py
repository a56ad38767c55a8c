"""Recognise pages that were saved instead of a story: errors, browser checks, questions about cookies or age."""

from __future__ import annotations

from audio_edition.segmenter.page import Page
from audio_edition.segmenter.phrases import normalize_line

HINTS = {
    "error page": "the site answered with an error; save the story again from a browser that shows it",
    "browser check": "the site checked the browser; save the story again once the browser shows it",
    "consent notice": "the site asked for consent to cookies; answer it in the browser, then save the story again",
    "age check": "the site asked for an age; answer it in the browser, then save the story again",
}
"""What to do about each kind of notice page, by the name of its rule."""

_MAX_NOTICE_WORDS = 150
_MAX_OTHER_WORDS = 60
"""Words beside the notice, none of them a sentence, on a page whose headline is a notice; on other pages the notice
must be the longer part."""


def drop_notice_page(page: Page) -> None:
    """Drop all open blocks of a page that has nothing but a notice, and record the kind of notice.

    A page with a long paragraph that is no notice has a story.
    """
    notices = {index: rule for index in range(len(page.blocks)) if (rule := _find_notice(page, index))}
    if not notices:
        return
    others = [index for index, _ in page.open_blocks() if index not in notices]
    words = sum(page.word_counts[index] for index in others)
    titles = (page.headline, page.article.headline)
    is_titled = any(title and page.phrases.notice.find_rule(normalize_line(title)) for title in titles)
    notice_words = sum(page.word_counts[index] for index in notices)
    is_framed = is_titled and not any(map(page.is_prose, others))
    if any(map(page.is_long, others)) or words > (_MAX_OTHER_WORDS if is_framed else notice_words):
        return
    longest = max(notices, key=lambda index: page.word_counts[index])
    page.notice = notices[longest]
    for index, _ in list(page.open_blocks()):
        page.drop(index, page.notice)


def _find_notice(page: Page, index: int) -> str | None:
    """Return the name of the notice that a block is; None for a line of the page's frame and for other text."""
    if page.blocks[index].container in {"nav", "footer"} or page.word_counts[index] > _MAX_NOTICE_WORDS:
        return None
    return page.phrases.notice.find_rule(normalize_line(page.blocks[index].text))
