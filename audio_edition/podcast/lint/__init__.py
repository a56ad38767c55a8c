"""Checks the feed against PSP-1, Apple's requirements, and the promises of this project.

PSP-1 is the podcast standard of the Podcast Standards Project; Apple's document is "Podcast RSS feed requirements".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from audio_edition.podcast.lint import attached, channel, item, whole
from audio_edition.podcast.lint.document import Media, read_pages

__all__ = ["Media", "lint"]


def lint(output: Path, media: Mapping[str, Media]) -> Iterator[str]:
    """Yield the problems of the feed in `output`, one per line; `media` is its decoded MP3s by path."""
    pages, read_problems = read_pages(output)
    yield from read_problems
    for page in pages:
        problems = (*channel.find_problems(page), *attached.find_cover_problems(page, page.channel, output))
        yield from (f"{page.name}: {problem}" for problem in problems)
        for feed_item in page.items:
            problems = (*item.find_problems(feed_item), *attached.find_problems(feed_item, output, media))
            yield from (f"{page.name}: {feed_item.label}: {problem}" for problem in problems)
    if pages and not read_problems:
        yield from whole.find_problems(pages, media)
