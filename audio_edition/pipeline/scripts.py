"""Paths → scripts, in the order of the edition; what cannot be read is told apart, not lost."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from audio_edition.errors import AudioEditionError, NoStoryError
from audio_edition.model import Article, Script
from audio_edition.text import readers, segmenter, sources


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """An article that is not in the edition, and why."""

    id: str
    source: str
    error: AudioEditionError


@dataclass(frozen=True, slots=True, kw_only=True)
class Scripts:
    """What was read: scripts in listening order, failures, and files that are no articles."""

    scripts: tuple[Script, ...]
    failures: tuple[Failure, ...]
    ignored: tuple[Path, ...]


def read_scripts(paths: Sequence[Path], section_order: Sequence[str] = ()) -> Scripts:
    """Read and segment every article below `paths`. Raises ArticleError if there is none at all."""
    found, ignored = sources.find(paths)
    if not found:
        raise NoStoryError(
            f"{', '.join(map(str, paths))}: there are no articles here",
            hint=f"save pages or text there as {', '.join(sorted(readers.SUFFIXES))}",
        )
    articles: list[Article] = []
    failures: list[Failure] = []
    for source in found:
        try:
            articles.append(readers.read(source.path, section=source.section, id=source.id))
        except AudioEditionError as error:
            failures.append(Failure(id=source.id, source=str(source.path), error=error))
    scripts: list[Script] = []
    for article, shared in zip(articles, segmenter.shared_lines(articles), strict=True):
        try:
            scripts.append(segmenter.segment(article, shared=shared))
        except AudioEditionError as error:
            failures.append(Failure(id=article.id, source=article.source, error=error))
    return Scripts(scripts=_in_order(scripts, section_order), failures=tuple(failures), ignored=ignored)


def _in_order(scripts: list[Script], section_order: Sequence[str]) -> tuple[Script, ...]:
    """Section by section: the order asked for, then that of first appearance; within one, as they came."""
    names = [name.casefold() for name in section_order]
    names += [(script.section or "").casefold() for script in scripts]
    return tuple(sorted(scripts, key=lambda script: names.index((script.section or "").casefold())))
