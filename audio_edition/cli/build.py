"""The command `build`: articles → edition."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from audio_edition import config
from audio_edition.cli.build_progress import show_stages
from audio_edition.cli.terminal import (
    CONFIG_OPTION,
    JSON_OPTION,
    KEEP_OPTION,
    PATHS_ARGUMENT,
    StyledText,
    escape_json,
    format_duration,
    print_message,
    print_warning,
)
from audio_edition.errors import IncompleteEditionError
from audio_edition.progress import format_count

if TYPE_CHECKING:
    from audio_edition.build.result import BuildResult


@click.command()
@PATHS_ARGUMENT
@click.option("-o", "--output", default="output", type=click.Path(path_type=Path), show_default=True)
@CONFIG_OPTION
@click.option("--engine", help="Speech engine (see `voices`).")
@click.option("--voice", help="Voice: its id, name or language (see `voices`).")
@click.option("--rate", type=int, help="Words a minute.")
@click.option("--jobs", type=int, help="Processes that speak at the same time [default: one a core]")
@click.option("--scheduler", help="Have a Dask cluster speak instead: tcp://host:8786.")
@click.option("--episodes", help="Some of article,section,edition [default: article,edition]")
@KEEP_OPTION
@click.option("--title", help="Title of the edition.")
@click.option("--date", help="Date of the issue, 2026-11-21.")
@click.option("--issue", type=int, help="Number of the issue [default: its date, 20261121]")
@click.option("--base-url", help="Address where output/ will be found, for a feed with whole addresses.")
@click.option("--keep-issues", type=int, help="Keep so many of the newest issues in OUTPUT [default: all]")
@click.option("--cache-size", help="Keep so much sound for the next build, 500MB [default: 4GB]; 0: none.")
@click.option("--follow", is_flag=True, default=None, help="Publish what is finished while the rest is spoken.")
@click.option("--strict", is_flag=True, default=None, help="Stop at the first article that fails.")
@click.option("-q", "--quiet", is_flag=True, help="No progress and no summary.")
@JSON_OPTION
def build(
    paths: tuple[Path, ...], output: Path, config_file: Path | None, *, quiet: bool, as_json: bool, **options: Any
) -> None:
    """Build the edition: PATHS (default: articles/) → output/."""
    from audio_edition.build.edition import build_edition
    from audio_edition.podcast.build_report import render_report

    places = paths or (Path("articles"),)
    settings = config.load(config_file or config.find_file(places), options)
    with show_stages(hidden=quiet or as_json) as progress:
        result = build_edition(places, output, settings, progress)
    if as_json:
        click.echo(escape_json(render_report(result.report).decode()), nl=False)
    elif not quiet and result.unchanged:
        print_message(f"Nothing has changed since {output} was built. Listen: audio-edition serve {output}")
    elif not quiet:
        _print_summary(result, output)
    _raise_incomplete([failure.reason for failure in result.failures])


def _raise_incomplete(errors: Sequence[str]) -> None:
    if errors:
        names = "\n".join(f"  {error}" for error in errors)
        count = format_count(len(errors), "article")
        hint = "build again to try them once more, or mend or remove them first: only what is missing is spoken"
        raise IncompleteEditionError(f"published without {count}:\n{names}", hint=hint)


def _print_summary(result: BuildResult, output: Path) -> None:
    from audio_edition.model import EpisodeKind

    edition, report = result.edition, result.report
    for episode in edition.episodes:
        marks = format_count(len(episode.track.chapters), "chapter")
        bold = episode.kind is not EpisodeKind.ARTICLE
        length = format_duration(episode.track.duration_ms)
        print_message(f"  {length:>8}  ", StyledText(episode.title, bold=bold), f" ({marks})")
    spoken = sum(len(article.paragraphs) for article in report.articles)
    dropped = sum(report.drops_by_rule.values())
    counts = (
        format_count(len(report.articles), "article"),
        format_count(spoken, "paragraph"),
        format_count(dropped, "block"),
    )
    print_message("{}, {} spoken, {} dropped".format(*counts) + (":" if dropped else ""))
    if dropped:
        print_message("  " + ", ".join(f"{rule} {count}" for rule, count in report.drops_by_rule.most_common(8)))
    print_message(f"Read by {'; '.join(edition.narrators)}")
    mended = sum(flaw.mended for flaw in result.flaws)
    if mended:
        print_message(
            f"{format_count(mended, 'clip')} sounded wrong and {'were' if mended != 1 else 'was'} spoken again"
        )
    for flaw in result.flaws:
        if not flaw.mended:
            print_warning(f"sounds wrong, {flaw.fault}: {flaw.text[:60]!r}")
    for warning in report.warnings:
        print_warning(warning)
    print_message(f"Published in {output}. Listen: audio-edition serve {output}")
