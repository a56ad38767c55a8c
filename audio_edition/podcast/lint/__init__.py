"""Is the feed what directories and podcast apps ask for? PSP-1, Apple's requirements, and our own promises.

PSP-1 is the podcast standard of the Podcast Standards Project; Apple's is "Podcast RSS feed requirements".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from audio_edition.podcast.lint import attached, channel, item, whole
from audio_edition.podcast.lint.document import Media, read_pages

__all__ = ["Media", "lint"]


def lint(output: Path, media: Mapping[str, Media]) -> Iterator[str]:
    """What is wrong with the feed in `output`, a line each; `media` is what its MP3s were heard to be, by path."""
    pages, unreadable = read_pages(output)
    yield from unreadable
    for page in pages:
        found = (*channel.find_problems(page), *attached.find_cover_problems(page, page.channel, output))
        yield from (f"{page.name}: {problem}" for problem in found)
        for each in page.items:
            found = (*item.find_problems(each), *attached.find_problems(each, output, media))
            yield from (f"{page.name}: {each.label}: {problem}" for problem in found)
    if pages and not unreadable:
        yield from whole.find_problems(pages, media)
