"""The command `add`: saves pages, feed entries and files into the folder of articles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from audio_edition.cli.terminal import (
    JSON_OPTION,
    StyledText,
    print_json,
    print_message,
    print_warning,
    progress_bar,
)
from audio_edition.errors import ArticleError

if TYPE_CHECKING:
    from audio_edition.acquisition.articles import AddOutcome

_STATUS_COLOURS = {"saved": "green", "updated": "green"}


@click.command()
@click.argument("sources", nargs=-1, required=True, metavar="URL|FEED|FILE…")
@click.option("--to", "folder", default="articles", type=click.Path(path_type=Path), show_default=True)
@click.option("--section", help="Section to save into; its folder is created if it is missing.")
@click.option(
    "--limit", type=click.IntRange(min=1), help="Take at most this many new entries of a feed, the newest."
)
@click.option(
    "--since",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATE",
    help="Take only entries of this day or later, such as 2026-11-21.",
)
@JSON_OPTION
def add(
    sources: tuple[str, ...],
    folder: Path,
    section: str | None,
    limit: int | None,
    since: datetime | None,
    *,
    as_json: bool,
) -> None:
    """Save pages, a feed's new entries or files into articles/. This command uses the network."""
    from audio_edition.acquisition.articles import AddOptions, add_articles

    add_options = AddOptions(section=section, limit=limit, since=since.date() if since else None)
    with progress_bar("Saving", hidden=as_json, min_total=3) as progress:
        outcomes = add_articles(sources, folder, add_options, progress)
    for outcome in outcomes:
        if as_json:
            print_json(_describe_outcome(outcome))
        elif not outcome.error:
            _print_outcome(outcome)
    for outcome in outcomes:
        if outcome.note:
            print_warning(f"{outcome.file}: {outcome.note}")
    if not as_json:
        _print_counts(outcomes, folder)
    _raise_errors([outcome.error for outcome in outcomes if outcome.error])


def _print_outcome(outcome: AddOutcome) -> None:
    status = StyledText(f"{outcome.status:10}", _STATUS_COLOURS.get(outcome.status))
    headline = f"  {outcome.headline}" if outcome.headline else ""
    print_message("  ", status, f" {outcome.file or outcome.source}", StyledText(headline, dim=True))


def _describe_outcome(outcome: AddOutcome) -> dict[str, str | None]:
    return {
        "source": outcome.source,
        "status": outcome.status,
        "file": str(outcome.file) if outcome.file else None,
        "headline": outcome.headline or None,
        "warning": outcome.note or None,
        "error": str(outcome.error) if outcome.error else None,
    }


def _print_counts(outcomes: Sequence[AddOutcome], folder: Path) -> None:
    counts = Counter(outcome.status for outcome in outcomes)
    print_message(", ".join(f"{count} {status}" for status, count in counts.items()))
    if any(outcome.status in _STATUS_COLOURS for outcome in outcomes):
        print_message(f"Listen to them: audio-edition build {folder}")


def _raise_errors(errors: Sequence[ArticleError]) -> None:
    """Raise one error as it is; of several, raise one that names them all."""
    if len(errors) == 1:
        raise errors[0]
    if errors:
        lines = "".join(f"\n  {error} ({error.hint})" for error in errors)
        raise ArticleError(f"{len(errors)} could not be added:{lines}")
