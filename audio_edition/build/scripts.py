"""Paths → scripts, in the order of the edition; what cannot be read is told apart, not lost."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from audio_edition import readers, segmenter
from audio_edition.build.article_spool import ArticleSpool
from audio_edition.config import Config, Patterns
from audio_edition.errors import ArticleError, AudioEditionError, Failure, NoStoryError
from audio_edition.model import Article, BlockKind, Script
from audio_edition.progress import Progress, Stage, StageProgress, ignore_progress
from audio_edition.readers import sources


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


class ScriptReader:
    """Reads every article below `paths`, then gives their scripts one by one, in the order of the files.

    Only one article is in memory at a time; what the pages have in common needs all of them to be read first. The
    attributes are whole when the last script is out. Raises ArticleError if there is no article at all.
    """

    def __init__(
        self, paths: Sequence[Path], config: Config | None = None, progress: Progress = ignore_progress
    ) -> None:
        self._config = config or Config()
        self._progress = progress
        ids = sources.ArticleIds()
        found, ignored = sources.find_sources(paths, ids)
        if not found:
            raise NoStoryError(
                f"{', '.join(map(str, paths))}: there are no articles here",
                hint=f"save pages or text there as {', '.join(sorted(readers.SUFFIXES))}",
            )
        self._sources = found
        self._publications: set[str | None] = set()
        self._ids = ids
        self._article_ids: set[str] = set()
        self.files = tuple(source.path for source in found)
        self.ignored = [f"{path} (a link that leads out)" if path.is_symlink() else str(path) for path in ignored]
        self.failures: list[Failure] = []
        self.issued: date | None = None

    def __iter__(self) -> Iterator[Script]:
        with ArticleSpool() as shelf:
            neighbours = segmenter.BoilerplateIndex()
            for article in self._read_articles():
                shelf.put(article)
                neighbours.add(article)
            for number, article in enumerate(shelf):
                if (script := self._segment_article(article, neighbours.find_shared(number))) is not None:
                    yield script

    @property
    def publication(self) -> str | None:
        """The one paper, book or feed that all articles come from; None if there are several."""
        return next(iter(self._publications)) if len(self._publications) == 1 else None

    @property
    def unmatched(self) -> tuple[str, ...]:
        """The articles that have patterns in the configuration, and are not here."""
        return tuple(sorted(self._config.articles.keys() - self._article_ids))

    def _read_articles(self) -> Iterator[Article]:
        """Every article of the files, each with an id of its own; the files that cannot be read are failures."""
        for number, source in enumerate(self._sources):
            self._progress(StageProgress(stage=Stage.READING, done=number, total=len(self._sources)))
            try:
                held = readers.read(source.path, section=source.section, id=source.id)
            except AudioEditionError as error:
                self.failures.append(_make_failure(source.id, str(source.path), error))
                continue
            for article in held:
                name = article.id or self._ids.allocate(article.headline or source.id, article.section)
                self._article_ids.add(name)
                self._publications.add(article.publication)
                self.issued = max(filter(None, (self.issued, article.issued)), default=None)
                yield replace(article, id=name)
        self._progress(StageProgress(stage=Stage.READING, done=len(self._sources), total=len(self._sources)))

    def _segment_article(self, article: Article, shared: segmenter.SharedLines) -> Script | None:
        """The script of an article; None if there is no story in it, which a part of a book may do without."""
        try:
            overrides = _make_overrides(self._config, article.id)
            script = segmenter.segment(article, shared=shared, overrides=overrides)
        except NoStoryError as error:
            if article.part:
                self.ignored.append(article.source)
            else:
                self.failures.append(_make_failure(article.id, article.source, error))
            return None
        except ArticleError as error:
            self.failures.append(_make_failure(article.id, article.source, error))
            return None
        return replace(script, published=script.published or article.issued)


def _make_failure(id: str, source: str, error: AudioEditionError) -> Failure:  # noqa: A002 - the model's word
    """What failed, without the frames of the error's traceback, which would keep all that was read."""
    error.__cause__ = error.__context__ = None
    return Failure(id=id, source=source, error=error.with_traceback(None))


def read_scripts(
    paths: Sequence[Path], config: Config | None = None, progress: Progress = ignore_progress
) -> Scripts:
    """Read and segment every article below `paths`. Raises ArticleError if there is none at all."""
    reader = ScriptReader(paths, config, progress)
    scripts = list(reader)
    return Scripts(
        scripts=_sort_scripts(scripts, config.sections if config else ()),
        failures=tuple(reader.failures),
        ignored=tuple(reader.ignored),
        unmatched=reader.unmatched,
        files=reader.files,
        publication=reader.publication,
        issued=reader.issued,
    )


def _make_overrides(config: Config, article: str) -> segmenter.Overrides:
    own = config.articles.get(article, Patterns())
    return segmenter.Overrides(
        keep=(*own.keep, *config.keep),
        drop=(*own.drop, *config.drop),
        kinds=frozenset(map(BlockKind, config.keep_kinds)),
    )


def _sort_scripts(scripts: list[Script], section_order: Sequence[str]) -> tuple[Script, ...]:
    """Section by section: the order asked for, then that of first appearance; within one, as they came."""
    names = [name.casefold() for name in section_order]
    names += [(script.section or "").casefold() for script in scripts]
    places = {name: place for place, name in reversed([*enumerate(names)])}
    return tuple(sorted(scripts, key=lambda script: places[(script.section or "").casefold()]))
