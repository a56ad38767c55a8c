"""Where the story is over, when a heading says so and nothing long follows."""

from __future__ import annotations

from audio_edition.text.segmenter.page import Page


def drop_after_heading(page: Page) -> None:
    """Drop everything from the first "Related" or "More from Asia" on that has no long paragraph behind it."""
    long = [index for index, _ in page.open_blocks(page.start) if page.is_long(index)]
    if not long:
        return
    heading = next((index for index in range(long[-1] + 1, len(page.blocks)) if page.is_end(index)), None)
    if heading is None:
        return
    for index, _ in list(page.open_blocks(heading)):
        page.drop(index, f"after the story: {page.blocks[heading].text[:60]}")
