"""Builds an edition, unless nothing has changed since it was built."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from audio_edition.build import up_to_date
from audio_edition.build.result import BuildResult
from audio_edition.config import Config
from audio_edition.errors import ArticleError, Failure
from audio_edition.model import Flaw
from audio_edition.podcast import build_report
from audio_edition.podcast.archive import read_archive
from audio_edition.podcast.build_report import BuildReport, read_report
from audio_edition.progress import Progress, ignore_progress


def build_edition(
    paths: Sequence[Path], output: Path, config: Config, progress: Progress = ignore_progress
) -> BuildResult:
    """Build the articles below `paths` into the folder `output`, publish the edition and return the result.

    If articles, settings, versions and the folder are as the last build left them, nothing is built, and the result
    is `unchanged`; with `config.cache_size` 0, the edition is always built. Articles that fail are left out and
    named in the result, unless `config.strict` is set or all of them fail. With `config.follow`, episodes are
    published as they are finished, and stay if the rest fails.

    Raises AudioEditionError; `output` is then unchanged, except for such episodes.
    """
    stats = up_to_date.fingerprint_file_stats(paths)
    inputs = up_to_date.fingerprint_inputs(paths, config)
    if config.cache_size and up_to_date.is_current(output, inputs):
        return _load_result(output)
    from audio_edition.build.stages import build  # only now, because it loads all that makes sound

    result = build(paths, output, config, progress)
    if config.cache_size and _is_final(result) and up_to_date.fingerprint_file_stats(paths) == stats:
        up_to_date.save_fingerprint(output, inputs)
    return result


def _is_final(result: BuildResult) -> bool:
    """Return True if another build cannot have a better result: no article failed because of an engine."""
    return all(isinstance(failure.error, ArticleError) for failure in result.failures)


def _load_result(output: Path) -> BuildResult:
    report = read_report(output / build_report.FILE_NAME)
    return BuildResult(
        edition=next(each for each in read_archive(output).editions if each.issue_date == report.date),
        report=report,
        failures=tuple(
            Failure(id=each.id, source=each.source, error=ArticleError(each.error)) for each in report.failures
        ),
        flaws=_list_flaws(report),
        unchanged=True,
    )


def _list_flaws(report: BuildReport) -> tuple[Flaw, ...]:
    flaws = (flaw for article in report.articles for flaw in article.flaws)
    return tuple(dict.fromkeys(Flaw(text=flaw.text, fault=flaw.fault, mended=flaw.mended) for flaw in flaws))
