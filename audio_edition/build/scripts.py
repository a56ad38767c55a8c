"""Reads and segments the articles of an edition; articles that cannot be read are listed as failures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
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
    """Scripts in listening order, failures, and other findings.

    `ignored` are files and parts of books that are not articles. `unmatched_ids` are ids that the settings name and
    no article has. `publication` and `issued` are declared by the articles.
    """

    scripts: tuple[Script, ...]
    failures: tuple[Failure, ...]
    ignored: tuple[str, ...]
    unmatched_ids: tuple[str, ...]
    files: tuple[Path, ...]
    publication: str | None
    issued: date | None


class ScriptReader:
    """Reads all articles below `paths`, then yields their scripts one by one, in the order of the files.

    All articles are read before the first script, because boilerplate is found by comparing pages; they are
    spooled, so that few are in memory at a time. The attributes are complete after the last script. Articles
    without a story are failures; `with_empty` yields their scripts too. Raises ArticleError if there is no article.
    """

    def __init__(
        self,
        paths: Sequence[Path],
        config: Config | None = None,
        progress: Progress = ignore_progress,
        *,
        with_empty: bool = False,
    ) -> None:
        self._config = config or Config()
        self._with_empty = with_empty
        self._progress = progress
        ids = sources.ArticleIds()
        files, ignored = sources.find_sources(paths, ids)
        if not files:
            raise NoStoryError(
                f"{', '.join(map(str, paths))}: there are no articles here",
                hint=f"save pages or text there as {', '.join(sorted(readers.SUFFIXES))}",
            )
        self._sources = files
        self._publications: set[str | None] = set()
        self._ids = ids
        self._article_ids: set[str] = set()
        self.files = tuple(source.path for source in files)
        self.ignored = [f"{path} (a link that leads out)" if path.is_symlink() else str(path) for path in ignored]
        self.failures: list[Failure] = []
        self.issued: date | None = None

    def __iter__(self) -> Iterator[Script]:
        with ArticleSpool() as spool:
            boilerplate = segmenter.BoilerplateIndex()
            for article in self._read_articles():
                spool.put(article)
                boilerplate.add(article)
            for number, article in enumerate(spool):
                if (script := self._segment_article(article, boilerplate.find_shared(number))) is not None:
                    yield script

    @property
    def publication(self) -> str | None:
        """The paper, book or feed that all articles come from; None if they come from several."""
        return next(iter(self._publications)) if len(self._publications) == 1 else None

    @property
    def unmatched_ids(self) -> tuple[str, ...]:
        """The ids of articles that have patterns in the settings but are not here."""
        return tuple(sorted(self._config.articles.keys() - self._article_ids))

    def _read_articles(self) -> Iterator[Article]:
        """Yield every article of the files with a unique id; files that cannot be read become failures."""
        for number, source in enumerate(self._sources):
            self._progress(StageProgress(stage=Stage.READING, done=number, total=len(self._sources)))
            try:
                articles = readers.read(source.path, section=source.section, id=source.id)
            except AudioEditionError as error:
                self.failures.append(_make_failure(source.id, str(source.path), error))
                continue
            for article in articles:
                name = article.id or self._ids.allocate(article.headline or source.id, article.section)
                self._article_ids.add(name)
                self._publications.add(article.publication)
                self.issued = max(filter(None, (self.issued, article.issued)), default=None)
                yield replace(article, id=name)
        self._progress(StageProgress(stage=Stage.READING, done=len(self._sources), total=len(self._sources)))

    def _segment_article(self, article: Article, shared: segmenter.SharedLines) -> Script | None:
        """Return the script of an article; None if it fails, or is ignored as a part of a book without a story."""
        try:
            overrides = _make_overrides(self._config, article.id)
            script = segmenter.judge(article, shared=shared, overrides=overrides)
        except ArticleError as error:
            self.failures.append(_make_failure(article.id, article.source, error))
            return None
        if not script.narrative:
            if article.part:
                self.ignored.append(article.source)
                return None
            self.failures.append(_make_failure(article.id, article.source, segmenter.make_no_story_error(script)))
        is_wanted = script.narrative or self._with_empty
        return replace(script, published=script.published or article.issued) if is_wanted else None


def _make_failure(id: str, source: str, error: AudioEditionError) -> Failure:  # noqa: A002 - the model's word
    """Return a failure whose error has no traceback: its frames would keep all that was read in memory."""
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
        unmatched_ids=reader.unmatched_ids,
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
    """Sort scripts by section, in the order asked for, then of first appearance; within a section nothing moves.

    A chapter of a book without a section, such as an interlude, stays behind the chapter before it.
    """
    names = [name.casefold() for name in section_order]
    places = [(script.section or "").casefold() for script in scripts]
    for number, (before, script) in enumerate(pairwise(scripts), 1):
        if not script.section and _share_file(before, script):
            places[number] = places[number - 1]
    ranks = {name: rank for rank, name in reversed([*enumerate((*names, *places))])}
    ordered = sorted(zip(places, scripts, strict=True), key=lambda pair: ranks[pair[0]])
    return tuple(script for _, script in ordered)


def _share_file(one: Script, other: Script) -> bool:
    """Return True if two articles are parts of the same file, a book or an issue."""
    file = one.source.rpartition(": ")[0]
    return bool(file) and other.source.startswith(f"{file}: ")
