"""Paths → scripts, in the order of the edition; what cannot be read is told apart, not lost."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from audio_edition.config import Config, Patterns
from audio_edition.errors import AudioEditionError, NoStoryError
from audio_edition.model import Article, BlockKind, Script
from audio_edition.text import readers, segmenter, sources


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """An article that is not in the edition, and why."""

    id: str
    source: str
    error: AudioEditionError


@dataclass(frozen=True, slots=True, kw_only=True)
class Scripts:
    """What was read: scripts in listening order, failures, and files and parts of books that are no articles."""

    scripts: tuple[Script, ...]
    failures: tuple[Failure, ...]
    ignored: tuple[str, ...]
    unmatched: tuple[str, ...]
    files: tuple[Path, ...]
    publication: str | None
    issued: date | None


def read_scripts(paths: Sequence[Path], config: Config | None = None) -> Scripts:
    """Read and segment every article below `paths`. Raises ArticleError if there is none at all."""
    config = config or Config()
    found, ignored = sources.find(paths)
    if not found:
        raise NoStoryError(
            f"{', '.join(map(str, paths))}: there are no articles here",
            hint=f"save pages or text there as {', '.join(sorted(readers.SUFFIXES))}",
        )
    articles, failures = _read(found)
    left_out = list(map(str, ignored))
    scripts: list[Script] = []
    for article, shared in zip(articles, segmenter.shared_lines(articles), strict=True):
        try:
            script = segmenter.segment(article, shared=shared, overrides=_overrides(config, article.id))
            scripts.append(replace(script, published=script.published or article.issued))
        except NoStoryError as error:
            if article.part:  # a book has pages that are no story
                left_out.append(article.source)
            else:
                failures.append(Failure(id=article.id, source=article.source, error=error))
    return Scripts(
        scripts=_in_order(scripts, config.sections),
        failures=tuple(failures),
        ignored=tuple(left_out),
        unmatched=tuple(sorted(config.articles.keys() - {article.id for article in articles})),
        files=tuple(source.path for source in found),
        publication=_common({article.publication for article in articles}),
        issued=max((article.issued for article in articles if article.issued), default=None),
    )


def _overrides(config: Config, article: str) -> segmenter.Overrides:
    own = config.articles.get(article, Patterns())
    return segmenter.Overrides(
        keep=(*own.keep, *config.keep),
        drop=(*own.drop, *config.drop),
        kinds=frozenset(map(BlockKind, config.keep_kinds)),
    )


def _common(publications: set[str | None]) -> str | None:
    """The one paper, book or feed that all articles come from; None if there are several."""
    return publications.pop() if len(publications) == 1 else None


def _read(found: Sequence[sources.Source]) -> tuple[list[Article], list[Failure]]:
    """Every article of the files, each with an id of its own, and the files that failed."""
    articles: list[Article] = []
    failures: list[Failure] = []
    taken = {source.id for source in found}
    for source in found:
        try:
            held = readers.read(source.path, section=source.section, id=source.id)
        except AudioEditionError as error:
            failures.append(Failure(id=source.id, source=str(source.path), error=error))
            continue
        for article in held:
            name = article.id or sources.unique_id(article.headline or source.id, article.section, taken)
            taken.add(name)
            articles.append(replace(article, id=name))
    return articles, failures


def _in_order(scripts: list[Script], section_order: Sequence[str]) -> tuple[Script, ...]:
    """Section by section: the order asked for, then that of first appearance; within one, as they came."""
    names = [name.casefold() for name in section_order]
    names += [(script.section or "").casefold() for script in scripts]
    return tuple(sorted(scripts, key=lambda script: names.index((script.section or "").casefold())))
